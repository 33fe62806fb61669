import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addDays, shanghaiDayOf } from '@/domain/calendar/day'
import type { RequirementFact } from '@/domain/rates/entry-facts'
import { evidenceClasses } from '@/domain/rates/entry-facts'
import { inTransaction, systemContext } from '@/server/context'
import { db } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import {
  writeEntry,
  writePeople,
  writeProgramme,
  writeRegions,
  writeRequirement,
} from '@/tests/conformance/roster-writer'
import { useDatabase } from '@/tests/support/database'
import { recordCompletion } from './record-completion'
import { recount } from './recount'
import { lockProgramme, requestRestand, restandProgrammes } from './restand-programme'
import { restandMany } from './restand-many'
import { retractCompletion } from './retract-completion'
import { settle } from './settle'
import { settlementDay } from './settlement-day'
import { writeDailyTallies } from './write-daily-tallies'

useDatabase()

const ctx = systemContext('test')
const today = shanghaiDayOf(new Date())
const since = addDays(today, -20)
const always = { fromOn: since, toOn: null }
const leaves: string[] = []

function course(over: Partial<RequirementFact> = {}, validDays: number | null = null): RequirementFact {
  const alternative = {
    subjectKind: 'COURSE' as const,
    slug: 'head',
    minVersion: 1,
    validDays,
    times: 1,
    evidence: evidenceClasses,
  }
  return { ...always, seatKind: 'HEAD', rate: 'TRAINING', alternatives: [alternative], ...over }
}

/** A programme with one entry whose HEAD seat is held. */
async function cast(validDays: number | null = null) {
  return inTransaction(async (tx) => {
    const programmeId = await writeProgramme(tx, { fromOn: since, toOn: null }, [course({}, validDays)])
    const [personId = ''] = await writePeople(tx, 1)
    const seat = { ...always, id: '', kind: 'HEAD' as const, holdings: [{ ...always, id: '', personId }] }
    const facts = { placements: [{ ...always, leafId: '', isKey: true }], seats: [seat], visits: [] }
    const naming = { leafOf: () => leaves[0] ?? '', personOf: (id: string) => id, shiftDays: 0 }
    const entryId = await writeEntry(tx, programmeId, facts, naming)
    await restandMany(tx, [entryId])
    return { programmeId, personId, entryId }
  })
}

function complete(personId: string, happenedOn: string) {
  const fact = {
    personId,
    subjectKind: 'COURSE' as const,
    slug: 'head',
    contentVersion: 1,
    evidence: 'ONLINE' as const,
  }
  return inTransaction((tx) => recordCompletion(tx, ctx, { ...fact, happenedOn, sourceKey: `test:${newId()}` }))
}
const trained = async (entryId: string) => (await db.standing.findUniqueOrThrow({ where: { entryId } })).trainedAny
const tallyRow = (programmeId: string) => db.tally.findFirstOrThrow({ where: { programmeId } })

beforeAll(async () => {
  leaves.push(...(await inTransaction(writeRegions)))
})
beforeEach(async () => {
  await db.settlement.deleteMany()
})

/** The daily tallies of one day: level → trained of entries. */
async function daily(programmeId: string, day: string): Promise<Record<string, string>> {
  const rows = await db.dailyTally.findMany({ where: { programmeId, day: columnOfDay(day) } })
  const kinds = new Map((await db.region.findMany()).map((region) => [region.id, region.kind]))
  return Object.fromEntries(rows.map((row) => [kinds.get(row.regionId) ?? '?', `${row.trainedAny}/${row.asked}`]))
}

