import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { headLink } from '../support/demonstration'
import { signIn } from '../support/sign-in'

type Bank = { courses: { bank: { because: string | null; options: { because: string }[] }[] }[] }

/** Every reason of every bank: none of them may stand in a page of an open attempt. */
function reasons(): string[] {
  const { courses } = JSON.parse(readFileSync('generated/content/catalog.json', 'utf8')) as Bank
  const questions = courses.flatMap((course) => course.bank)
  return questions.flatMap((one) => [one.because ?? '', ...one.options.map((option) => option.because)]).filter(Boolean)
}

/** The raw bytes of the page as HTML and as the data a navigation asks for. */
async function bytesOf(page: Page): Promise<string> {
  const kinds: Record<string, string>[] = [{}, { RSC: '1' }, { RSC: '1', 'Next-Router-Prefetch': '1' }]
  const answers = kinds.map(async (headers) => {
    const response = await page.request.get(page.url(), { headers })
    return response.text()
  })
  return (await Promise.all(answers)).join('\n')
}

async function expectNoKeys(page: Page): Promise<void> {
  const bytes = await bytesOf(page)
  expect(reasons().filter((reason) => bytes.includes(reason))).toEqual([])
  for (const word of ['because', '"correct"', 'difficulty', 'optionMap', 'weight']) expect(bytes).not.toContain(word)
}

/** Answers three of the five questions: too few to pass, so that the next run of this journey may start again. */
async function answerThree(page: Page): Promise<void> {
  const questions = page.locator('fieldset.question')
  for (let index = 0; index < 3; index++) {
    await questions.nth(index).locator('label.choice').first().click()
  }
}

async function openLink(page: Page): Promise<void> {
  const { path, tail } = headLink()
  await page.goto(path)
  await page.locator('input[name=tail]').fill(tail)
  await page.locator('main form').first().getByRole('button').click()
  await expect(page).toHaveURL(/\/learn\/(?:start|attempts)/)
  if (page.url().includes('/learn/start')) await page.getByRole('button', { name: '看完了，开始答题' }).click()
  await expect(page).toHaveURL(/\/learn\/attempts\//)
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('a head comes from the link to the result with cards, five questions and nothing else', async ({ page }) => {
      await openLink(page)
      await expect(page.locator('fieldset.question')).toHaveCount(5)
      if (javaScriptEnabled) {
        await expectAccessible(page)
        await expectNoKeys(page)
      }
      await answerThree(page)
      if (javaScriptEnabled) await expect(page.locator('[data-saved]')).toContainText(/已保存 \d\d:\d\d/)
      await page.getByRole('button', { name: '答完了，看结果' }).click()
      if (javaScriptEnabled) {
        await expect(page.getByText('还有 2 题没有答')).toBeVisible()
        await page.getByRole('button', { name: '仍然交卷' }).click()
      }
      await expect(page.getByRole('heading', { level: 1 })).toContainText(/答对 [0-3] \/ 5/)
      await expect(page.getByRole('button', { name: '再来一次' })).toBeVisible()
    })
  })
}

test('a clerk’s answers are saved one by one, survive coming back, and the open paper holds no key', async ({
  page,
}) => {
  await signIn(page, 'clerk', '/learn')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('待完成')
  await expectAccessible(page)
  await page.goto('/learn/exams/guiji-fuzhuzhang-ceping')
  await expect(page.getByText('24 小时以后')).toBeVisible()
  await page.getByRole('button', { name: /作答/ }).click()
  await expect(page).toHaveURL(/\/learn\/attempts\//)
  await expectNoKeys(page)
  await expect(page.locator('form#paper')).toHaveAttribute('data-live', '')
  const question = page.locator('fieldset.question').first()
  const text = question.locator('input[inputmode=decimal]')
  if ((await text.count()) > 0) await text.fill('123.45')
  else await question.locator('label.choice').first().click()
  await expect(page.locator('[data-saved]')).toContainText(/已保存 \d\d:\d\d/)
  await page.reload()
  await expect(page.locator('[data-count]')).toContainText('已答 1 / 15')
  await expectAccessible(page)
})

test('a lesson’s self-check answers at once and is remembered', async ({ page }) => {
  await signIn(page, 'clerk', '/learn/courses/guiji-fuzhuzhang')
  await page.goto('/learn/courses/guiji-fuzhuzhang/qita-feiyong-xiane')
  await expectAccessible(page)
  const check = page.locator('form.self-check').last()
  await check.locator('label.choice').first().click()
  await check.getByRole('button').click()
  await expect(check.locator('.feedback-word')).toBeVisible()
  await page.reload()
  await expect(page.locator('form.self-check').last().locator('.feedback-word')).toBeVisible()
})
