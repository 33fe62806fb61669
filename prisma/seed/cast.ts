import { addDays, shanghaiDayOf, startOfDay } from '@/domain/calendar/day'
import { newId } from '@/server/db/id'
import type { Period } from './calendar'
import type { InventedPerson } from './invent-people'
import type { InventedEntry, InventedRoster, InventedSeat } from './invent-roster'
import type { Journal } from './journal'
import type { Subjects } from './subjects'

/** The learners whose sign-ins and links are handed out. */
export interface Cast {
  readonly head: InventedPerson
  readonly headHoldingId: string
  readonly freshClerk: InventedPerson
  readonly halfwayClerk: InventedPerson
}

/** How many entries at the beginning of the roster belong to the cast and stay as they are. */
export const castEntries = 3

/**
 * Gives the first three enterprises of the roster to the cast: the first has a head and a clerk who did nothing yet; the clerk of the
 * second keeps the books of the third as well and is half-way. All three are key enterprises.
 */
export function placeCast(roster: InventedRoster, nextPerson: () => InventedPerson): Cast {
  const [first, second, third] = roster.entries
  if (!first || !second || !third) throw new RangeError('the demonstration needs at least three enterprises')
  for (const entry of [first, second, third]) {
    entry.placements.splice(
      0,
      entry.placements.length,
      ...entry.placements.slice(0, 1).map((one) => ({ ...one, isKey: true })),
    )
  }
  const [head, freshClerk, halfwayClerk] = [nextPerson(), nextPerson(), nextPerson()]
  roster.people.push(head, freshClerk, halfwayClerk)
  const headHoldingId = seatIn(first, 'HEAD', head)
  seatIn(first, 'CLERK', freshClerk)
  seatIn(second, 'CLERK', halfwayClerk)
  seatIn(third, 'CLERK', halfwayClerk)
  return { head, headHoldingId, freshClerk, halfwayClerk }
}

/** Keeps only people who hold a seat, as those of the cast took some over. */
export function withoutIdlePeople(roster: InventedRoster): InventedRoster {
  const held = new Set(
    roster.entries.flatMap((entry) => entry.seats.flatMap((seat) => seat.holdings.map((one) => one.personId))),
  )
  return { ...roster, people: roster.people.filter((person) => held.has(person.id)) }
}

/** The half-way clerk read the course, failed the paper once and practised the lab; the paper may be tried again. */
export function tellHalfway({ halfwayClerk }: Cast, period: Period, { clerk }: Subjects, journal: Journal): void {
  const personId = halfwayClerk.id
  const readAt = new Date(startOfDay(addDays(period.today, -9)).getTime() + 14.5 * 3_600_000)
  journal.read.push({ personId, course: clerk.slug, lessons: clerk.lessons.length, at: readAt })
  journal.completed.push({
    id: newId(),
    personId,
    kind: 'COURSE',
    slug: clerk.slug,
    version: clerk.version,
    on: shanghaiDayOf(readAt),
    at: readAt,
    evidence: 'ONLINE',
    sourceKey: `course:${clerk.slug}:v${clerk.version}:${personId}`,
    recordedAt: readAt,
    recordedById: personId,
  })
  const startedAt = new Date(startOfDay(addDays(period.today, -4)).getTime() + 10 * 3_600_000)
  const submittedAt = new Date(startedAt.getTime() + 31 * 60_000)
  journal.sat.push({ id: newId(), personId, examSlug: clerk.exam.slug, no: 1, startedAt, submittedAt, wrong: 5 })
  const practisedAt = new Date(startOfDay(addDays(period.today, -2)).getTime() + 16 * 3_600_000)
  const finishedAt = new Date(practisedAt.getTime() + 14 * 60_000)
  journal.ran.push({
    id: newId(),
    personId,
    mode: 'PRACTICE',
    no: 1,
    startedAt: practisedAt,
    submittedAt: finishedAt,
    wrong: 3,
  })
}

function seatIn(entry: InventedEntry, kind: InventedSeat['kind'], person: InventedPerson): string {
  const seat = entry.seats.find((one) => one.kind === kind)
  if (!seat) throw new RangeError(`the enterprise has no ${kind} seat`)
  const id = newId()
  seat.holdings.splice(0, seat.holdings.length, {
    id,
    personId: person.id,
    fromOn: entry.fromOn,
    toOn: null,
    delegation: null,
  })
  return id
}
