import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addDays } from '@/domain/calendar/day'
import { recount } from '@/features/standing/commands/recount'
import { db } from '@/server/db/client'
import { bringIn, confirmAsProposed, rowStates, workResults, writeMatched } from '@/tests/cast/bring-results'
import { type Cast, raiseCast, standingOfEntry } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'
import { cancelBatch } from './commands/cancel-batch'
import { matchBatch } from './commands/match-batch'
import { readBatch } from './commands/read-batch'
import { requestRetract } from './commands/retract-batch'
import { writeBatch } from './commands/write-batch'

useDatabase()
let cast: Cast
let county: { programmeId: string; regionId: string }
const NEAR = '示例·甬江精密机械有限公司'

beforeAll(async () => {
  cast = await raiseCast()
  county = { programmeId: cast.programmeId, regionId: cast.regions.county.id }
})
beforeEach(async () => {
  for (const { id } of await db.resultBatch.findMany({ where: { state: 'WRITTEN' } }))
    await requestRetract(cast.countyOfficer.ctx, id)
  await workResults()
})

const live = () => db.completion.findMany({ where: { retractedAt: null } })
async function difference() {
  const { differing, tallies } = await recount()
  return [...differing, ...tallies]
}

describe('other sheets', () => {
  it('a sign-in sheet counts as training for whoever was there, heads and clerks, on the day said', async () => {
    const ctx = cast.countyOfficer.ctx
    const rows = [
      ['单位名称', '姓名', '联系电话'],
      [NEAR, cast.head.name, cast.head.mobile],
      [NEAR, cast.clerk.name, cast.clerk.mobile],
      [NEAR, cast.clerk.name, cast.clerk.mobile],
    ]
    const batchId = await bringIn(ctx, county, { rows })
    await confirmAsProposed(ctx, batchId, {
      training: true,
      awareness: false,
      passScore: null,
      day: addDays(cast.today, -5),
    })
    expect(await rowStates(batchId)).toEqual(['MATCHED', 'MATCHED', 'REPEATED'])
    await writeMatched(ctx, batchId)
    expect((await live()).map(({ slug }) => slug).sort()).toEqual(['guiji-fuzhuzhang', 'jiajikouchu'])
    const standing = await standingOfEntry(cast.head.entryId)
    expect(standing).toMatchObject({ trainedAny: true, trainedAnyEvidence: 'IMPORTED', trainedEvery: false, aware: 0 })
    expect(await difference()).toEqual([])
  })

  it('what happened outside the programme is not counted', async () => {
    const ctx = cast.countyOfficer.ctx
    const batchId = await bringIn(ctx, county, {
      rows: [
        ['单位', '姓名'],
        [NEAR, cast.head.name],
      ],
    })
    await confirmAsProposed(ctx, batchId, { training: true, awareness: false, day: addDays(cast.today, -31) })
    expect(await rowStates(batchId)).toEqual(['UNCOUNTED outside-programme'])
  })

  it('a 接龙 becomes sign-ups, which move nothing and are taken back with the batch', async () => {
    const ctx = cast.countyOfficer.ctx
    const text = `#接龙\n政策宣讲会报名\n1. ${cast.head.name} ${NEAR} ${cast.head.mobile}\n2. 谁也不是 某某\n3. ${cast.clerk.name} ${NEAR}`
    const batchId = await bringIn(ctx, county, { text })
    const one = await db.resultBatch.findUniqueOrThrow({ where: { id: batchId } })
    expect(one.source).toBe('JIELONG')
    await confirmAsProposed(ctx, batchId, { mode: 'sign-ups' })
    await writeMatched(ctx, batchId)
    expect(await db.signUp.count({ where: { batchId, retractedAt: null } })).toBe(2)
    expect(await live()).toEqual([])
    expect(await requestRetract(ctx, batchId)).toMatchObject({ ok: true })
    await workResults()
    expect(await db.signUp.count({ where: { batchId, retractedAt: null } })).toBe(0)
  })

  it('a job that was killed begins again: nothing is read, matched or counted twice', async () => {
    const ctx = cast.countyOfficer.ctx
    const rows = [
      ['单位', '姓名', '日期'],
      [NEAR, cast.head.name, addDays(cast.today, -6)],
      [NEAR, cast.clerk.name, addDays(cast.today, -6)],
    ]
    const batchId = await bringIn(ctx, county, { rows })
    const back = (state: 'READING' | 'MATCHING' | 'WRITING') =>
      db.resultBatch.update({ where: { id: batchId }, data: { state } })
    await back('READING')
    await readBatch(batchId)
    expect(await rowStates(batchId)).toEqual(['READ', 'READ'])
    await confirmAsProposed(ctx, batchId, { training: true, awareness: false, passScore: null })
    await back('MATCHING')
    await matchBatch(batchId)
    expect(await rowStates(batchId)).toEqual(['MATCHED', 'MATCHED'])
    await writeMatched(ctx, batchId)
    await back('WRITING')
    await writeBatch(batchId, 'test')
    expect(await live()).toHaveLength(2)
    expect(await difference()).toEqual([])
  })

  it('a cancelled batch leaves neither rows nor file', async () => {
    const ctx = cast.countyOfficer.ctx
    const batchId = await bringIn(ctx, county, {
      rows: [
        ['单位', '姓名'],
        [NEAR, cast.head.name],
      ],
    })
    expect(await cancelBatch(ctx, batchId)).toMatchObject({ ok: true })
    expect(await rowStates(batchId)).toEqual([])
    expect(await db.storedFile.count({ where: { id: batchId } })).toBe(0)
  })
})

