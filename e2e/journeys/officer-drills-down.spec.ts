import type { Page } from '@playwright/test'
import { row, today } from '../support/installation'
import { partAndWhole } from '../support/officer'
import { personOf, signInDirectly } from '../support/people'
import { exportedRows } from '../support/roster-file'
import { signIn } from '../support/sign-in'
import { expect, test } from '../support/test'

const TRAINING = '重点企业培训率'
const CITY = '3302'

/** Part and whole of the training rate in the table beneath: each child's, then the sum's. */
async function tableFigures(page: Page): Promise<{ part: number; whole: number }[]> {
  const lines = page.getByRole('table', { name: '下级区域的三率' }).getByRole('row')
  const found = []
  for (const line of (await lines.all()).slice(1)) {
    const text = (await line.getByRole('cell').first().textContent()) ?? ''
    found.push(/\d+ \/ \d+/.test(text) ? partAndWhole(text) : { part: 0, whole: 0 })
  }
  return found
}

async function expectSumOfChildren(page: Page): Promise<void> {
  const figures = await tableFigures(page)
  const sum = figures.at(-1)
  const children = figures.slice(0, -1)
  expect(children.length).toBeGreaterThan(0)
  const add = (key: 'part' | 'whole') => children.reduce((total, one) => total + one[key], 0)
  expect({ part: add('part'), whole: add('whole') }, 'parent = sum of children').toEqual(sum)
}

async function openArea(page: Page, name: string): Promise<void> {
  await page.getByRole('table', { name: '下级区域的三率' }).getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** "共 12 条；应计 30，已完成 18" of the list on screen. */
async function foundOnScreen(page: Page): Promise<{ found: number; whole: number; part: number }> {
  const text = (await page.getByRole('status').filter({ hasText: '应计' }).textContent()) ?? ''
  const [found, whole, part] = (text.match(/[\d,]+/g) ?? []).map((number) => Number(number.replaceAll(',', '')))
  return { found: found ?? -1, whole: whole ?? -1, part: part ?? -1 }
}

test('a city officer goes from the city to one enterprise; list, number and Excel agree', async ({ page }) => {
  await signIn(page, 'city', '/manage/area/3302')
  await expect(page.getByRole('heading', { level: 1, name: '宁波市' })).toBeVisible()
  await expectSumOfChildren(page)

  await openArea(page, '鄞州区')
  await expectSumOfChildren(page)
  const place = await row<{ name: string }>(
    `SELECT t.name FROM tally y JOIN region t ON t.id = y.leaf_id JOIN region c ON c.id = t.parent_id
      WHERE c.code = '330212' AND t.kind = 'TOWNSHIP' AND y.is_key AND y.trained_any BETWEEN 1 AND y.entries - 1
      ORDER BY y.entries DESC LIMIT 1`,
  )
  await openArea(page, place.name)

  const figure = page.getByRole('region', { name: TRAINING })
  const { part, whole } = partAndWhole((await figure.textContent()) ?? '')
  await figure.getByRole('link', { name: `还差 ${whole - part}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: `${TRAINING} · ${place.name}` })).toBeVisible()
  expect(await foundOnScreen(page)).toEqual({ found: whole - part, whole, part })

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '导出 Excel' }).click()
  const file = await download
  const sheet = await exportedRows(await bytesOf(await file.createReadStream()))
  expect(sheet.rows).toHaveLength(whole - part)
  const onScreen = await page.getByRole('table').getByRole('rowheader').getByRole('link').allTextContents()
  expect(sheet.rows.slice(0, onScreen.length).map(([name]) => name)).toEqual(onScreen)
  expect(new Set(sheet.rows.map((line) => line[6]))).toEqual(new Set(['待完成']))

  await page.getByRole('table').getByRole('rowheader').getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1, name: onScreen[0] ?? '' })).toBeVisible()
  await expect(page.getByRole('heading', { name: '对接岗' })).toBeVisible()
})

test('the figures as of an earlier day open into the list of that day', async ({ page, context }) => {
  await signInDirectly(context, { personId: await personOf('demo-city') })
  const { day } = await row<{ day: string }>(`SELECT ($1::date - 30)::text AS day`, [await today()])
  await page.goto(`/manage/area/${CITY}`)
  const now = partAndWhole((await page.getByRole('region', { name: TRAINING }).textContent()) ?? '')
  await page.getByLabel('截至（空白为现在）').fill(day)
  await page.getByRole('button', { name: '查看' }).click()
  await expect(page.getByText(`截至 ${day}，按目前已知事实重新计算`)).toBeVisible()
  await expectSumOfChildren(page)
  const then = partAndWhole((await page.getByRole('region', { name: TRAINING }).textContent()) ?? '')
  expect(then.part).toBeLessThan(now.part)
  await page
    .getByRole('region', { name: TRAINING })
    .getByRole('link', { name: /^[\d,]+ \/ [\d,]+$/ })
    .click()
  expect(await foundOnScreen(page)).toEqual({ found: then.part, ...then })
})

async function bytesOf(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}
