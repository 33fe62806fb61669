import { readFileSync } from 'node:fs'
import { violations } from '../support/axe'
import { row } from '../support/installation'
import { personOf, signInDirectly } from '../support/people'
import { expect, test } from '../support/test'

test('an author takes a bank out, reads it in again, and is told what is wrong with a file', async ({
  page,
  context,
}, testInfo) => {
  await signInDirectly(context, { personId: await personOf('demo-city') })
  await page.goto('/author/exchange')
  await page.getByLabel('课程').selectOption({ label: '研发费用归集与辅助账' })
  await page.getByLabel('格式').selectOption({ label: 'Moodle XML' })
  await page.getByRole('button', { name: '看看会带走什么' }).click()
  await expect(page.getByText('共 100 题，含答案。')).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.screenshot({ path: testInfo.outputPath('out.png'), fullPage: true })
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载' }).click()
  const file = testInfo.outputPath('bank.xml')
  await (await downloading).saveAs(file)
  expect(readFileSync(file, 'utf8')).toContain('<question type="ordering">')
  const { count } = await row<{ count: number }>("SELECT count(*)::int FROM audit_event WHERE kind = 'bank.exported'")
  expect(count).toBeGreaterThan(0)

  await page.getByLabel('文件（不超过 10 MB）').setInputFiles(file)
  await page.getByRole('button', { name: '读一读' }).click()
  await expect(page.getByText('读到 100 题。')).toBeVisible()
  await expect(page.getByLabel('题库文件的文字')).toHaveValue(/id: activity-size-change/)
  expect(await violations(page)).toEqual([])

  await page.getByLabel('文件（不超过 10 MB）').setInputFiles({
    name: 'hostile.xml',
    mimeType: 'text/xml',
    buffer: Buffer.from('<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>'),
  })
  await page.getByRole('button', { name: '读一读' }).click()
  await expect(page.getByText('第 1 行：不接受文档类型声明（DOCTYPE）')).toBeVisible()
  await expect(page.getByLabel('题库文件的文字')).toHaveCount(0)
  await page.screenshot({ path: testInfo.outputPath('refused.png'), fullPage: true })
})
