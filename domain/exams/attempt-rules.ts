/** How often and when an exam may be taken. `tries: null` = any number; `limitMinutes: null` = no deadline of its own. */
export type AttemptRules = { tries: number | null; waitHours: number; limitMinutes: number | null }

/** A finished try: when it was handed in (or closed by the deadline) and whether it was passed. */
export type FinishedTry = { closedAt: Date; hasPassed: boolean }

/** May one more attempt be started, and if not, why and until when. */
export type StartRule =
  | { mayStart: true; number: number }
  | { mayStart: false; refusal: 'already-passed' | 'no-tries-left' }
  | { mayStart: false; refusal: 'wait'; until: Date }

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** Time after the deadline in which an answer that was on its way is still taken (design.md 7). */
export const GRACE_SECONDS = 10

/**
 * Decides whether a person with these finished tries may start another at `now`. Waiting counts from the last closing;
 * at exactly `until` one may start. Tries after a pass are refused: a passed exam stays passed.
 */
export function startRule(rules: AttemptRules, finished: readonly FinishedTry[], now: Date): StartRule {
  if (finished.some((one) => one.hasPassed)) return { mayStart: false, refusal: 'already-passed' }
  if (rules.tries !== null && finished.length >= rules.tries) return { mayStart: false, refusal: 'no-tries-left' }
  const last = Math.max(...finished.map((one) => one.closedAt.getTime()))
  const until = new Date(last + rules.waitHours * HOUR_MS)
  if (finished.length > 0 && until > now) return { mayStart: false, refusal: 'wait', until }
  return { mayStart: true, number: finished.length + 1 }
}

/** The instant an attempt started at `startedAt` ends, or null when the exam has no time limit. */
export function deadlineOf(rules: AttemptRules, startedAt: Date): Date | null {
  return rules.limitMinutes === null ? null : new Date(startedAt.getTime() + rules.limitMinutes * MINUTE_MS)
}

/** When an exam shows keys and reasons of a closed paper. `after-pass` unless its blueprint says otherwise. */
export type ReviewPolicy = 'after-pass' | 'always' | 'never'

/**
 * What may be shown of a closed attempt (design.md 7): everything after a pass or the last try, otherwise only the score
 * per concept and the lessons to read, so that the next paper is not answered from the review of the last. An exam may show
 * everything after each try, or never anything but the concepts. Papers drawn before there was a choice have no `review`.
 */
export function reviewRule(
  rules: AttemptRules & { review?: ReviewPolicy },
  hasPassed: boolean,
  finishedTries: number,
): 'full' | 'concepts' {
  if (rules.review === 'always') return 'full'
  if (rules.review === 'never') return 'concepts'
  const isLast = rules.tries !== null && finishedTries >= rules.tries
  return hasPassed || isLast ? 'full' : 'concepts'
}
