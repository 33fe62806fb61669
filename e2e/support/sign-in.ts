import { expect, type Page } from '@playwright/test'
import { generate } from 'otplib'
import { type Role, signInOf } from './demonstration'

/** Signs in through the form as somebody of the demonstration; the city officer with the second factor as well. */
export async function signIn(page: Page, role: Role, next = '/'): Promise<void> {
  const { login, password, totpSecret } = signInOf(role)
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
  await page.locator('input[name=name]').fill(login)
  await page.locator('input[name=password]').fill(password)
  await page.locator('main form').first().getByRole('button').click()
  if (totpSecret) await confirm(page, totpSecret)
  await expect(page).not.toHaveURL(/\/sign-in|\/account\/totp/)
}

/** A code counts once: after one was refused, or used by an earlier test, the next half minute brings another. */
async function confirm(page: Page, secret: string): Promise<void> {
  await expect(page).toHaveURL(/\/account\/totp/)
  for (let tries = 0; tries < 3 && page.url().includes('/account/totp'); tries++) {
    await page.locator('input[name=code]').fill(await generate({ secret }))
    await page.locator('main form').first().getByRole('button').click()
    await page.waitForURL((url) => !url.pathname.startsWith('/account/totp'), { timeout: 4_000 }).catch(() => {})
    if (page.url().includes('/account/totp')) await page.waitForTimeout(30_000 - (Date.now() % 30_000) + 500)
  }
}
