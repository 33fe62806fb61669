import type { Page } from '@playwright/test'
import { violations } from '../support/axe'
import { answerPaper, EXAM } from '../support/clerk'
import { drawEveryKind } from '../support/every-kind'
import { row } from '../support/installation'
import { attemptOf, rightAnswers } from '../support/paper'
import { arrowTo, tabTo } from '../support/keyboard'
import { openAccount, signInDirectly, untouched } from '../support/people'
import { expect, isPhone, test } from '../support/test'

/** An open paper of a new clerk with a question of every kind and a case. */
async function openPaper(page: Page): Promise<string> {
  const clerk = await untouched('CLERK')
  await openAccount(clerk.personId)
  await signInDirectly(page.context(), { personId: clerk.personId })
  await page.goto(`/learn/exams/${EXAM}`)
  await page.getByRole('button', { name: '开始作答' }).click()
  await expect(page).toHaveURL(/\/learn\/attempts\//)
  const kinds = await drawEveryKind(attemptOf(page))
  expect(new Set(kinds)).toEqual(
    new Set(['single', 'multiple', 'truefalse', 'numeric', 'fillin', 'ordering', 'matching']),
  )
  await page.reload()
  return attemptOf(page)
}

/** Every question by Tab, arrows, space and letters; on a phone going on by the button, too. */
async function answerByKeyboard(page: Page, attempt: string): Promise<void> {
  for (const { position, kind, values } of await rightAnswers(attempt)) {
    const field = `[name="q${position}"]`
    if (kind === 'numeric' || kind === 'fillin') {
      await tabTo(page, field)
      await page.keyboard.type(values[0] ?? '')
    } else if (kind === 'ordering' || kind === 'matching') {
      for (const value of values) {
        await tabTo(page, `select:has(option[value="${value}"])`)
        await arrowTo(page, value)
      }
    } else if (kind === 'multiple') {
      for (const value of await inPageOrder(page, values)) {
        await tabTo(page, `${field}[value="${value}"]`)
        await page.keyboard.press('Space')
      }
    } else {
      await tabTo(page, field)
      await page.keyboard.press('Space')
      for (let press = 0; press < 8; press++) {
        if (await page.locator(`${field}[value="${values[0]}"]`).isChecked()) break
        await page.keyboard.press('ArrowDown')
      }
    }
    if (isPhone(page) && position < 15) {
      await tabTo(page, '[data-step="1"]')
      await page.keyboard.press('Enter')
    }
  }
}

function inPageOrder(page: Page, values: readonly string[]): Promise<string[]> {
  return page.evaluate((wanted) => {
    const all = [...document.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].map(({ value }) => value)
    return all.filter((value) => wanted.includes(value))
  }, values)
}

test('a paper with every kind of question is answered by keyboard alone, and passed', async ({ page }, testInfo) => {
  test.setTimeout(180_000)
  const attempt = await openPaper(page)
  expect(await violations(page)).toEqual([])
  await page.screenshot({ path: testInfo.outputPath('open.png'), fullPage: true })
  await answerByKeyboard(page, attempt)
  await expect(page.getByText('已答 15 / 15')).toBeVisible()
  await expect(page.getByText(/^已保存 \d\d:\d\d$/)).toBeVisible()
  await page.screenshot({ path: testInfo.outputPath('answered.png'), fullPage: true })
  await tabTo(page, '[data-submit]')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '通过了：答对 15 / 15' })).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.screenshot({ path: testInfo.outputPath('review.png'), fullPage: true })
})

