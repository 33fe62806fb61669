import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addDays } from '@/domain/calendar/day'
import { recount } from '@/features/standing/commands/recount'
import { db } from '@/server/db/client'
import {
  bringIn,
  confirmAsProposed,
  QUESTIONNAIRE_HEADER,
  questionnaireRow,
  rowStates,
  workResults,
  writeMatched,
} from '@/tests/cast/bring-results'
import { type Cast, raiseCast, standingOfEntry } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'
import { cancelBatch } from './commands/cancel-batch'
import { decideRow } from './commands/decide-row'
import { rematchBatch } from './commands/rematch-batch'
import { requestRetract } from './commands/retract-batch'
import { setRowAside } from './commands/set-row-aside'
import { undoDecision } from './commands/undo-decision'
import { uploadResults } from './commands/upload-results'
import { confirmBatch, writeBatch } from './commands/write-batch'
import { batchPage } from './queries/batch-page'
import { batchViewInput } from './view'

useDatabase()
let cast: Cast
let county: { programmeId: string; regionId: string }

const NEAR = '示例·甬江精密机械有限公司'
const OTHER = '示例·澄川新材料有限公司'
const at = (offset = -3, time = '09:30:00') => `${addDays(cast.today, offset)} ${time}`

beforeAll(async () => {
  cast = await raiseCast()
  county = { programmeId: cast.programmeId, regionId: cast.regions.county.id }
})
beforeEach(async () => {
  for (const { id } of await db.resultBatch.findMany({ where: { state: 'WRITTEN' } })) await retract(id)
  await db.nameAlias.updateMany({ where: { retractedAt: null }, data: { retractedAt: new Date() } })
})

/** A questionnaire: the head with 90, the other head mistyped with 95, a clerk with 100, the first head's colleague with 40. */
function quiz() {
  return [
    QUESTIONNAIRE_HEADER,
    questionnaireRow(1, at(), { person: cast.head.name, enterprise: NEAR, mobile: cast.head.mobile }, 90),
    questionnaireRow(2, at(), { person: cast.otherHead.name, enterprise: '示例·成川新材科有限公司', mobile: '' }, 95),
    questionnaireRow(3, at(), { person: cast.clerk.name, enterprise: NEAR, mobile: '' }, 100),
    questionnaireRow(4, at(), { person: cast.otherHead.name, enterprise: OTHER, mobile: '' }, 40),
  ]
}
async function matchedQuiz(rows = quiz()) {
  const ctx = cast.countyOfficer.ctx
  const batchId = await bringIn(ctx, county, { rows })
  await confirmAsProposed(ctx, batchId)
  return { ctx, batchId }
}
async function retract(batchId: string) {
  const outcome = await requestRetract(cast.countyOfficer.ctx, batchId)
  await workResults()
  return outcome
}
const live = () => db.completion.findMany({ where: { retractedAt: null } })
const state = async (batchId: string) => (await db.resultBatch.findUniqueOrThrow({ where: { id: batchId } })).state
async function decide(batchId: string, position: number, who: { entryId: string; personId: string }) {
  return decideRow(cast.countyOfficer.ctx, { batchId, position, entryId: who.entryId, personId: who.personId })
}
async function difference() {
  const { differing, tallies } = await recount()
  return [...differing, ...tallies]
}

