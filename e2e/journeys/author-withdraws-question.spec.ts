import { answerPaper, COURSE, EXAM } from '../support/clerk'
import { row, rows } from '../support/installation'
import { attemptOf } from '../support/paper'
import { openAccount, personOf, signInDirectly, untouched } from '../support/people'
import { violations } from '../support/axe'
import { expect, test } from '../support/test'

test('an author sees how questions do, draws a paper, and withdraws a wrong question: who missed it passes', async ({
  page,
  browser,
}, testInfo) => {
  const clerk = await untouched('CLERK')
  await openAccount(clerk.personId)
  const learner = await browser.newContext()
  await signInDirectly(learner, { personId: clerk.personId })
  const paper = await learner.newPage()
  await paper.goto(`/learn/exams/${EXAM}`)
  await paper.getByRole('button', { name: '开始作答' }).click()
  await expect(paper).toHaveURL(/\/learn\/attempts\//)
  await answerPaper(paper, { from: 1, to: 11, isPaged: true })
  await expect(paper.getByText(/^已保存 \d\d:\d\d$/)).toBeVisible()
  await paper.getByRole('button', { name: '交卷' }).click()
  await paper.getByRole('button', { name: '仍然交卷' }).click()
  await expect(paper.getByRole('heading', { name: /答对 11 \/ 15/ })).toBeVisible()
  const attempt = attemptOf(paper)
  const { id: missed } = await row<{ id: string }>(
    `SELECT v.body ->> 'id' AS id FROM attempt_item i JOIN item_version v ON v.sha256 = i.item_sha
      WHERE i.attempt_id = $1 AND NOT i.is_right ORDER BY i.position LIMIT 1`,
    [attempt],
  )

  // Everybody else of the demonstration had it right, or their passes would move past days' figures under other tests.
  await rows(
    `UPDATE attempt_item i SET score = 840 FROM item_version v
      WHERE v.sha256 = i.item_sha AND v.body ->> 'id' = $1 AND i.attempt_id <> $2 RETURNING 1`,
    [missed, attempt],
  )

  await signInDirectly(page.context(), { personId: await personOf('demo-city') })
  await page.goto('/author')
  expect(await violations(page)).toEqual([])
  await page.screenshot({ path: testInfo.outputPath('courses.png'), fullPage: true })
  await page.getByRole('link', { name: '研发费用归集与辅助账' }).click()
  await expect(page.getByRole('heading', { name: '知识点' })).toBeVisible()
  await page.screenshot({ path: testInfo.outputPath('bank.png') })
  await page.getByRole('link', { name: '随机出一份卷' }).click()
  await expect(page.locator('fieldset.question')).toHaveCount(15)
  expect(await violations(page)).toEqual([])
  await page.screenshot({ path: testInfo.outputPath('paper.png') })

  await page.goto(`/author/courses/${COURSE}/questions/${missed}`)
  expect(await violations(page)).toEqual([])
  await page.screenshot({ path: testInfo.outputPath('question.png'), fullPage: true })
  await page.getByLabel('原因').fill('选项写错，核对后更正')
  await page.getByRole('button', { name: '撤回这道题' }).click()
  await expect(page.getByText('选项写错，核对后更正')).toBeVisible()
  await expect(async () => {
    await page.reload()
    await expect(page.getByText(/重新计分 1 份，其中 1 份因此通过/)).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 20_000 })

  await expect(async () => {
    await paper.reload()
    await expect(paper.getByRole('heading', { name: '通过了：答对 12 / 15' })).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
  await learner.close()

  await page.getByLabel('原因').fill('已经更正')
  await page.getByRole('button', { name: '恢复使用' }).click()
  await expect(page.getByText('已经更正')).toBeVisible()
  await page.screenshot({ path: testInfo.outputPath('withdrawn.png'), fullPage: true })
})
