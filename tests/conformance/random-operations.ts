import { addDays, type Day, shanghaiDayOf } from '@/domain/calendar/day'
import { evidenceClasses, type Rate, type RequirementFact, type SeatKind } from '@/domain/rates/entry-facts'
import { lockPersonsAndFindEntries } from '@/features/standing/commands/lock-persons'
import { recordCompletion } from '@/features/standing/commands/record-completion'
import { lockProgramme, requestRestand } from '@/features/standing/commands/restand-programme'
import { restandMany } from '@/features/standing/commands/restand-many'
import { retractCompletion } from '@/features/standing/commands/retract-completion'
import { inTransaction, systemContext } from '@/server/context'
import { db, type Transaction } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { writeEntry, writePeople, writeProgramme, writeRegions, writeRequirement } from './roster-writer'

export interface City {
  readonly leaves: string[]
  readonly people: string[]
  readonly programmeIds: string[]
}
type Roll = () => number

const ctx = systemContext('test')
const today = shanghaiDayOf(new Date())
const start = addDays(today, -60)
const kinds: [SeatKind, Rate, string][] = [
  ['HEAD', 'TRAINING', 'a'],
  ['CLERK', 'TRAINING', 'b'],
  ['HEAD', 'AWARENESS', 'a'],
  ['CLERK', 'READINESS', 'b'],
]

function requirement(
  [seatKind, rate, slug]: [SeatKind, Rate, string],
  fromOn: Day,
  validDays: number | null,
): RequirementFact {
  const alternative = {
    subjectKind: 'COURSE' as const,
    slug,
    minVersion: 1,
    validDays,
    times: 1,
    evidence: evidenceClasses,
  }
  return { seatKind, rate, fromOn, toOn: null, alternatives: [alternative] }
}

/** Two programmes over the same few enterprises' people, so that everything is shared and contended. */
export async function writeCity(): Promise<City> {
  const roll = counter()
  return inTransaction(async (tx) => {
    const leaves = await writeRegions(tx)
    const people = await writePeople(tx, 12)
    const programmeIds: string[] = []
    for (const validDays of [null, 10]) {
      const asked = kinds.map((kind) => requirement(kind, start, validDays))
      programmeIds.push(await writeProgramme(tx, { fromOn: start, toOn: null }, asked))
    }
    const city = { leaves, people, programmeIds }
    const entryIds: string[] = []
    for (let no = 0; no < 24; no += 1) entryIds.push(await newEntry(tx, city, roll))
    await restandMany(tx, entryIds)
    return city
  })
}

function counter(): Roll {
  let state = 0
  return () => {
    state = (state + 0.381_966) % 1
    return state
  }
}

/** Does one thing in one transaction, as a command would, and names it. */
export async function randomOperation(city: City, roll: Roll): Promise<string> {
  const share = roll()
  if (share < 0.2) return move(city, roll)
  if (share < 0.55) return complete(city, roll)
  if (share < 0.65) return retract(roll)
  if (share < 0.75) return retractHolding(roll)
  if (share < 0.88) return handOver(city, roll)
  if (share < 0.92) return changeRequirement(city, roll)
  return inTransaction(async (tx) => {
    const entryId = await newEntry(tx, city, roll)
    const people = await tx.holding.findMany({ where: { seat: { entryId } }, select: { personId: true } })
    const ids = people.map((holding) => holding.personId)
    await restandMany(tx, [entryId, ...(await lockPersonsAndFindEntries(tx, ids))])
    return 'entry'
  })
}

async function newEntry(tx: Transaction, city: City, roll: Roll): Promise<string> {
  const always = { fromOn: addDays(start, Math.floor(roll() * 50)), toOn: null }
  const seat = (kind: SeatKind) => {
    const holdings = roll() < 0.8 ? [{ ...always, id: '', personId: pick(city.people, roll) }] : []
    return { ...always, id: '', kind, holdings }
  }
  const facts = {
    placements: [{ ...always, leafId: pick(city.leaves, roll), isKey: roll() < 0.5 }],
    seats: [seat('HEAD'), seat('CLERK'), ...(roll() < 0.4 ? [seat('CLERK')] : [])],
    visits: roll() < 0.3 ? [{ visitedOn: today, confirmedOn: today }] : [],
  }
  const naming = { leafOf: (id: string) => id, personOf: (id: string) => id, shiftDays: 0 }
  return writeEntry(tx, pick(city.programmeIds, roll), facts, naming)
}