describe('a questionnaire brought in', () => {
  it('is read with proposed columns, matched without counting anything, and counts exactly its passed heads once written', async () => {
    const { ctx, batchId } = await matchedQuiz()
    expect(await rowStates(batchId)).toEqual([
      'MATCHED',
      'QUEUED enterprise-unknown',
      'UNCOUNTED no-requirement',
      'UNCOUNTED below-mark',
    ])
    expect(await live()).toEqual([])
    expect((await standingOfEntry(cast.head.entryId)).aware).toBe(0)

    await writeMatched(ctx, batchId)
    expect(await rowStates(batchId)).toEqual([
      'WRITTEN',
      'QUEUED enterprise-unknown',
      'UNCOUNTED no-requirement',
      'UNCOUNTED below-mark',
    ])
    const [completion, ...more] = await live()
    expect(more).toEqual([])
    expect(completion).toMatchObject({
      personId: cast.head.personId,
      subjectKind: 'EXAM',
      slug: 'jiajikouchu-ceyice',
      evidence: 'IMPORTED',
      importId: batchId,
      recordedById: ctx.actor.personId,
    })
    const standing = await standingOfEntry(cast.head.entryId)
    expect(standing).toMatchObject({ aware: 1, awareBy: [0, 0, 0, 1], ready: 0, trainedAny: false })
    expect(await db.outbox.count({ where: { kind: 'completion.recorded' } })).toBe(0)
    expect(await db.auditEvent.count({ where: { kind: 'results.written', subjectId: batchId } })).toBe(1)
    expect(await difference()).toEqual([])
  })

  it('brought in twice changes nothing; taken back all is as before; brought in again it counts again', async () => {
    const first = await matchedQuiz()
    await writeMatched(first.ctx, first.batchId)
    const again = await matchedQuiz()
    expect((await rowStates(again.batchId))[0]).toBe('REPEATED')
    await writeMatched(again.ctx, again.batchId)
    expect(await live()).toHaveLength(1)

    expect(await retract(first.batchId)).toMatchObject({ ok: true })
    expect(await state(first.batchId)).toBe('RETRACTED')
    expect(await live()).toMatchObject([{ importId: again.batchId }])
    await retract(again.batchId)
    expect(await live()).toEqual([])
    expect((await standingOfEntry(cast.head.entryId)).aware).toBe(0)
    expect(await difference()).toEqual([])

    const third = await matchedQuiz()
    expect((await rowStates(third.batchId))[0]).toBe('MATCHED')
    await writeMatched(third.ctx, third.batchId)
    expect((await standingOfEntry(cast.head.entryId)).aware).toBe(1)
    expect(await difference()).toEqual([])
  })

  it('counts once when two officers confirm at once, and when its job is done twice', async () => {
    const { ctx, batchId } = await matchedQuiz()
    const outcomes = await Promise.all([confirmBatch(ctx, batchId), confirmBatch(cast.cityOfficer.ctx, batchId)])
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
    await Promise.all([writeBatch(batchId, 'test'), writeBatch(batchId, 'test')])
    await workResults()
    expect(await live()).toHaveLength(1)
  })

  it('of two batches with the same rows, both matched before either is written, only one counts', async () => {
    const [one, two] = [await matchedQuiz(), await matchedQuiz()]
    await Promise.all([confirmBatch(one.ctx, one.batchId), confirmBatch(two.ctx, two.batchId)])
    await Promise.all([writeBatch(one.batchId, 'test'), writeBatch(two.batchId, 'test')])
    expect(await live()).toHaveLength(1)
    expect([(await rowStates(one.batchId))[0], (await rowStates(two.batchId))[0]].sort()).toEqual([
      'REPEATED',
      'WRITTEN',
    ])
  })

  it('remembers its columns and mark, and proposes them next time', async () => {
    const { ctx } = await matchedQuiz()
    const batchId = await bringIn(ctx, county, { rows: quiz() })
    const one = await batchPage(ctx.actor, batchId, batchViewInput.parse({}))
    expect(one?.columns?.isRemembered).toBe(true)
    expect(one?.options.proposed).toEqual({ rates: ['AWARENESS'], passScore: 80 })
  })

  it('never moves readiness, not even where somebody lets its requirement take imported evidence', async () => {
    await db.requirementAlternative.updateMany({ data: { evidence: ['IN_PERSON', 'SESSION', 'ONLINE', 'IMPORTED'] } })
    const { ctx, batchId } = await matchedQuiz()
    await writeMatched(ctx, batchId)
    expect((await rowStates(batchId))[2]).toBe('UNCOUNTED no-requirement')
    const standings = await db.standing.findMany({ where: { programmeId: cast.programmeId } })
    expect(standings.map(({ ready }) => ready)).toEqual([0, 0, 0])
  })
})

