import type { Day } from '../calendar/day'
import type { ContactOutcome } from './outcomes'

/** What is known of an enterprise with something open, for today's list. */
export type Candidate = {
  readonly entryId: string
  readonly isKey: boolean
  /** Codes of what is open over all its held seats (`missingCode` of domain/rates). */
  readonly open: number
  readonly vacant: number
  readonly last: { readonly outcome: ContactOutcome; readonly contactedOn: Day; readonly restUntil: Day } | null
}

/**
 * Why an enterprise is on the list.
 *
 * - `again`: nobody answered, or somebody new was to be named · `nearly`: one thing is left · `vacant`: a seat has nobody
 * - `first`: never contacted · `open`: contacted before, and something is still open
 */
export type Why = 'again' | 'nearly' | 'vacant' | 'first' | 'open'
const ORDER: readonly Why[] = ['again', 'nearly', 'vacant', 'first', 'open']

/** No more enterprises a day than somebody can ring up in ten minutes. */
export const TODAY_AT_MOST = 10

/** Why an enterprise would be on the list on that day; null when nothing is open or it rests. */
export function whyOf({ open, vacant, last }: Candidate, on: Day): Why | null {
  if (open + vacant === 0) return null
  if (last && last.restUntil > on) return null
  if (last?.outcome === 'NO_ANSWER' || last?.outcome === 'REPLACED') return 'again'
  if (open === 1 && vacant === 0) return 'nearly'
  if (vacant > 0) return 'vacant'
  return last ? 'open' : 'first'
}

/**
 * Today's list: at most ten, by why they are on it, key enterprises first, then whoever was left alone longest. The same facts give the same list to
 * every officer of the area, in whatever order they come.
 */
export function todaysList<One extends Candidate>(candidates: readonly One[], on: Day): (One & { why: Why })[] {
  const listed = candidates.flatMap((one) => {
    const why = whyOf(one, on)
    return why ? [{ ...one, why }] : []
  })
  return listed.sort(before).slice(0, TODAY_AT_MOST)
}

function before(one: Candidate & { why: Why }, other: Candidate & { why: Why }): number {
  return (
    ORDER.indexOf(one.why) - ORDER.indexOf(other.why) ||
    Number(other.isKey) - Number(one.isKey) ||
    (one.last?.contactedOn ?? '').localeCompare(other.last?.contactedOn ?? '') ||
    (one.entryId < other.entryId ? -1 : 1)
  )
}
