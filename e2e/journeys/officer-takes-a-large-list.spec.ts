import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import Excel from 'exceljs'
import { expectAccessible } from '../support/axe'
import { row } from '../support/installation'
import { officerOf, signInDirectly } from '../support/people'
import { visitedRound } from '../support/service-rows'
import { expect, test } from '../support/test'

const COUNTY = '330212'

/** Says why on the page before a large list, takes it away, and reads the first sheet: rows below its header. */
async function takenAway(page: Page, header: string): Promise<{ said: number; rows: number; runId: string }> {
  await page.getByLabel('用来做什么').fill('示例：年度核对')
  await page.getByRole('button', { name: '准备导出' }).click()
  await expect(page.getByRole('button', { name: '下载 Excel' })).toBeVisible()
  await expectAccessible(page)
  const said = Number(/\/ (\d+) 行/.exec((await page.getByRole('status').first().textContent()) ?? '')?.[1])
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载 Excel' }).click()
  const book = new Excel.Workbook()
  await book.xlsx.load((await readFile(await (await download).path())) as unknown as Excel.Buffer)
  const [sheet] = book.worksheets
  let headerAt = 0
  sheet?.eachRow((one, at) => {
    if (one.getCell(1).value === header && headerAt === 0) headerAt = at
  })
  expect(headerAt).toBeGreaterThan(0)
  await page.reload()
  await expect(page.getByText('已全部送出。')).toBeVisible()
  return { said, rows: (sheet?.actualRowCount ?? 0) - headerAt, runId: page.url().split('/').at(-1) ?? '' }
}

test('a large list is asked for with a reason, sent once, and stands in the trail', async ({ page, context }) => {
  const personId = await officerOf(COUNTY)
  await signInDirectly(context, { personId })
  const visited = await row<{ entryId: string }>(
    `SELECT t.entry_id AS "entryId" FROM standing t JOIN region l ON l.id = t.leaf_id JOIN programme p ON p.id = t.programme_id
      WHERE l.path LIKE '%' || $1 || '.%' AND EXISTS (SELECT FROM reporting_period r WHERE r.programme_id = p.id) LIMIT 1`,
    [COUNTY],
  )
  await visitedRound(COUNTY, visited.entryId, personId)
  const { id: periodId } = await row<{ id: string }>(
    'SELECT id FROM reporting_period WHERE frozen_at IS NOT NULL ORDER BY to_on DESC LIMIT 1',
  )
  const places = [
    [`/manage/lists/training/export?state=all`, '企业'],
    [`/manage/reports/${periodId}/${COUNTY}/lists/training/export?state=all`, '企业'],
    [`/manage/visits/reserve/whole`, '企业'],
  ] as const
  for (const [place, header] of places) {
    await page.goto(place)
    const { said, rows, runId } = await takenAway(page, header)
    expect(said, place).toBeGreaterThan(0)
    expect(rows, place).toBe(said)
    const again = await page.request.post(`/api/exports/${runId}`, { headers: { origin: new URL(page.url()).origin } })
    expect(again.status()).toBe(404)
    const event = await row<{ detail: Record<string, unknown> }>(
      `SELECT detail FROM audit_event WHERE kind = 'list.exported' AND detail ->> 'run' = $1 AND actor_id = $2`,
      [runId, personId],
    )
    expect(event.detail).toMatchObject({ rows: said, reason: '示例：年度核对' })
  }
})