/** Another township or another key flag from a day that may be past or coming; sometimes off the roster. */
async function move(city: City, roll: Roll): Promise<string> {
  return inTransaction(async (tx) => {
    const entryId = await lockedEntry(tx, roll)
    const last = await tx.entryPlacement.findFirstOrThrow({
      where: { entryId, retractedAt: null },
      orderBy: { fromOn: 'desc' },
    })
    const day = addDays(today, Math.floor(roll() * 20) - 15)
    if (last.toOn !== null || last.fromOn >= columnOfDay(day)) return 'no move'
    await tx.entryPlacement.update({ where: { id: last.id }, data: { toOn: columnOfDay(day) } })
    const fromOn = columnOfDay(roll() < 0.8 ? day : addDays(day, 3))
    const place = { leafId: pick(city.leaves, roll), isKey: roll() < 0.5 }
    await tx.entryPlacement.create({ data: { id: newId(), entryId, fromOn, ...place } })
    await restandMany(tx, [entryId])
    return 'move'
  })
}

async function complete(city: City, roll: Roll): Promise<string> {
  const fact = {
    personId: pick(city.people, roll),
    subjectKind: 'COURSE' as const,
    slug: pick(['a', 'b'], roll),
    contentVersion: 1,
    happenedOn: addDays(today, -Math.floor(roll() * 40)),
    evidence: pick([...evidenceClasses], roll),
    sourceKey: `test:${newId()}`,
  }
  await inTransaction((tx) => recordCompletion(tx, ctx, fact))
  return 'completion'
}

async function retract(roll: Roll): Promise<string> {
  const known = await db.completion.findMany({ where: { retractedAt: null }, select: { id: true } })
  if (known.length === 0) return 'no retraction'
  const { id } = pick(known, roll)
  const outcome = await inTransaction((tx) => retractCompletion(tx, ctx, id))
  return outcome.ok ? 'retraction' : 'no retraction'
}

async function retractHolding(roll: Roll): Promise<string> {
  return inTransaction(async (tx) => {
    const entryId = await lockedEntry(tx, roll)
    const holding = await tx.holding.findFirst({ where: { seat: { entryId }, retractedAt: null } })
    if (!holding) return 'no holding'
    const others = await lockPersonsAndFindEntries(tx, [holding.personId])
    await tx.holding.update({ where: { id: holding.id }, data: { retractedAt: new Date() } })
    await restandMany(tx, [entryId, ...others])
    return 'holding'
  })
}

/** The present holder of a seat leaves on a day, somebody shared with other enterprises follows. */
async function handOver(city: City, roll: Roll): Promise<string> {
  return inTransaction(async (tx) => {
    const entryId = await lockedEntry(tx, roll)
    const seats = await tx.seat.findMany({
      where: { entryId },
      include: { holdings: { where: { retractedAt: null } } },
    })
    const seat = pick(seats, roll)
    const day = columnOfDay(addDays(today, Math.floor(roll() * 12) - 9))
    if (seat.holdings.some((held) => held.fromOn >= day || (held.toOn !== null && held.toOn > day)))
      return 'no handover'
    const personId = pick(city.people, roll)
    const leaving = seat.holdings.filter((held) => held.toOn === null)
    const others = await lockPersonsAndFindEntries(tx, [personId, ...leaving.map((held) => held.personId)])
    for (const { id } of leaving) await tx.holding.update({ where: { id }, data: { toOn: day } })
    await tx.holding.create({ data: { id: newId(), seatId: seat.id, personId, fromOn: day } })
    await restandMany(tx, [entryId, ...others])
    return 'handover'
  })
}

/** One requirement ends and a stricter one begins on a coming day; the worker restands. */
async function changeRequirement(city: City, roll: Roll): Promise<string> {
  const programmeId = pick(city.programmeIds, roll)
  const kind = pick(kinds, roll)
  const fromOn = addDays(today, 1 + Math.floor(roll() * 3))
  await inTransaction(async (tx) => {
    await lockProgramme(tx, programmeId)
    const [seatKind, rate] = kind
    await tx.requirement.updateMany({
      where: { programmeId, seatKind, rate, toOn: null, fromOn: { lt: columnOfDay(fromOn) } },
      data: { toOn: columnOfDay(fromOn) },
    })
    await writeRequirement(tx, programmeId, requirement(kind, fromOn, roll() < 0.5 ? null : 5))
    await requestRestand(tx, programmeId, 'requirement.changed')
  })
  return 'requirement'
}

async function lockedEntry(tx: Transaction, roll: Roll): Promise<string> {
  const entries = await tx.rosterEntry.findMany({ select: { id: true }, orderBy: { id: 'asc' }, take: 40 })
  const { id } = pick(entries, roll)
  await tx.$queryRaw`SELECT id::text FROM roster_entry WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  return id
}

function pick<Item>(items: readonly Item[], roll: Roll): Item {
  const item = items[Math.floor(roll() * items.length)]
  if (item === undefined) throw new Error('Nothing to pick from.')
  return item
}
