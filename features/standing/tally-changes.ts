import type { Day } from '@/domain/calendar/day'
import type { EntryState } from '@/domain/rates/standing-of'
import { addTally, emptyTally, isEmptyTally, type TallySums, tallyOf } from '@/domain/rates/tally'

/** What is added to one tally row, and the first past day that was corrected there. */
export interface TallyChange {
  readonly programmeId: string
  readonly leafId: string
  readonly isKey: boolean
  sums: TallySums
  correctedFromOn: Day | null
  /** Whether an entry was counted here before: then the row exists, as tallies are never deleted. */
  isKnown: boolean
}

/** Collects, over all entries of one transaction, what has to be moved between tallies. */
export class TallyChanges {
  readonly #changes = new Map<string, TallyChange>()

  /** Takes the entry out of the bucket its standing remembers and puts it into its new one. */
  move(programmeId: string, before: EntryState | null, after: EntryState | null): void {
    if (before) this.#add(programmeId, before, -1).isKnown = true
    if (after) this.#add(programmeId, after, 1)
  }

  /** Notes that what is known about `day` changed for this bucket. */
  correct(programmeId: string, place: Place, day: Day): void {
    const change = this.#at(programmeId, place)
    if (change.correctedFromOn === null || day < change.correctedFromOn) change.correctedFromOn = day
  }

  /** The changes that change anything, in key order. */
  sorted(): TallyChange[] {
    const changes = [...this.#changes.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change)
    return changes.filter((change) => change.correctedFromOn !== null || !isEmptyTally(change.sums))
  }

  #add(programmeId: string, state: EntryState, times: 1 | -1): TallyChange {
    const change = this.#at(programmeId, state)
    change.sums = addTally(change.sums, tallyOf(state), times)
    return change
  }

  #at(programmeId: string, { leafId, isKey }: Place): TallyChange {
    const key = `${programmeId} ${leafId} ${isKey ? 1 : 0}`
    const known = this.#changes.get(key)
    if (known) return known
    const change: TallyChange = { programmeId, leafId, isKey, sums: emptyTally, correctedFromOn: null, isKnown: false }
    this.#changes.set(key, change)
    return change
  }
}

/** The leaf region and key flag an entry or seat is counted under. */
export interface Place {
  readonly leafId: string
  readonly isKey: boolean
}
