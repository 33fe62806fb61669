import type { Day } from '../calendar/day'
import { type Count, countMarks } from './count'
import type { EntryFacts } from './entry-facts'
import { holderMeets } from './holder-meets'
import { seatsOf } from './seats'

/**
 * Awareness of one entry: how many of its HEAD seats are held by somebody who knows the policy on that day.
 *
 * @param entry facts of one roster entry; seats in any order, vacant ones included
 * @param on the Shanghai day asked about; a validity that ends on that day no longer counts
 * @returns whole = HEAD seats that exist on that day, if an AWARENESS requirement is in force for them (else 0: "—");
 *   part = those held by a person with every AWARENESS requirement valid
 *
 * A vacant seat counts in the whole. Completions of a former holder never help the present one. Never throws.
 * Source: docs/domain/rates.md, "Awareness rate".
 */
export function awareness(entry: EntryFacts, on: Day): Count {
  return countMarks(seatsOf(entry, 'HEAD', on).map((seat) => holderMeets(entry, seat, 'AWARENESS', on)))
}
