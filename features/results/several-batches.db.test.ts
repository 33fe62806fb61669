import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '@/domain/calendar/day'
import { recount } from '@/features/standing/commands/recount'
import { restandMany } from '@/features/standing/commands/restand-many'
import { type Context, inTransaction } from '@/server/context'
import { db } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import {
  bringIn,
  confirmAsProposed,
  QUESTIONNAIRE_HEADER,
  questionnaireRow,
  rowStates,
  workResults,
  writeMatched,
} from '@/tests/cast/bring-results'
import { type Cast, raiseCast } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'
import { decideRow } from './commands/decide-row'
import { requestRetract } from './commands/retract-batch'
import { undoDecision } from './commands/undo-decision'
import { batchInScope } from './queries/batch-in-scope'
import { batchPage } from './queries/batch-page'
import { firstRows } from './queries/batch-rows'
import { batchViewInput } from './view'

useDatabase()
let cast: Cast

const NEAR = '示例·甬江精密机械有限公司'
const COLUMNS = [
  { column: 7, use: 'enterprise' },
  { column: 9, use: 'answer' },
] as const
const MISSPELT = '示例·勇江精蜜机械有限公司'

beforeAll(async () => {
  cast = await raiseCast()
})

type Answer = { number: number; person: string; enterprise?: string }

async function matched(ctx: Context, regionId: string, answers: Answer[]): Promise<string> {
  const rows = answers.map(({ number, person, enterprise = NEAR }) =>
    questionnaireRow(number, `${addDays(cast.today, -3)} 09:30:00`, { person, enterprise, mobile: '' }, 90),
  )
  const batchId = await bringIn(
    ctx,
    { programmeId: cast.programmeId, regionId },
    { rows: [QUESTIONNAIRE_HEADER, ...rows] },
  )
  await confirmAsProposed(ctx, batchId)
  return batchId
}
async function written(ctx: Context, regionId: string, answers: Answer[]): Promise<string> {
  const batchId = await matched(ctx, regionId, answers)
  await writeMatched(ctx, batchId)
  return batchId
}
async function retract(ctx: Context, batchId: string): Promise<void> {
  expect(await requestRetract(ctx, batchId)).toMatchObject({ ok: true })
  await workResults()
}
const liveOf = (personId: string) => db.completion.count({ where: { personId, retractedAt: null } })
const trail = (subjectId: string, kind: string) => db.auditEvent.count({ where: { subjectId, kind } })
async function isCounted(): Promise<void> {
  const { differing, tallies } = await recount()
  expect([...differing, ...tallies]).toEqual([])
}

