import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, type Day } from '@/domain/calendar/day'
import { setClosingDay } from '@/features/programmes/commands/set-closing-day'
import { recordCompletion } from '@/features/standing/commands/record-completion'
import { inTransaction, systemContext } from '@/server/context'
import { db } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { type Cast, raiseCast } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'
import { keepPeriods } from './commands/keep-periods'
import { openPeriod } from './commands/open-period'
import { rulesOn } from './queries/reported-programme'

useDatabase()

const ctx = systemContext('test')
let cast: Cast
let closedOn: Day

/** Waits until somebody waits for a lock in this database. */
async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const [row] = await db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    if (row && row.count > 0) return
  }
}

beforeAll(async () => {
  cast = await raiseCast()
  const back = [6, 7, 8, 9].find((days) => Number(addDays(cast.today, -days).slice(8)) <= 28) ?? 6
  closedOn = addDays(cast.today, -back)
  const closingDay = Number(closedOn.slice(8))
  await setClosingDay(ctx, { programmeId: cast.programmeId, closingDay, bothRulesUntilOn: null })
  await openPeriod(cast.programmeId, addDays(closedOn, -2))
})

describe('freezing', () => {
  it('waits while time lines are counted anew after a change of rules', async () => {
    const run = { id: newId(), programmeId: cast.programmeId, reason: 'rule.changed', total: 3 }
    await db.restandRun.create({ data: run })
    expect(await keepPeriods()).toBe(0)
    await db.restandRun.delete({ where: { id: run.id } })
  })

  it('waits for a fact that is being recorded, and takes it in as a whole', async () => {
    let finish = () => {}
    let recorded = () => {}
    const mayFinish = new Promise<void>((resolve) => {
      finish = resolve
    })
    const isRecorded = new Promise<void>((resolve) => {
      recorded = resolve
    })
    const recording = inTransaction(async (tx) => {
      await recordCompletion(tx, ctx, {
        personId: cast.head.personId,
        subjectKind: 'COURSE',
        slug: 'jiajikouchu',
        contentVersion: 1,
        happenedOn: addDays(closedOn, -1),
        evidence: 'SESSION',
        sourceKey: 'test:late',
      })
      recorded()
      await mayFinish
    })
    await isRecorded
    const freezing = keepPeriods()
    await untilSomebodyWaits()
    finish()
    await recording
    expect(await freezing).toBe(1)
    expect(await db.periodRow.count({ where: { seatId: null, trainedAny: true } })).toBe(1)
    expect(await db.periodRow.count({ where: { seatId: { not: null }, training: true } })).toBe(1)
  })

  it('follows an empty period of work: the next one opens and is not frozen before its time', async () => {
    expect(await keepPeriods()).toBe(0)
    expect(await db.reportingPeriod.count({ where: { frozenAt: null } })).toBe(1)
  })
})

describe('the former rule', () => {
  it('stands beside the present one up to the day the programme says, and frozen periods keep theirs', async () => {
    const { programmeId } = cast
    const changedOn = addDays(cast.today, -3)
    await db.programmeRule.updateMany({ where: { programmeId }, data: { toOn: columnOfDay(changedOn) } })
    const rule = { id: newId(), programmeId, fromOn: columnOfDay(changedOn), trainingRule: 'EVERY' as const }
    await db.programmeRule.create({ data: { ...rule, definitionVersion: 2 } })
    const both = { trainingRule: 'EVERY', formerRule: 'ANY', definitionVersion: 2 }
    expect(await rulesOn(programmeId, cast.today)).toEqual(both)
    expect(await rulesOn(programmeId, addDays(changedOn, -1))).toMatchObject({ trainingRule: 'ANY', formerRule: null })
    const closingDay = Number(closedOn.slice(8))
    await setClosingDay(ctx, { programmeId, closingDay, bothRulesUntilOn: addDays(cast.today, -1) })
    expect(await rulesOn(programmeId, addDays(cast.today, -1))).toEqual(both)
    expect(await rulesOn(programmeId, cast.today)).toEqual({ ...both, formerRule: null })
    const frozen = await db.reportingPeriod.findFirstOrThrow({ where: { frozenAt: { not: null } } })
    expect(frozen).toMatchObject({ trainingRule: 'ANY', formerRule: null, definitionVersion: 1 })
  })
})