describe('the queue', () => {
  it('a decision counts at once in a written batch, teaches the spelling, and its undo takes all of it back', async () => {
    const rows = [
      ...quiz(),
      questionnaireRow(
        5,
        at(-2),
        { person: cast.otherHead.name, enterprise: '示例·成川新材科有限公司', mobile: '' },
        85,
      ),
    ]
    const { ctx, batchId } = await matchedQuiz(rows)
    await writeMatched(ctx, batchId)
    expect(await decide(batchId, 1, cast.otherHead)).toEqual({ ok: true, value: { decided: 1, others: 1 } })
    expect((await rowStates(batchId)).filter((one) => one === 'WRITTEN')).toHaveLength(3)
    expect((await standingOfEntry(cast.otherHead.entryId)).aware).toBe(1)
    expect(await difference()).toEqual([])

    const next = await bringIn(ctx, county, {
      rows: [
        QUESTIONNAIRE_HEADER,
        questionnaireRow(
          9,
          at(-1),
          { person: cast.otherHead.name, enterprise: '示例成川新材科有限公司', mobile: '' },
          88,
        ),
      ],
    })
    await confirmAsProposed(ctx, next)
    await writeMatched(ctx, next)
    expect(await rowStates(next)).toEqual(['WRITTEN'])

    expect(await undoDecision(ctx, { batchId, position: 1 })).toEqual({ ok: true, value: { others: 2 } })
    expect((await rowStates(batchId)).filter((one) => one.startsWith('QUEUED'))).toHaveLength(2)
    expect(await rowStates(next)).toEqual(['QUEUED enterprise-unknown'])
    expect(await live()).toHaveLength(1)
    expect((await standingOfEntry(cast.otherHead.entryId)).aware).toBe(0)
    expect(await difference()).toEqual([])
  })

  it('a decision before writing waits for the writing; a row put aside is not asked about again', async () => {
    const { ctx, batchId } = await matchedQuiz()
    const aside = async () => setRowAside(ctx, { batchId, position: 1 })
    expect(await aside()).toEqual({ ok: true, value: { isAside: true } })
    expect(await aside()).toEqual({ ok: true, value: { isAside: false } })
    expect(await aside()).toEqual({ ok: true, value: { isAside: true } })
    expect(await decide(batchId, 1, cast.otherHead)).toMatchObject({ ok: true })
    expect(await live()).toEqual([])
    await writeMatched(ctx, batchId)
    expect(await live()).toHaveLength(2)
    expect(await decide(batchId, 1, cast.otherHead)).toEqual({ ok: false, refusal: 'not-open' })
  })

  it('a person outside the batch’s area cannot be chosen', async () => {
    const { batchId } = await matchedQuiz()
    expect(await decide(batchId, 1, cast.farClerk)).toEqual({ ok: false, refusal: 'not-found' })
  })

  it('matching again after the roster changed counts what it now knows, in a batch that is written', async () => {
    const { ctx, batchId } = await matchedQuiz()
    await writeMatched(ctx, batchId)
    const named = {
      enterpriseId: (await db.rosterEntry.findUniqueOrThrow({ where: { id: cast.otherHead.entryId } })).enterpriseId,
    }
    await db.enterpriseName.updateMany({ where: named, data: { name: '示例·成川新材科有限公司' } })
    expect(await rematchBatch(ctx, batchId)).toMatchObject({ ok: true })
    await workResults()
    expect(await state(batchId)).toBe('WRITTEN')
    expect((await rowStates(batchId))[1]).toBe('WRITTEN')
    expect((await standingOfEntry(cast.otherHead.entryId)).aware).toBe(1)
    await db.enterpriseName.updateMany({ where: named, data: { name: OTHER } })
  })
})

describe('who may', () => {
  it('another county’s officer finds neither the batch nor a way to act on it', async () => {
    const { batchId } = await matchedQuiz()
    const ctx = cast.otherCountyOfficer.ctx
    expect(await batchPage(ctx.actor, batchId, batchViewInput.parse({}))).toBeNull()
    const refused = { ok: false, refusal: 'not-found' }
    expect(await confirmBatch(ctx, batchId)).toEqual(refused)
    expect(await cancelBatch(ctx, batchId)).toEqual(refused)
    expect(await requestRetract(ctx, batchId)).toEqual(refused)
    expect(await rematchBatch(ctx, batchId)).toEqual(refused)
    expect(await setRowAside(ctx, { batchId, position: 1 })).toEqual(refused)
    expect(await undoDecision(ctx, { batchId, position: 1 })).toEqual(refused)
    expect(await uploadResults(ctx, { ...county, title: '', kind: 'AUTO', rows: 'x' })).toEqual(refused)
  })

  it('shows persons in full at the owning level and its parent, masked above; and the programme’s days', async () => {
    const { batchId } = await matchedQuiz()
    const queue = batchViewInput.parse({ state: 'QUEUED' })
    const shown = async (actor: Parameters<typeof batchPage>[0]) => {
      const row = (await batchPage(actor, batchId, queue))?.rows[0]
      return [row?.person, ...(row?.candidates[0]?.card.holders.map(({ name }) => name) ?? [])]
    }
    expect(await shown(cast.countyOfficer.actor)).toEqual(['王惊蛰', '王惊蛰'])
    expect(await shown(cast.cityOfficer.actor)).toEqual(['王**', '王**'])
    const days = (await batchPage(cast.countyOfficer.actor, batchId, queue))?.days
    expect(days).toEqual({ first: addDays(cast.today, -30), last: addDays(cast.today, 334) })
  })
})
