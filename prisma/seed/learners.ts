import type { Day } from '@/domain/calendar/day'
import type { SeededRandom } from '@/domain/labs/seeded-random'
import type { InventedRoster } from './invent-roster'

/** Somebody who holds seats, and how likely they are to come. */
export interface Learner {
  readonly personId: string
  readonly countyCode: string
  readonly from: Day
  isHead: boolean
  isClerk: boolean
  /** About 1; people of one enterprise come together, those of key enterprises sooner. */
  eagerness: number
}

/** Everybody on the roster once, with their earliest holding first. `without` are people whose story is told elsewhere. */
export function learnersOf(random: SeededRandom, roster: InventedRoster, without: ReadonlySet<string>): Learner[] {
  const learners = new Map<string, Learner>()
  for (const entry of roster.entries) {
    const eagerness = (random.between(45, 150) / 100) * (entry.placements.at(-1)?.isKey ? 1.12 : 0.94)
    for (const seat of entry.seats) {
      for (const { personId, fromOn } of seat.holdings) {
        if (without.has(personId)) continue
        const known = learners.get(personId)
        const learner = known ?? {
          personId,
          countyCode: entry.leaf.countyCode,
          from: fromOn,
          isHead: false,
          isClerk: false,
          eagerness,
        }
        learner.isHead ||= seat.kind === 'HEAD'
        learner.isClerk ||= seat.kind === 'CLERK'
        learner.eagerness = Math.max(learner.eagerness, eagerness)
        learners.set(personId, learner)
      }
    }
  }
  return [...learners.values()]
}