describe('the same rows in two written batches', () => {
  it('count in the other batch at once when the one that counted is taken back, and nowhere when both are', async () => {
    const { township, city } = cast.regions
    const answer = [{ number: 11, person: cast.head.name }]
    const first = await written(cast.townshipOfficer.ctx, township.id, answer)
    const second = await written(cast.cityOfficer.ctx, city.id, answer)
    const third = await written(cast.countyOfficer.ctx, cast.regions.county.id, answer)
    expect([await rowStates(first), await rowStates(second), await rowStates(third)].flat()).toEqual([
      'WRITTEN',
      'REPEATED',
      'REPEATED',
    ])
    const before = await trail(second, 'results.written')
    await retract(cast.townshipOfficer.ctx, first)
    expect([...(await rowStates(second)), ...(await rowStates(third))]).toEqual(['WRITTEN', 'REPEATED'])
    expect(await liveOf(cast.head.personId)).toBe(1)
    expect(await trail(second, 'results.written')).toBe(before + 1)
    await isCounted()

    await retract(cast.cityOfficer.ctx, second)
    expect(await rowStates(third)).toEqual(['WRITTEN'])
    expect(await liveOf(cast.head.personId)).toBe(1)
    await retract(cast.countyOfficer.ctx, third)
    expect(await liveOf(cast.head.personId)).toBe(0)
    await isCounted()
  })

  it('count again when a batch is written that was matched before the one that counted was taken back', async () => {
    const { county, city } = cast.regions
    const answer = [{ number: 13, person: cast.head.name }]
    const first = await written(cast.countyOfficer.ctx, county.id, answer)
    const later = await matched(cast.cityOfficer.ctx, city.id, answer)
    expect(await rowStates(later)).toEqual(['REPEATED'])
    await retract(cast.countyOfficer.ctx, first)
    expect(await rowStates(later)).toEqual(['MATCHED'])
    expect((await db.resultBatch.findUniqueOrThrow({ where: { id: later } })).counts).toEqual({ MATCHED: 1 })
    expect(await liveOf(cast.head.personId)).toBe(0)
    await writeMatched(cast.cityOfficer.ctx, later)
    expect(await liveOf(cast.head.personId)).toBe(1)
    await retract(cast.cityOfficer.ctx, later)
  })

  it('a decision taken back does not take what another batch decided about the same row', async () => {
    const { county, city } = cast.regions
    const answer = [{ number: 12, person: cast.head.name, enterprise: MISSPELT }]
    const [one, two] = [
      await matched(cast.countyOfficer.ctx, county.id, answer),
      await matched(cast.cityOfficer.ctx, city.id, answer),
    ]
    const { entryId, personId } = cast.head
    for (const [ctx, batchId] of [
      [cast.countyOfficer.ctx, one],
      [cast.cityOfficer.ctx, two],
    ] as const) {
      expect(await decideRow(ctx, { batchId, position: 0, entryId, personId })).toMatchObject({ ok: true })
      await writeMatched(ctx, batchId)
    }
    expect([...(await rowStates(one)), ...(await rowStates(two))]).toEqual(['WRITTEN', 'REPEATED'])
    expect(await undoDecision(cast.countyOfficer.ctx, { batchId: one, position: 0 })).toMatchObject({ ok: true })
    expect((await rowStates(one))[0]).toMatch(/^QUEUED/)
    expect(await rowStates(two)).toEqual(['WRITTEN'])
    expect((await db.resultRow.findFirst({ where: { batchId: two } }))?.how).toBe('decided')
    expect(await liveOf(personId)).toBe(1)
    await isCounted()
    await retract(cast.cityOfficer.ctx, two)
    await retract(cast.countyOfficer.ctx, one)
    expect(await liveOf(personId)).toBe(0)
    await db.nameAlias.updateMany({ where: { retractedAt: null }, data: { retractedAt: new Date() } })
  })
})

