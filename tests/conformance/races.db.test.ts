import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, shanghaiDayOf } from '@/domain/calendar/day'
import type { RequirementFact } from '@/domain/rates/entry-facts'
import { evidenceClasses } from '@/domain/rates/entry-facts'
import { lockPersonsAndFindEntries } from '@/features/standing/commands/lock-persons'
import { recordCompletion, recordCompletions } from '@/features/standing/commands/record-completion'
import { recount } from '@/features/standing/commands/recount'
import { restandMany } from '@/features/standing/commands/restand-many'
import { inTransaction, systemContext } from '@/server/context'
import { columnOfDay } from '@/server/db/day'
import { db } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { useDatabase } from '@/tests/support/database'
import { writeEntry, writePeople, writeProgramme, writeRegions } from './roster-writer'

useDatabase()

const ctx = systemContext('test')
const today = shanghaiDayOf(new Date())
const since = addDays(today, -30)
const course: RequirementFact = {
  seatKind: 'HEAD',
  rate: 'TRAINING',
  fromOn: since,
  toOn: null,
  alternatives: [
    { subjectKind: 'COURSE', slug: 'head', minVersion: 1, validDays: null, times: 1, evidence: evidenceClasses },
  ],
}
let leaves: string[] = []
let programmeId = ''

async function entryWithHead(personId: string | null): Promise<string> {
  const always = { fromOn: since, toOn: null }
  const holdings = personId ? [{ ...always, id: '', personId }] : []
  const facts = {
    placements: [{ ...always, leafId: '', isKey: true }],
    seats: [{ ...always, id: '', kind: 'HEAD' as const, holdings }],
    visits: [],
  }
  return inTransaction(async (tx) => {
    const naming = { leafOf: () => leaves[0] ?? '', personOf: (id: string) => id, shiftDays: 0 }
    const entryId = await writeEntry(tx, programmeId, facts, naming)
    await restandMany(tx, [entryId])
    return entryId
  })
}
const people = (count: number) => inTransaction((tx) => writePeople(tx, count))
const completionOf = (personId: string) => ({
  personId,
  subjectKind: 'COURSE' as const,
  slug: 'head',
  contentVersion: 1,
  happenedOn: today,
  evidence: 'ONLINE' as const,
  sourceKey: `test:${newId()}`,
})

/** A gate: those who wait go on when it is opened. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

beforeAll(async () => {
  await inTransaction(async (tx) => {
    leaves = await writeRegions(tx)
    programmeId = await writeProgramme(tx, { fromOn: since, toOn: null }, [course])
  })
})

describe('the two races of the counting design', () => {
  it('lost completion: a completion and a new holding of one person, written at the same time, do not miss each other', async () => {
    const [personId = ''] = await people(1)
    const entryId = await entryWithHead(null)
    const seat = await db.seat.findFirstOrThrow({ where: { entryId } })
    const isHeld = gate()
    const mayCommit = gate()

    const newHolding = inTransaction(async (tx) => {
      const others = await lockPersonsAndFindEntries(tx, [personId])
      await tx.holding.create({ data: { id: newId(), seatId: seat.id, personId, fromOn: columnOfDay(since) } })
      await restandMany(tx, [entryId, ...others])
      isHeld.open()
      await mayCommit.opened
    })
    await isHeld.opened
    const completion = inTransaction((tx) => recordCompletion(tx, ctx, completionOf(personId)))
    const isDoneEarly = await Promise.race([completion.then(() => true), pause(300).then(() => false)])
    mayCommit.open()
    await Promise.all([newHolding, completion])

    expect(isDoneEarly).toBe(false)
    expect(await db.standing.findUniqueOrThrow({ where: { entryId } })).toMatchObject({ trainedAny: true })
  })

  it('lost completion, the other way round: the holding waits for the completion', async () => {
    const [personId = ''] = await people(1)
    const entryId = await entryWithHead(null)
    const seat = await db.seat.findFirstOrThrow({ where: { entryId } })
    const isRecorded = gate()
    const mayCommit = gate()

    const completion = inTransaction(async (tx) => {
      await recordCompletion(tx, ctx, completionOf(personId))
      isRecorded.open()
      await mayCommit.opened
    })
    await isRecorded.opened
    const newHolding = inTransaction(async (tx) => {
      await tx.holding.create({ data: { id: newId(), seatId: seat.id, personId, fromOn: columnOfDay(since) } })
      const others = await lockPersonsAndFindEntries(tx, [personId])
      await restandMany(tx, [entryId, ...others])
    })
    await pause(200)
    mayCommit.open()
    await Promise.all([newHolding, completion])

    expect(await db.standing.findUniqueOrThrow({ where: { entryId } })).toMatchObject({ trainedAny: true })
  })

  it('deadlock on shared people: many writers, each with the same people in another order, all succeed', async () => {
    const shared = await people(6)
    const entries: string[] = []
    for (const personId of [...shared, ...shared, ...shared]) entries.push(await entryWithHead(personId))

    const writers = Array.from({ length: 16 }, async (_, writer) => {
      for (let round = 0; round < 6; round += 1) {
        const order = shared.map((_person, no) => shared[(no * 5 + writer + round) % shared.length] ?? '')
        await inTransaction((tx) => recordCompletions(tx, ctx, order.slice(0, 4).map(completionOf)))
      }
    })
    await expect(Promise.all(writers)).resolves.toHaveLength(16)

    const standings = await db.standing.findMany({ where: { entryId: { in: entries } } })
    expect(standings.every((row) => row.trainedAny)).toBe(true)
    expect(await recount()).toMatchObject({ differing: [], tallies: [] })
  }, 120_000)
})

describe('a completion', () => {
  it('reported twice at the same moment is one fact, with one outbox row and one audit event', async () => {
    const [personId = ''] = await people(1)
    await entryWithHead(personId)
    const fact = completionOf(personId)
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => inTransaction((tx) => recordCompletion(tx, ctx, fact))),
    )
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1)
    expect(answers.filter((answer) => answer.isNew)).toHaveLength(1)
    const [first] = answers
    expect(await db.outbox.count({ where: { key: `completion.recorded:${first?.id}` } })).toBe(1)
    expect(await db.auditEvent.count({ where: { subjectId: first?.id ?? '' } })).toBe(1)
  })

  it('leaves nothing behind when its transaction fails', async () => {
    const [personId = ''] = await people(1)
    const entryId = await entryWithHead(personId)
    const fact = completionOf(personId)
    const failing = inTransaction(async (tx) => {
      await recordCompletion(tx, ctx, fact)
      throw new Error('later')
    })
    await expect(failing).rejects.toThrow('later')
    expect(await db.completion.count({ where: { sourceKey: fact.sourceKey } })).toBe(0)
    expect(await db.standing.findUniqueOrThrow({ where: { entryId } })).toMatchObject({ trainedAny: false })
  })
})
