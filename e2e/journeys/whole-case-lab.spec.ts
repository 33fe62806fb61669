import { execFileSync } from 'node:child_process'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { rightCells } from '../support/clerk'
import { rows } from '../support/installation'
import { arrowTo, tabTo } from '../support/keyboard'
import { openAccount, signInDirectly, untouched } from '../support/people'
import { expect, isPhone, test } from '../support/test'

const WHOLE = 'zonghe-shixun'

async function sheetOf(runId: string): Promise<{ company: string }> {
  const [row] = await rows<{ company: string }>(`SELECT sheet ->> 'company' AS company FROM lab_run WHERE id = $1`, [
    runId,
  ])
  if (!row) throw new Error(`There is no run ${runId}.`)
  return row
}

/** What a PDF says, without its spaces. */
function pdfText(bytes: Buffer): string {
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes, encoding: 'utf8' }).replace(/\s/g, '')
}

/** Goes to a control by Tab alone and types or chooses there. */
async function fillByKeyboard(page: Page, { id, isChoice, text }: { id: string; isChoice: boolean; text: string }) {
  await tabTo(page, `[name="cell-${id}"]`)
  if (isChoice) await arrowTo(page, text)
  else {
    await page.keyboard.press('Control+A')
    await page.keyboard.type(text)
  }
}

test('from documents to both forms by keyboard alone: a slip is carried on and costs only its own cell', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000)
  const clerk = await untouched('CLERK')
  await openAccount(clerk.personId)
  await signInDirectly(context, { personId: clerk.personId })
  await page.goto(`/learn/labs/${WHOLE}`)
  await expectAccessible(page)
  await page.getByRole('button', { name: '开始正式实训' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/learn/labs/${WHOLE}/[0-9a-f-]{36}`))
  const runId = new URL(page.url()).pathname.split('/').at(-1) ?? ''

  if (isPhone(page)) await page.locator('label', { hasText: /^底稿$/ }).click()

  const cells = await rightCells(runId)
  const fen = (id: string) => Math.round(Number(cells.find((cell) => cell.id === id)?.text.replaceAll(',', '')) * 100)
  // One yuan more in the ledger at a plain line, and everything that follows is worked out from there.
  const slip = 100
  const five = fen('five') + slip
  const limit = Math.round(five / 9)
  const allowed = Math.min(limit, fen('sum-other'))
  const total = five + allowed + fen('domestic')
  const rate = Math.round((fen('saving') / fen('extra')) * 100)
  const carried: Record<string, number> = {
    'design-amount': fen('design-amount') + slip,
    'sum-design': fen('sum-design') + slip,
    five,
    limit,
    'other-allowed': allowed,
    own: five + allowed,
    total,
    extra: total,
    saving: Math.round((total * rate) / 100),
  }
  for (const cell of cells) {
    const own = carried[cell.id]
    await fillByKeyboard(page, own === undefined ? cell : { ...cell, text: (own / 100).toFixed(2) })
  }
  await expectAccessible(page)
  await tabTo(page, 'button[type="submit"].button-primary')
  await page.keyboard.press('Enter')
  await expect(page.getByText('已记入您的完成记录。')).toBeVisible()
  await expect(page.getByText(`${cells.length} 格中 ${cells.length - 1} 格正确，已完成。`)).toBeVisible()
  await expectAccessible(page)

  const { company } = await sheetOf(runId)
  const href = await page.getByRole('link', { name: 'PDF' }).getAttribute('href')
  const text = pdfText(await (await page.request.get(href ?? '')).body())
  for (const written of [
    company,
    '一、研发支出辅助账（本平台版式）',
    (total / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ','),
    '委托研发合同（摘要）',
  ])
    expect(text).toContain(written)
  expect(text).toMatch(/（应为[\d,.]+）/)
})
