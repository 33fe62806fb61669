import { addDays, type Day } from '../calendar/day'
import { covers } from '../calendar/interval'
import {
  type Alternative,
  type CompletionFact,
  type EntryFacts,
  type Evidence,
  evidenceClasses,
  type Rate,
  type RequirementFact,
  type SeatFact,
} from './entry-facts'
import { holdingOn } from './seats'

/** What one seat is for one rate on one day. */
export interface SeatMark {
  readonly isMet: boolean
  /** The class that carries a met mark: of each requirement the best available, of several requirements the weakest. */
  readonly evidence: Evidence | null
  /** Codes of what the holder still lacks; empty when met, and when the seat is vacant. See `missingCode`. */
  readonly missing: readonly string[]
}

/**
 * Whether the holder of `seat` on that day meets every requirement of `rate` that is then in force for the seat's kind.
 *
 * @returns null when no requirement is in force: the seat neither counts nor hinders. A vacant seat is never met.
 * Only the present holder's own completions count, from the day they happened, while they are valid. Imported evidence never
 * counts for READINESS, whatever a requirement says. Never throws.
 * Source: docs/domain/rates.md, "When a seat counts".
 */
export function holderMeets(entry: EntryFacts, seat: SeatFact, rate: Rate, on: Day): SeatMark | null {
  const asked = entry.requirements.filter((r) => r.rate === rate && r.seatKind === seat.kind && covers(r, on))
  if (asked.length === 0) return null
  const holding = holdingOn(seat, on)
  if (!holding) return { isMet: false, evidence: null, missing: [] }

  const own = entry.completions.filter((completion) => completion.personId === holding.personId)
  const missing: string[] = []
  let weakest = 0
  for (const requirement of asked) {
    const best = bestEvidence(own, requirement, on)
    if (best === null) missing.push(missingCode(own, requirement, on))
    else weakest = Math.max(weakest, best)
  }
  if (missing.length > 0) return { isMet: false, evidence: null, missing: missing.sort() }
  return { isMet: true, evidence: evidenceClasses[weakest] ?? null, missing }
}

/**
 * Rank in `evidenceClasses` (0 = best) of what meets the requirement on that day; null = nothing does. Where an alternative takes several
 * completions, the weakest of the best so many carries it.
 */
function bestEvidence(own: readonly CompletionFact[], requirement: RequirementFact, on: Day): number | null {
  let best: number | null = null
  for (const alternative of requirement.alternatives) {
    const ranks = counted(own, alternative, requirement.rate, on)
      .map(({ evidence }) => evidenceClasses.indexOf(evidence))
      .sort((one, other) => one - other)
    const rank = ranks[alternative.times - 1]
    if (rank !== undefined && (best === null || rank < best)) best = rank
  }
  return best
}

/** The completions that count for an alternative on that day; it is met by `times` of them. */
export function counted(
  own: readonly CompletionFact[],
  alternative: Alternative,
  rate: Rate,
  on: Day,
): CompletionFact[] {
  return own.filter((completion) => isAccepted(completion, alternative, rate) && isValid(completion, alternative, on))
}

/** Whether the completion is about the alternative's subject, whatever its version, evidence and age. */
export function isAbout(completion: CompletionFact, alternative: Alternative): boolean {
  return completion.subjectKind === alternative.subjectKind && completion.slug === alternative.slug
}

/** The first day the completion no longer counts for this alternative; null = it counts to the programme's end. */
export function validUntil(completion: CompletionFact, alternative: Alternative): Day | null {
  return alternative.validDays === null ? null : addDays(completion.happenedOn, alternative.validDays)
}

function isAccepted(completion: CompletionFact, alternative: Alternative, rate: Rate): boolean {
  return (
    isAbout(completion, alternative) &&
    completion.contentVersion >= alternative.minVersion &&
    alternative.evidence.includes(completion.evidence) &&
    !(rate === 'READINESS' && completion.evidence === 'IMPORTED')
  )
}

function isValid(completion: CompletionFact, alternative: Alternative, on: Day): boolean {
  return covers({ fromOn: completion.happenedOn, toOn: validUntil(completion, alternative) }, on)
}

/**
 * The code of an unmet requirement: 'RATE:SUBJECT:slug', with '*2' behind the slug where it takes two, alternatives joined by '|', then
 * ':done1' when one of several was done, ':expired' when what would do is no longer valid, ':evidence' when only its evidence class
 * does not count, ':version' when only an older version was done.
 */
function missingCode(own: readonly CompletionFact[], requirement: RequirementFact, on: Day): string {
  const names = requirement.alternatives
    .map(({ subjectKind, slug, times }) => `${subjectKind}:${slug}${times > 1 ? `*${times}` : ''}`)
    .sort()
  const code = `${requirement.rate}:${names.join('|')}`
  const happened = own.filter((completion) => completion.happenedOn <= on)
  const some = (test: (completion: CompletionFact, alternative: Alternative) => boolean) =>
    requirement.alternatives.some((a) => happened.some((completion) => isAbout(completion, a) && test(completion, a)))

  const done = Math.max(...requirement.alternatives.map((a) => counted(happened, a, requirement.rate, on).length), 0)
  if (done > 0) return `${code}:done${done}`
  if (some((completion, a) => isAccepted(completion, a, requirement.rate))) return `${code}:expired`
  if (some((completion, a) => completion.contentVersion >= a.minVersion)) return `${code}:evidence`
  if (some(() => true)) return `${code}:version`
  return code
}
