import type { Day } from '../calendar/day'
import { covers } from '../calendar/interval'
import { byClass, type Count } from './count'
import type { EntryFacts } from './entry-facts'
import { placementOn } from './seats'

/**
 * Visits of one entry: whether somebody came, and the enterprise said so.
 *
 * @returns whole = 1 when the entry is on the roster that day; part = 1 with at least one confirmed visit of that day or before,
 *   within the programme's period. A visit counts from the day it took place, once it is confirmed. No evidence classes.
 *
 * Never throws. Source: docs/domain/rates.md, "Visit rate".
 */
export function visits(entry: EntryFacts, on: Day): Count {
  if (!placementOn(entry, on)) return { part: 0, whole: 0, by: byClass([]) }
  const isVisited = entry.visits.some(
    (visit) => visit.confirmedOn !== null && visit.visitedOn <= on && covers(entry.programme, visit.visitedOn),
  )
  return { part: isVisited ? 1 : 0, whole: 1, by: byClass([]) }
}
