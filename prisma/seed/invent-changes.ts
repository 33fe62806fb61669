import { addDays, type Day } from '@/domain/calendar/day'
import type { SeededRandom } from '@/domain/labs/seeded-random'
import { newId } from '@/server/db/id'
import { anyDay, type Period } from './calendar'
import type { InventedPerson } from './invent-people'
import type { InventedEntry, InventedRoster, InventedSeat } from './invent-roster'
import type { Leaf } from './leaves'

/** What an officer did to the roster on a day; told in the audit trail. */
export interface RosterChange {
  readonly kind: 'entry.placed' | 'holding.changed' | 'seat.changed'
  readonly subjectId: string
  readonly regionPath: string
  readonly on: Day
}

type Question = {
  random: SeededRandom
  period: Period
  leaves: readonly Leaf[]
  roster: InventedRoster
  nextPerson: () => InventedPerson
  /** Entries at the beginning of the roster that stay as they are. */
  spared: number
}

/**
 * Lets the roster live: clerks and heads are replaced, some seats stay empty for days, enterprises move between townships and now and
 * then between counties, become key or cease to be, leave, or add a clerk. Changes the entries in place.
 */
export function inventChanges(question: Question): RosterChange[] {
  const { random, period, roster, spared } = question
  const changes: RosterChange[] = []
  for (const entry of roster.entries.slice(spared)) {
    const note = (kind: RosterChange['kind'], subjectId: string, on: Day) =>
      changes.push({ kind, subjectId, regionPath: entry.leaf.path, on })
    for (const seat of entry.seats) {
      const isReplaced = random.between(1, 1_000) <= (seat.kind === 'HEAD' ? 12 : 38)
      const on = isReplaced ? replaceHolder(question, entry, seat) : null
      if (on) note('holding.changed', seat.id, on)
    }
    const lot = random.between(1, 1_000)
    const on = anyDay(random, period, addDays(entry.fromOn, 6))
    if (lot <= 14) place(question, entry, on, 'move')
    else if (lot <= 30) place(question, entry, on, 'key')
    else if (lot <= 36) leave(entry, on)
    else if (lot <= 56) addClerk(question, entry, on)
    if (lot <= 36) note('entry.placed', entry.id, on)
    else if (lot <= 56) note('seat.changed', entry.id, on)
  }
  return changes
}

function replaceHolder(
  { random, period, roster, nextPerson }: Question,
  entry: InventedEntry,
  seat: InventedSeat,
): Day | null {
  const [holding] = seat.holdings
  if (!holding || holding.delegation) return null
  const leftOn = anyDay(random, period, addDays(entry.fromOn, 10))
  if (leftOn <= holding.fromOn) return null
  holding.toOn = leftOn
  const cameOn = random.chance(45) ? leftOn : addDays(leftOn, random.between(1, 9))
  if (cameOn >= period.today) return leftOn
  const person = nextPerson()
  roster.people.push(person)
  seat.holdings.push({ id: newId(), personId: person.id, fromOn: cameOn, toOn: null, delegation: null })
  return leftOn
}

function place({ random, leaves }: Question, entry: InventedEntry, on: Day, change: 'move' | 'key'): void {
  const now = entry.placements.at(-1)
  if (!now || on <= now.fromOn) return
  const isNear = random.chance(75)
  const elsewhere = leaves.filter(
    (leaf) => leaf.kind === 'TOWNSHIP' && leaf !== now.leaf && (leaf.countyCode === now.leaf.countyCode) === isNear,
  )
  const leaf = change === 'move' && elsewhere.length > 0 ? random.pick(elsewhere) : now.leaf
  const isKey = change === 'key' ? !now.isKey : now.isKey
  now.toOn = on
  const reason = change === 'move' ? '迁址' : isKey ? '列入重点企业' : '移出重点企业'
  entry.placements.push({ id: newId(), leaf, isKey, fromOn: on, toOn: null, reason })
}

function leave(entry: InventedEntry, on: Day): void {
  const now = entry.placements.at(-1)
  if (now && on > now.fromOn) now.toOn = on
}

function addClerk({ nextPerson, roster }: Question, entry: InventedEntry, on: Day): void {
  const person = nextPerson()
  roster.people.push(person)
  const holding = { id: newId(), personId: person.id, fromOn: on, toOn: null, delegation: null }
  entry.seats.push({ id: newId(), kind: 'CLERK', post: '研发内勤', fromOn: on, holdings: [holding] })
}
