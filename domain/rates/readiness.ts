import type { Day } from '../calendar/day'
import { type Count, countMarks } from './count'
import type { EntryFacts } from './entry-facts'
import { holderMeets } from './holder-meets'
import { seatsOf } from './seats'

/**
 * Readiness of one entry: how many of its CLERK seats are held by somebody who can do the work on that day.
 *
 * @param entry facts of one roster entry; seats in any order, vacant ones included
 * @param on the Shanghai day asked about; a validity that ends on that day no longer counts
 * @returns whole = CLERK seats that exist on that day, if a READINESS requirement is in force for them (else 0: "—");
 *   part = those held by a person with every READINESS requirement (exam and labs) valid; imported evidence never counts
 *
 * A vacant seat counts in the whole. Never throws.
 * Source: docs/domain/rates.md, "Readiness rate".
 */
export function readiness(entry: EntryFacts, on: Day): Count {
  return countMarks(seatsOf(entry, 'CLERK', on).map((seat) => holderMeets(entry, seat, 'READINESS', on)))
}
