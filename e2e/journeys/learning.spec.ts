import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { headLink } from '../support/demonstration'
import { signIn } from '../support/sign-in'

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

    test('a head who leaves questions out is told so once, and may try again at once', async ({ page }) => {
      await openLink(page)
      await expect(page.locator('fieldset.question')).toHaveCount(5)
      if (javaScriptEnabled) {
        await expectAccessible(page)
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