describe('what the officer says about the columns', () => {
  const rows = () => [
    ['单位名称', '姓名', '成绩'],
    [NEAR, cast.head.name, '90'],
  ]
  const said = (about: Parameters<typeof confirmAsProposed>[2]) => async (batchId: string) => {
    try {
      await confirmAsProposed(cast.countyOfficer.ctx, batchId, about)
      return 'confirmed'
    } catch (error) {
      return (error as Error).message
    }
  }

  it('is refused with the reason when it cannot be counted so, and the batch waits for better words', async () => {
    const batchId = await bringIn(cast.countyOfficer.ctx, county, { rows: rows() })
    const day = addDays(cast.today, -4)
    expect(await said({ day: null })(batchId)).toBe('day-missing')
    expect(await said({ day: addDays(cast.today, 1) })(batchId)).toBe('day-future')
    expect(await said({ day, passScore: null })(batchId)).toBe('pass-score')
    expect(await said({ day, uses: { 成绩: 'answer' } })(batchId)).toBe('score-column')
    expect(await said({ day, uses: { 成绩: 'person' } })(batchId)).toBe('use-twice')
    expect(await said({ day, awareness: false })(batchId)).toBe('choose-rate')
    const nobody = { 单位名称: 'answer', 姓名: 'answer' } as const
    expect(await said({ day, uses: nobody })(batchId)).toBe('nobody-named')
    expect(await said({ day })(batchId)).toBe('confirmed')
    expect(await rowStates(batchId)).toEqual(['MATCHED'])
  })

  it('can be said anew before anything was written, and the rows are understood anew', async () => {
    const batchId = await bringIn(cast.countyOfficer.ctx, county, { rows: rows() })
    const day = addDays(cast.today, -4)
    expect(await said({ day, passScore: 95 })(batchId)).toBe('confirmed')
    expect(await rowStates(batchId)).toEqual(['UNCOUNTED below-mark'])
    expect(await said({ day, passScore: 85 })(batchId)).toBe('confirmed')
    expect(await rowStates(batchId)).toEqual(['MATCHED'])
    await writeMatched(cast.countyOfficer.ctx, batchId)
    expect(await said({ day })(batchId)).toBe('not-read-yet')
  })

  it('what has no header or no rows is refused by the worker, which keeps nothing of it', async () => {
    const batchId = await bringIn(cast.countyOfficer.ctx, county, { rows: [['只有一句话'], ['没有表头']] })
    const one = await db.resultBatch.findUniqueOrThrow({ where: { id: batchId } })
    expect([one.state, (one.refusal as { code: string }).code]).toEqual(['REFUSED', 'no-header'])
    expect(await rowStates(batchId)).toEqual([])
  })
})
