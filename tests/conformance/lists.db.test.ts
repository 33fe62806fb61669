import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, shanghaiDayOf } from '@/domain/calendar/day'
import type { Actor } from '@/domain/permissions/actor'
import { rateFigure, shownRates } from '@/domain/rates/rate-display'
import { addTally, emptyTally, plainSums } from '@/domain/rates/tally'
import { listInput, viewInput } from '@/features/rates/input'
import { areaPage } from '@/features/rates/queries/area-page'
import { entryStanding } from '@/features/rates/queries/entry-standing'
import { listExport } from '@/features/rates/queries/list-export'
import { listFrame, listPage } from '@/features/rates/queries/list-page'
import { databaseNow } from '@/server/clock'
import { db } from '@/server/db/client'
import { loadDemonstration } from '@/prisma/seed/load-demonstration'
import { actorOf } from '@/tests/cast/actor-of'
import { useDatabase } from '@/tests/support/database'

useDatabase()

let today = ''
const county = '330212'

/** An officer of the region with this code. */
async function officerOf(code: string): Promise<Actor> {
  const region = await db.region.findUniqueOrThrow({ where: { code } })
  const grant = { role: 'OFFICER' as const, regionId: region.id, regionPath: region.path, regionKind: region.kind }
  return actorOf(region.id, [grant])
}

/** Every row of a list, page after page, as a reader would turn them. */
async function allRows(actor: Actor, rate: (typeof shownRates)[number], asked: object) {
  const rows = []
  let after: string | undefined
  do {
    const page = await listPage(actor, rate, listInput.parse({ ...asked, after }))
    if (!page) throw new Error('no list')
    rows.push(...page.rows)
    after = page.next ?? undefined
  } while (after)
  return rows
}

async function exportedRows(actor: Actor, rate: (typeof shownRates)[number], asked: object) {
  const frame = await listFrame(actor, rate, listInput.parse(asked))
  if (!frame) throw new Error('no list')
  const rows = []
  for await (const row of listExport(actor, frame)) rows.push(row)
  return rows
}

beforeAll(async () => {
  today = shanghaiDayOf(await databaseNow(db))
  const outcome = await loadDemonstration({ today, size: { enterprises: 130, countyCodes: [county, '330225'] } })
  if (!outcome.ok) throw new Error(outcome.refusal)
})

describe('numbers and their lists', () => {
  it.each([0, 9, 33])('are equal for every rate, roster and region, %i days ago', async (daysAgo) => {
    const actor = await officerOf('3302')
    const on = addDays(today, -daysAgo)
    for (const roster of ['key', 'all']) {
      for (const code of ['3302', county]) {
        const area = await areaPage(actor, code, viewInput.parse({ roster, on }))
        const rule = area?.programme?.trainingRule ?? 'ANY'
        for (const rate of shownRates) {
          const figure = rateFigure(area?.total ?? emptyTally, rate, rule)
          const asked = { roster, on, region: code }
          const page = await listPage(actor, rate, listInput.parse({ ...asked, state: 'all' }))
          const counted = { part: (await allRows(actor, rate, { ...asked, state: 'part' })).length }
          const rows = await allRows(actor, rate, { ...asked, state: 'all' })
          const want = { ...figure, rows: figure.whole, found: figure.whole }
          const have = { part: counted.part, whole: page?.whole, rows: rows.length, found: page?.found }
          expect({ rate, roster, code, ...have }).toEqual({ rate, roster, code, ...want })
          expect(new Set(rows.map((row) => row.seatId ?? row.entryId)).size).toBe(rows.length)
        }
      }
    }
  })

  it('are the same on screen and in the sheet, row by row', async () => {
    const actor = await officerOf(county)
    for (const rate of shownRates) {
      const asked = { roster: 'all', state: 'missing', sort: 'region' }
      expect(await exportedRows(actor, rate, asked)).toEqual(await allRows(actor, rate, asked))
    }
  })

  it('make a parent the sum of its children, now and then', async () => {
    const actor = await officerOf('3302')
    for (const on of [today, addDays(today, -20)]) {
      const area = await areaPage(actor, '3302', viewInput.parse({ roster: 'all', on }))
      const sum = (area?.children ?? []).reduce((all, child) => addTally(all, child.sums), emptyTally)
      for (const key of plainSums) expect(sum[key]).toBe(area?.total[key])
      expect(area?.total.entries).toBeGreaterThan(50)
    }
  })

  it('say why each missing row is missing', async () => {
    const rows = await allRows(await officerOf(county), 'readiness', { roster: 'all', state: 'missing' })
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter((row) => row.reasons.every((reason) => reason.missing.length === 0))).toEqual([])
  })

  it('find an enterprise by two characters of its name, and nothing by one that is not there', async () => {
    const actor = await officerOf('3302')
    const [some] = await allRows(actor, 'training', { roster: 'all', state: 'all' })
    const pair = [...(some?.enterprise ?? '')].slice(3, 5).join('')
    const found = await allRows(actor, 'training', { roster: 'all', state: 'all', search: pair })
    expect(found.map((row) => row.entryId)).toContain(some?.entryId)
    expect(found.filter((row) => !row.enterprise.includes(pair))).toEqual([])
    expect(await allRows(actor, 'training', { roster: 'all', state: 'all', search: '龘龘' })).toEqual([])
  })
})

describe('scope', () => {
  it('shows a county officer nothing of the city, another county, or a township elsewhere', async () => {
    const actor = await officerOf(county)
    for (const code of ['3302', '330225', '330225001']) {
      expect(await areaPage(actor, code, viewInput.parse({}))).toBeNull()
      expect(await listPage(actor, 'training', listInput.parse({ region: code }))).toBeNull()
    }
    const rows = await allRows(actor, 'awareness', { roster: 'all', state: 'all' })
    expect(new Set(rows.map((row) => row.countyName))).toEqual(new Set(['鄞州区']))
  })

  it('masks names above the parent of a leaf, and shows them at the leaf and its parent', async () => {
    const asked = { roster: 'all', state: 'all', region: county }
    const above = await allRows(await officerOf('3302'), 'awareness', asked)
    const parent = await allRows(await officerOf(county), 'awareness', asked)
    const held = parent.filter((row) => row.holderName)
    expect(held.length).toBeGreaterThan(0)
    expect(held.filter((row) => row.holderName?.includes('*'))).toEqual([])
    expect(above.filter((row) => row.holderName && !row.holderName.includes('*'))).toEqual([])
  })

  it('tells of an enterprise seat by seat what the lists count, and nothing to an officer elsewhere', async () => {
    const actor = await officerOf(county)
    const [missing] = await allRows(actor, 'readiness', { roster: 'all', state: 'missing' })
    const [met] = await allRows(actor, 'readiness', { roster: 'all', state: 'part' })
    for (const row of [missing, met]) {
      const seats = await entryStanding(actor, row?.entryId ?? '')
      expect(seats.find((seat) => seat.seatId === row?.seatId)).toMatchObject({
        readiness: row?.met,
        holderName: row?.holderName,
      })
      expect(seats.filter((seat) => seat.seatKind === 'HEAD')).toHaveLength(1)
      expect(await entryStanding(await officerOf('330225'), row?.entryId ?? '')).toEqual([])
    }
  })

  it('gives somebody without a grant no area and no list', async () => {
    const nobody = actorOf('00000000-0000-7000-8000-000000000000', [])
    expect(await areaPage(nobody, '3302', viewInput.parse({}))).toBeNull()
    expect(await listPage(nobody, 'training', listInput.parse({}))).toBeNull()
  })
})
