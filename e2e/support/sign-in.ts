import { expect, type Page } from '@playwright/test'
import { generate } from 'otplib'
import { type Role, signInOf } from './demonstration'
import { row } from './installation'

/** Types a name and a password into the sign-in page, wherever it stands. */
export async function typeSignIn(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('手机号或登录名').fill(name)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

/** Signs in through the form as somebody of the demonstration; the city officer with the second factor as well. */
export async function signIn(page: Page, role: Role, next = '/'): Promise<void> {
  const { login, password, totpSecret } = signInOf(role)
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
  await typeSignIn(page, login, password)
  if (totpSecret) {
    await expect(page.getByRole('heading', { name: '动态口令' })).toBeVisible()
    await page.getByLabel('六位动态口令').fill(await freshCode(login, totpSecret))
    await page.getByRole('button', { name: '确认' }).click()
  }
  await expect(page).not.toHaveURL(/\/sign-in|\/account\/totp/)
}

/** A code that was not used yet: one counts only once, and the next half minute's is accepted a little early. */
async function freshCode(login: string, secret: string): Promise<string> {
  const { last } = await row<{ last: number | null }>(
    'SELECT totp_last_step AS last FROM account WHERE login_name = $1',
    [login],
  )
  const step = Math.max(Math.floor(Date.now() / 30_000), (last ?? 0) + 1)
  return generate({ secret, epoch: step * 30 })
}
