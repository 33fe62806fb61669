import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, type Day } from '@/domain/calendar/day'
import {
  type EntryFacts,
  evidenceClasses,
  type Rate,
  type RequirementFact,
  type SeatKind,
} from '@/domain/rates/entry-facts'
import { mend, recount } from '@/features/standing/commands/recount'
import { restandMany } from '@/features/standing/commands/restand-many'
import { inTransaction } from '@/server/context'
import { db } from '@/server/db/client'
import { useDatabase } from '@/tests/support/database'
import { countedFromFacts, countedFromLists, countedFromTimeLines, tallied } from './independent-count'
import { entryFacts } from './random-entry'
import { writeCompletions, writeEntry, writePeople, writeProgramme, writeRegions } from './roster-writer'

const entriesEach = 40
const someDays = Array.from({ length: 14 }, (_, no) => addDays('2026-02-24', no * 4))

useDatabase()

/** A roster of random entries whose people are shared between entries and programmes. */
async function writeRandomRoster(seed: number, leaves: readonly string[], people: readonly string[]) {
  const drawn = fc
    .sample(entryFacts, { seed, numRuns: 600 })
    .filter((entry) => entry.placements.length > 0 && entry.seats.some((seat) => seat.holdings.length > 0))
    .slice(0, entriesEach)
  const [first] = drawn
  if (!first) throw new Error('nothing drawn')
  const of = (no: number) => ({
    leafOf: (id: string) => leaves[Number(id.slice(-1)) % leaves.length] ?? '',
    personOf: (id: string) => people[(no + Number(id.slice(-1))) % people.length] ?? '',
    shiftDays: 0,
  })
  return inTransaction(async (tx) => {
    const wild = drawn.flatMap((entry) => entry.requirements).slice(0, 2)
    const programmeId = await writeProgramme(tx, first.programme, [...plainRequirements(seed), ...wild])
    const entryIds: string[] = []
    for (const [no, entry] of drawn.entries()) {
      entryIds.push(await writeEntry(tx, programmeId, entry, of(no)))
      await writeCompletions(tx, entry.completions, of(no))
    }
    return { programmeId, programme: first.programme, entryIds }
  })
}

/** One requirement per seat kind and rate that random completions often meet, some of them not in force all the time. */
function plainRequirements(seed: number): RequirementFact[] {
  const asked: [SeatKind, Rate][] = [
    ['HEAD', 'TRAINING'],
    ['CLERK', 'TRAINING'],
    ['HEAD', 'AWARENESS'],
    ['CLERK', 'READINESS'],
  ]
  return asked.map(([seatKind, rate], no) => ({
    seatKind,
    rate,
    fromOn: addDays('2026-02-20', ((seed + no) % 4) * 3),
    toOn: (seed + no) % 3 === 0 ? '2026-04-01' : null,
    alternatives: (['COURSE', 'EXAM', 'LAB'] as const).map((subjectKind) => ({
      subjectKind,
      slug: 'a',
      minVersion: 1,
      validDays: no % 2 === 0 ? 15 : null,
      times: subjectKind === 'LAB' ? 2 : 1,
      evidence: evidenceClasses,
    })),
  }))
}

interface Roster {
  programmeId: string
  programme: EntryFacts['programme']
  entryIds: string[]
}

describe('on random rosters', () => {
  const rosters: Roster[] = []
  const restandAll = (on: Day) =>
    inTransaction((tx) =>
      restandMany(
        tx,
        rosters.flatMap((roster) => roster.entryIds),
        on,
      ),
    )

  beforeAll(async () => {
    const { leaves, people } = await inTransaction(async (tx) => ({
      leaves: await writeRegions(tx),
      people: await writePeople(tx, 25),
    }))
    for (const seed of [11, 12, 13, 14]) rosters.push(await writeRandomRoster(seed, leaves, people))
    await restandAll('2026-03-01')
  })

  it('counts something: the rosters are not trivial', async () => {
    let parts = 0
    for (const { programmeId } of rosters) {
      for (const on of someDays) {
        for (const counts of Object.values(await countedFromFacts(programmeId, on))) {
          parts += (counts[2] ?? 0) + (counts[3] ?? 0) + (counts[5] ?? 0) + (counts[7] ?? 0)
        }
      }
    }
    expect(parts).toBeGreaterThan(100)
  })

  it('as of any day, the time lines count what independent SQL counts from the facts', async () => {
    for (const { programmeId } of rosters) {
      for (const on of someDays) {
        expect(await countedFromTimeLines(programmeId, on)).toEqual(await countedFromFacts(programmeId, on))
      }
    }
  })

  it('settled to any day, forwards or backwards, tallies equal the lists and the independent SQL', async () => {
    for (const on of [...someDays, '2026-03-03', '2026-03-21']) {
      await restandAll(on)
      for (const { programmeId, programme } of rosters) {
        const last = programme.toOn !== null && programme.toOn <= on ? addDays(programme.toOn, -1) : on
        const counts = await countedFromFacts(programmeId, last)
        expect(await tallied(programmeId)).toEqual(counts)
        expect(await countedFromLists(programmeId)).toEqual(counts)
      }
    }
  })

  it('recounts to difference 0, and restanding once more writes nothing', async () => {
    await restandAll('2026-03-15')
    expect(await recount()).toMatchObject({ entries: 160, differing: [], tallies: [] })
    const fingerprint = () => db.standingInterval.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
    const before = await fingerprint()
    await restandAll('2026-03-15')
    expect(await fingerprint()).toEqual(before)
  })

  it('finds and mends a standing, a time line and a tally that somebody damaged, and nothing else', async () => {
    const seated = await db.seatStanding.findMany({ orderBy: { entryId: 'asc' } })
    const [entryA, entryB] = [seated[0]?.entryId ?? '', seated.at(-1)?.entryId ?? '']
    await db.$executeRaw`UPDATE standing_interval SET trained_any = NOT trained_any WHERE entry_id = ${entryA}::uuid AND seat_id IS NULL`
    await db.$executeRaw`DELETE FROM seat_standing WHERE entry_id = ${entryB}::uuid`
    await db.$executeRaw`UPDATE tally SET entries = entries + 3, asked = asked + 1 WHERE ctid = (SELECT min(ctid) FROM tally)`
    const found = await recount()
    expect(found.differing.map((one) => one.entryId)).toEqual([entryA, entryB])
    expect(found.tallies).toHaveLength(1)
    await mend(found)
    expect(await recount()).toMatchObject({ differing: [], tallies: [] })
  })
})