test('what is marked to be looked at again is kept, shown in the palette, and named before handing in', async ({
  page,
}) => {
  const attempt = await openPaper(page)
  await page.getByRole('checkbox', { name: '稍后再看' }).first().check()
  await expect(page.getByText(/^已保存 \d\d:\d\d$/)).toBeVisible()
  await page.reload()
  await expect(page.getByRole('link', { name: /^1\s*稍后再看$/ })).toBeVisible()
  await expect(page.getByText('已答 0 / 15')).toBeVisible()
  await answerPaper(page, { from: 1, to: 15, isPaged: true })
  await page.getByRole('button', { name: '交卷' }).click()
  await expect(page.getByText('标了“稍后再看”的：第 1 题。')).toBeVisible()
  await page.getByRole('button', { name: '仍然交卷' }).click()
  await expect(page.getByRole('heading', { name: '通过了：答对 15 / 15' })).toBeVisible()
  const { score } = await row<{ score: number }>('SELECT score FROM attempt WHERE id = $1', [attempt])
  expect(score).toBe(15 * 840)
})

test('answers given while offline for a minute are kept, sent when the line is back, and then cleared', async ({
  page,
  context,
  troubles,
}) => {
  test.setTimeout(180_000)
  const attempt = await openPaper(page)
  const kept = () => page.evaluate((id) => localStorage.getItem(`zhixing.attempt.${id}`), attempt)
  await answerPaper(page, { from: 1, to: 5, isPaged: true })
  await expect(page.getByText(/^已保存 \d\d:\d\d$/)).toBeVisible()
  await context.setOffline(true)
  await answerPaper(page, { from: 6, to: 15, isPaged: true })
  await expect(page.getByText('暂时没存上，已记在本机，正在重试')).toBeVisible()
  // The minute itself is what is tried: long enough for several pauses between tries.
  await page.waitForTimeout(60_000)
  expect(JSON.parse((await kept()) ?? '[]')).toHaveLength(10)
  await context.setOffline(false)
  await expect(page.getByText(/^已保存 \d\d:\d\d$/)).toBeVisible({ timeout: 30_000 })
  expect(await kept()).toBeNull()
  // What the browser says about a line that is cut is what was asked for.
  const others = troubles.splice(0).filter((trouble) => !trouble.includes('ERR_INTERNET_DISCONNECTED'))
  expect(others).toEqual([])
  const { count } = await row<{ count: number }>(
    'SELECT count(*)::int FROM answer WHERE attempt_id = $1 AND jsonb_array_length(value) > 0',
    [attempt],
  )
  expect(count).toBe(15)
  await page.getByRole('button', { name: '交卷' }).click()
  await expect(page.getByRole('heading', { name: '通过了：答对 15 / 15' })).toBeVisible()
})

test('an answer given while the page’s script is still on its way is saved as soon as it is there', async ({
  page,
}) => {
  const attempt = await openPaper(page)
  let arrive = () => {}
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await page.route(/\.js(\?|$)/, async (route) => {
    await arrived
    await route.continue()
  })
  await page.reload({ waitUntil: 'commit' })
  // On desktop every kind stands on the page; a phone shows the first question until its script turns pages.
  const early = isPhone(page) ? 1 : 15
  await answerPaper(page, { from: 1, to: early, isPaged: false })
  const saved = () =>
    row<{ count: number }>('SELECT count(*)::int FROM answer WHERE attempt_id = $1 AND jsonb_array_length(value) > 0', [
      attempt,
    ])
  expect(await saved()).toEqual({ count: 0 })
  arrive()
  await expect(page.getByText(/^已保存 \d\d:\d\d$/)).toBeVisible()
  expect(await saved()).toEqual({ count: early })
  await answerPaper(page, { from: early + 1, to: 15, isPaged: true })
  await page.getByRole('button', { name: '交卷' }).click()
  await expect(page.getByRole('heading', { name: '通过了：答对 15 / 15' })).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('every kind is saved by the plain form, marks included, and handed in', async ({ page }) => {
    await openPaper(page)
    await answerPaper(page, { from: 1, to: 15, isPaged: false })
    await page.getByRole('checkbox', { name: '稍后再看' }).nth(2).check()
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByText('已答 15 / 15')).toBeVisible()
    await expect(page.getByRole('checkbox', { name: '稍后再看' }).nth(2)).toBeChecked()
    await page.getByRole('button', { name: '交卷' }).click()
    await expect(page.getByRole('heading', { name: '通过了：答对 15 / 15' })).toBeVisible()
  })
})
