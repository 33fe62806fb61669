import { expectAccessible } from '../support/axe'
import { fillCell, openLab, passLab, rightCells } from '../support/clerk'
import { openAccount, signInDirectly, untouched } from '../support/people'
import { expect, test } from '../support/test'

const NEED = 'jishu-xuqiu'
/** What somebody writes who counts the broken run, takes figures for enough, and writes a contract of purchase. */
const MISTAKES: Record<string, { value: string; why: string }> = {
  cooperation: { value: 'purchase', why: '像是写成了产品采购。' },
  secret: { value: 'nothing', why: '像是认为什么都可以写进公开的需求。' },
}

test('a technical need: two mistakes are named in practice, and the certifying run is passed', async ({
  page,
  context,
}, testInfo) => {
  const clerk = await untouched('CLERK')
  await openAccount(clerk.personId)
  await signInDirectly(context, { personId: clerk.personId })
  const runId = await openLab(page, NEED, '开始练习')
  for (const cell of await rightCells(runId))
    await fillCell(page, { ...cell, text: MISTAKES[cell.id]?.value ?? cell.text })
  const form = page.getByRole('region', { name: '底稿' })
  for (const { why } of Object.values(MISTAKES))
    await expect(form.getByText(new RegExp(`✗ 不对 ${why}`)).first()).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: testInfo.outputPath('desk.png'), fullPage: true })
  await page.getByRole('button', { name: '提交' }).click()
  for (const { why } of Object.values(MISTAKES)) await expect(page.getByText(why).first()).toBeVisible()
  await passLab(page, NEED)
  await page.setViewportSize({ width: 1920, height: 1080 })
  await openLab(page, NEED, '开始练习')
  await page.screenshot({ path: testInfo.outputPath('wide.png') })
})