describe('settlement', () => {
  it('takes a completion out of the tally on the day its validity ends, not before', async () => {
    const { programmeId, personId, entryId } = await cast(10)
    await complete(personId, addDays(today, -8))
    expect(await trained(entryId)).toBe(true)
    await settle(addDays(today, 1))
    expect(await trained(entryId)).toBe(true)
    await settle(addDays(today, 2))
    expect(await trained(entryId)).toBe(false)
    expect((await tallyRow(programmeId)).trainedAny).toBe(0)
    expect((await recount()).differing).toEqual([])
  })

  it('writes each day once, for the township and every node above it, and runs twice without a trace', async () => {
    const { programmeId, personId } = await cast()
    await complete(personId, today)
    await settle(addDays(today, 1))
    const first = await daily(programmeId, today)
    expect(first).toEqual({ TOWNSHIP: '1/1', COUNTY: '1/1', CITY: '1/1' })
    await complete((await cast()).personId, today)
    const again = await settle(addDays(today, 1))
    expect(again).toMatchObject({ entries: 0 })
    expect(await daily(programmeId, today)).toEqual(first)
  })

  it('catches up the days missed while the worker was down', async () => {
    const { programmeId, personId } = await cast(12)
    await settle(addDays(today, -9))
    await complete(personId, addDays(today, -8))
    await settle(addDays(today, 1))
    const lines = []
    for (let back = 10; back >= 0; back -= 1) lines.push((await daily(programmeId, addDays(today, -back))).CITY)
    expect(lines).toEqual(['0/1', '0/1', ...Array(9).fill('1/1')])
    expect(await db.settlement.count({ where: { programmeId, talliedAt: { not: null } } })).toBe(11)
  })

  it('leaves a written day as it was known and marks it corrected from the first day a later fact changes', async () => {
    const { programmeId, personId } = await cast()
    for (let back = 6; back >= 1; back -= 1) await writeDailyTallies(programmeId, addDays(today, -back))
    expect((await tallyRow(programmeId)).correctedFromOn).toBeNull()
    const { id } = await complete(personId, addDays(today, -3))
    expect((await daily(programmeId, addDays(today, -2))).CITY).toBe('0/1')
    expect((await tallyRow(programmeId)).correctedFromOn).toEqual(columnOfDay(addDays(today, -3)))
    await inTransaction((tx) => retractCompletion(tx, ctx, id))
    expect((await tallyRow(programmeId)).correctedFromOn).toEqual(columnOfDay(addDays(today, -3)))
  })

  it('marks nothing when a completion of today is recorded', async () => {
    const { programmeId, personId } = await cast()
    for (let back = 6; back >= 1; back -= 1) await writeDailyTallies(programmeId, addDays(today, -back))
    await complete(personId, today)
    expect((await tallyRow(programmeId)).correctedFromOn).toBeNull()
  })

  it('waits three minutes after midnight before a day is over for good', () => {
    expect(settlementDay(new Date('2026-11-22T16:00:01Z'))).toEqual({ today: '2026-11-23', lastFullDay: '2026-11-21' })
    expect(settlementDay(new Date('2026-11-22T16:03:00Z'))).toEqual({ today: '2026-11-23', lastFullDay: '2026-11-22' })
  })
})

describe('a change of requirements from a coming day', () => {
  it('changes nobody today, everybody on its day, with the progress stored', async () => {
    const { programmeId, personId, entryId } = await cast()
    await complete(personId, today)
    const from = addDays(today, 2)
    const runId = await inTransaction(async (tx) => {
      await lockProgramme(tx, programmeId)
      const [old] = course().alternatives
      if (!old) throw new Error('no alternative')
      await writeRequirement(tx, programmeId, course({ fromOn: from, alternatives: [{ ...old, slug: 'new' }] }))
      return requestRestand(tx, programmeId, 'requirement.changed')
    })
    expect((await recount()).openRuns).toBe(1)
    await restandProgrammes()
    expect(await db.restandRun.findUniqueOrThrow({ where: { id: runId } })).toMatchObject({ done: 1, total: 1 })
    expect((await recount()).openRuns).toBe(0)
    expect(await trained(entryId)).toBe(true)
    await settle(from)
    expect(await trained(entryId)).toBe(false)
    const seat = await db.seatStanding.findFirstOrThrow({ where: { entryId } })
    expect(seat.missing).toEqual(['TRAINING:COURSE:new'])
  })
})