describe('a decision taken back', () => {
  it('touches rows of other batches only where its spelling explained them, each batch with its own trail', async () => {
    const { county, city } = cast.regions
    const teaching = await matched(cast.countyOfficer.ctx, county.id, [
      { number: 21, person: cast.head.name, enterprise: MISSPELT },
    ])
    const { head } = cast
    const choice = { entryId: head.entryId, personId: head.personId }
    await decideRow(cast.countyOfficer.ctx, { batchId: teaching, position: 0, ...choice })
    const leaning = await written(cast.cityOfficer.ctx, city.id, [
      { number: 22, person: head.name, enterprise: MISSPELT },
      { number: 23, person: head.name },
    ])
    expect(await rowStates(leaning)).toEqual(['WRITTEN', 'WRITTEN'])
    expect(await undoDecision(cast.countyOfficer.ctx, { batchId: teaching, position: 0 })).toEqual({
      ok: true,
      value: { others: 1 },
    })
    expect(await rowStates(leaning)).toEqual(['QUEUED enterprise-unknown', 'WRITTEN'])
    expect(await trail(leaning, 'result-row.undone')).toBe(1)
    expect(await trail(teaching, 'result-row.undone')).toBe(1)
    expect(await liveOf(head.personId)).toBe(1)
    await isCounted()
    await retract(cast.cityOfficer.ctx, leaning)
  })

  it('leaves rows that another officer’s decision about the same spelling still explains', async () => {
    const { township, county } = cast.regions
    const { entryId, personId } = cast.head
    const choice = { position: 0, entryId, personId }
    const answer = (number: number) => [{ number, person: cast.head.name, enterprise: MISSPELT }]
    const one = await matched(cast.townshipOfficer.ctx, township.id, answer(31))
    await decideRow(cast.townshipOfficer.ctx, { batchId: one, ...choice })
    const known = await db.nameAlias.findFirstOrThrow({ where: { batchId: one, retractedAt: null } })
    // The same taught from the county: by somebody who decided at the same time.
    await db.nameAlias.create({
      data: {
        ...known,
        id: known.id.replace(/.$/, (end) => (end === '0' ? '1' : '0')),
        regionId: county.id,
        batchId: null,
        position: null,
      },
    })
    const leaning = await written(cast.countyOfficer.ctx, county.id, answer(32))
    await db.holding.updateMany({ where: { id: cast.head.holdingId }, data: { toOn: columnOfDay(cast.today) } })
    expect(await undoDecision(cast.townshipOfficer.ctx, { batchId: one, position: 0 })).toMatchObject({
      value: { others: 0 },
    })
    expect(await rowStates(leaning)).toEqual(['WRITTEN'])
    await db.holding.updateMany({ where: { id: cast.head.holdingId }, data: { toOn: null } })
    await retract(cast.countyOfficer.ctx, leaning)
    await db.nameAlias.updateMany({ where: { retractedAt: null }, data: { retractedAt: new Date() } })
  })

  it.each(['city', 'county'] as const)('leaves what a former holder completed, brought in by the %s', async (level) => {
    const officer = level === 'city' ? cast.cityOfficer : cast.countyOfficer
    const { entryId, personId, name, holdingId } = cast.head
    const theirs = await written(officer.ctx, cast.regions[level].id, [
      { number: level === 'city' ? 41 : 42, person: name },
    ])
    expect(await rowStates(theirs)).toEqual(['WRITTEN'])
    const { seatId } = await db.holding.update({ where: { id: holdingId }, data: { toOn: columnOfDay(cast.today) } })
    const follower = { seatId, personId: cast.farClerk.personId, fromOn: columnOfDay(cast.today) }
    const { id } = await db.holding.create({ data: { id: crypto.randomUUID(), ...follower } })
    await inTransaction((tx) => restandMany(tx, [entryId]))

    const ctx = cast.townshipOfficer.ctx
    const own = await matched(ctx, cast.regions.township.id, [
      { number: 43, person: cast.farClerk.name, enterprise: MISSPELT },
    ])
    const choice = { position: 0, entryId, personId: cast.farClerk.personId }
    expect(await decideRow(ctx, { batchId: own, ...choice })).toMatchObject({ ok: true })
    expect(await undoDecision(ctx, { batchId: own, position: 0 })).toEqual({ ok: true, value: { others: 0 } })
    expect(await rowStates(theirs)).toEqual(['WRITTEN'])
    expect(await liveOf(personId)).toBe(1)
    expect(await trail(theirs, 'result-row.undone')).toBe(0)
    await isCounted()

    await db.holding.delete({ where: { id } })
    await db.holding.update({ where: { id: holdingId }, data: { toOn: null } })
    await inTransaction((tx) => restandMany(tx, [entryId]))
    await retract(officer.ctx, theirs)
  })
})

it('a number in an enterprise’s cell is starred for an officer above, and answers are not shown', async () => {
  const batchId = await matched(cast.countyOfficer.ctx, cast.regions.county.id, [
    { number: 51, person: '示例甲', enterprise: '示例·王小明138 0013 8000' },
  ])
  const shown = async (actor: Context['actor']) => {
    const page = await batchPage(actor, batchId, batchViewInput.parse({ state: 'QUEUED' }))
    const batch = await batchInScope(actor, batchId)
    if (!batch) throw new Error('The batch is out of reach.')
    const first = await firstRows(actor, batch, { sheet: page?.rows[0]?.sheet ?? '', columns: COLUMNS })
    return [page?.rows[0]?.enterprise, ...(first[0]?.cells ?? [])]
  }
  expect(await shown(cast.countyOfficer.actor)).toEqual([
    '示例·王小明138 0013 8000',
    '示例·王小明138 0013 8000',
    '100%',
  ])
  expect(await shown(cast.cityOfficer.actor)).toEqual(['示例·王小明*******', '示例·王小明*******', '…'])
})
