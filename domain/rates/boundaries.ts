import type { Day } from '../calendar/day'
import { covers, type DayInterval } from '../calendar/interval'
import type { EntryFacts } from './entry-facts'
import { isAbout, validUntil } from './holder-meets'

/**
 * Every day on which the state of the entry may change, in order, each once, within the programme's period; its first day included.
 * Between two of them nothing changes. Never throws.
 */
export function boundariesOf(entry: EntryFacts): Day[] {
  const days = new Set<Day>([entry.programme.fromOn])
  const add = (interval: DayInterval) => {
    days.add(interval.fromOn)
    if (interval.toOn !== null) days.add(interval.toOn)
  }
  entry.placements.forEach(add)
  entry.requirements.forEach(add)
  for (const seat of entry.seats) {
    add(seat)
    seat.holdings.forEach(add)
  }
  for (const completion of entry.completions) {
    for (const alternative of entry.requirements.flatMap((requirement) => requirement.alternatives)) {
      if (isAbout(completion, alternative))
        add({ fromOn: completion.happenedOn, toOn: validUntil(completion, alternative) })
    }
  }
  for (const visit of entry.visits) days.add(visit.visitedOn)
  return [...days].filter((day) => covers(entry.programme, day)).sort()
}
