import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { CellValue } from '@/domain/labs/lab-sheet'
import { expectAccessible } from '../support/axe'
import { fillCell, LAB, openLab, passLab, rightCells } from '../support/clerk'
import { rows } from '../support/installation'
import { partAndWhole } from '../support/officer'
import { programmeAskingFor } from '../support/own-programme'
import { officerOf, openAccount, signInDirectly, untouched } from '../support/people'
import { expect, test } from '../support/test'

const VOUCHERS = 'pingzheng-guilei'

interface Mistake {
  cell: string
  path: string
  value: string
}

/** Three vouchers of a run, each with the class that another known wrong way would choose. */
async function plantedMistakes(runId: string): Promise<Mistake[]> {
  const known = await rows<{ cell: string; path: string; value: CellValue }>(
    `SELECT k ->> 'id' AS cell, w ->> 'path' AS path, w -> 'value' AS value FROM lab_run r,
      jsonb_array_elements(r.grading_key -> 'cells') k, jsonb_array_elements(k -> 'wrong') w
      WHERE r.id = $1 AND k ->> 'id' LIKE '%-class' ORDER BY 1`,
    [runId],
  )
  const firsts = known.filter(({ path }, index) => known.findIndex((one) => one.path === path) === index)
  return firsts.slice(0, 3).map((one) => ({ ...one, value: String(one.value) }))
}

/** Why a wrong way is wrong, in the words of the content. */
function whyOf(path: string): string {
  const { labs } = JSON.parse(readFileSync('generated/content/catalog.json', 'utf8')) as {
    labs: { slug: string; texts: { paths: Record<string, { why: string }> } }[]
  }
  return labs.find(({ slug }) => slug === VOUCHERS)?.texts.paths[path]?.why ?? `no words for ${path}`
}

async function readiness(page: Page, address: string): Promise<{ part: number; whole: number }> {
  await page.goto(address)
  const rate = page.getByRole('region', { name: '经办人业务上手率' })
  return partAndWhole((await rate.getByRole('link', { name: /^[\d,]+ \/ [\d,]+$/ }).textContent()) ?? '')
}

test('three mistakes at vouchers are named in practice; the certifying run moves the readiness of the county by one seat', async ({
  page,
  context,
  browser,
}) => {
  test.setTimeout(240_000)
  const clerk = await untouched('CLERK')
  await openAccount(clerk.personId)
  await signInDirectly(context, { personId: clerk.personId })
  const programmeId = await programmeAskingFor(VOUCHERS, clerk)
  const office = await browser.newContext()
  await signInDirectly(office, { personId: await officerOf(clerk.county) })
  const officerPage = await office.newPage()
  const county = `/manage/area/${clerk.county}?programme=${programmeId}`
  const before = await readiness(officerPage, county)
  expect(before).toEqual({ part: 0, whole: 6 })

  const runId = await openLab(page, VOUCHERS, '开始练习')
  const mistakes = await plantedMistakes(runId)
  expect(mistakes).toHaveLength(3)
  const wrongly = new Map(mistakes.map(({ cell, value }) => [cell, value]))
  for (const cell of await rightCells(runId)) {
    await fillCell(page, { ...cell, text: wrongly.get(cell.id) ?? cell.text })
  }
  const form = page.getByRole('region', { name: '底稿' })
  for (const { path } of mistakes) {
    await expect(form.getByText(new RegExp(`✗ 不对 ${whyOf(path)}.*（依据：.+）`)).first()).toBeVisible()
  }
  await expectAccessible(page)
  await page.getByRole('button', { name: '提交' }).click()
  for (const { path } of mistakes) await expect(page.getByText(whyOf(path)).first()).toBeVisible()
  expect(await readiness(officerPage, county), 'practice counts for nothing').toEqual(before)

  await passLab(page, VOUCHERS)
  expect(await readiness(officerPage, county)).toEqual({ part: 1, whole: 6 })
  await office.close()
})

test('a lab asked for twice moves the readiness with the second sheet, and the learner sees one of two', async ({
  page,
  context,
  browser,
}) => {
  const clerk = await untouched('CLERK')
  await openAccount(clerk.personId)
  await signInDirectly(context, { personId: clerk.personId })
  const programmeId = await programmeAskingFor(LAB, clerk, 2)
  const office = await browser.newContext()
  await signInDirectly(office, { personId: await officerOf(clerk.county) })
  const officerPage = await office.newPage()
  const county = `/manage/area/${clerk.county}?programme=${programmeId}`

  await passLab(page)
  expect(await readiness(officerPage, county)).toEqual({ part: 0, whole: 6 })
  await page.goto('/learn')
  await expect(page.getByText('已完成 1 次，共 2 次，每次都是新的题面')).toBeVisible()
  await expectAccessible(page)
  await passLab(page)
  expect(await readiness(officerPage, county)).toEqual({ part: 1, whole: 6 })
  await office.close()
})
