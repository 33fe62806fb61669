import { type Browser, chromium as playwrightChromium, type Page } from '@playwright/test'
import chromium from '@sparticuz/chromium'
import { answerPaper, EXAM, passLab } from '../support/clerk'
import { drawEveryKind } from '../support/every-kind'
import { answer, attemptOf, rightAnswers } from '../support/paper'
import { openAccount, personalLink, untouched } from '../support/people'
import { typeSignIn } from '../support/sign-in'
import { expect, test } from '../support/test'

// The oldest engine that an office PC with Windows 7 can have; what learners need works there, styled (design.md 8.6).
let browser: Browser

// One browser a test: in a single process, closing a context ends it all.
test.beforeEach(async () => {
  browser = await playwrightChromium.launch({
    executablePath: await chromium.executablePath(),
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--single-process', '--no-zygote', '--no-first-run'],
  })
  expect(browser.version()).toMatch(/^109\./)
})
test.afterEach(() => browser?.close())

/** A page of the old browser; what it complains about is collected. */
async function oldPage(baseURL: string | undefined, width: number): Promise<{ page: Page; troubles: string[] }> {
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    viewport: { width, height: 844 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(error.message))
  return { page, troubles }
}

async function expectStyled(page: Page): Promise<void> {
  const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  expect(ground, 'the paper ground of look.md').toBe('rgb(251, 250, 246)')
}

test('Chromium 109: a head comes from the link to the end', async ({ baseURL }) => {
  const head = await untouched('HEAD')
  const { page, troubles } = await oldPage(baseURL, 390)
  await page.goto(await personalLink(head.holdingId))
  await expectStyled(page)
  await page.getByLabel('您手机号的后四位').fill(head.mobile.slice(-4))
  await page.getByRole('button', { name: '进入' }).click()
  await page.getByRole('button', { name: '看完了，开始答题' }).click()
  await expect(page).toHaveURL(/\/learn\/attempts\//)
  for (const one of await rightAnswers(attemptOf(page))) await answer(page, one, (label) => label.click())
  await page.getByRole('button', { name: '答完了，看结果' }).click()
  await expect(page.getByRole('heading', { name: '完成了：答对 5 / 5' })).toBeVisible()
  expect(troubles).toEqual([])
})

test('Chromium 109: a clerk signs in, answers are saved one by one and kept, paper and lab are handed in', async ({
  baseURL,
}) => {
  const clerk = await untouched('CLERK')
  const password = await openAccount(clerk.personId)
  const { page, troubles } = await oldPage(baseURL, 1280)
  await page.goto(`/sign-in?next=/learn/exams/${EXAM}`)
  await expectStyled(page)
  await typeSignIn(page, clerk.mobile, password)
  await page.getByRole('button', { name: '开始作答' }).click()
  await expect(page).toHaveURL(/\/learn\/attempts\//)
  await drawEveryKind(attemptOf(page))
  await page.reload()
  await answerPaper(page, { from: 1, to: 3, isPaged: true })
  await expect(page.getByText(/^已保存 \d\d:\d\d$/)).toBeVisible()
  await page.reload()
  await expect(page.getByText('已答 3 / 15')).toBeVisible()
  await answerPaper(page, { from: 4, to: 15, isPaged: true })
  await page.getByRole('button', { name: '交卷' }).click()
  await expect(page.getByRole('heading', { name: '通过了：答对 15 / 15' })).toBeVisible()
  await passLab(page)
  expect(troubles).toEqual([])
})
