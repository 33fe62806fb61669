import type { AttemptRules, FinishedTry } from './attempt-rules'
import { type StartRule, startRule } from './attempt-rules'

/** How many questions are asked by word of mouth (design.md 2, 当面). */
export const ORAL_QUESTIONS = 3
/** Until when the answers may be recorded: what was asked this morning is not recorded next week. */
export const ORAL_CHECK_HOURS = 12

const HOUR_MS = 3_600_000

/**
 * How many of `asked` questions must be right: at least the share that the exam itself asks for, so rounded up. 4 of 5 → 3 of 3.
 *
 * @param exam whole numbers, `pass` at most `draw`, `draw` at least 1
 * @returns between 0 and `asked`
 */
export function rightNeeded(exam: { pass: number; draw: number }, asked: number): number {
  return Math.ceil((exam.pass * asked) / exam.draw)
}

/** Who asks, who is asked, and whether the asker holds a seat in the same enterprise today. */
export type Encounter = { askerId: string; personId: string; isOwnEnterprise: boolean }

/** Why this asker may not ask this person; null = may. Nobody vouches for themself or for their own enterprise. */
export function askRefusal({ askerId, personId, isOwnEnterprise }: Encounter): 'yourself' | 'own-enterprise' | null {
  if (askerId === personId) return 'yourself'
  return isOwnEnterprise ? 'own-enterprise' : null
}

/**
 * Whether somebody may be asked now, by the exam's own rules over everything they tried: online tries and oral ones.
 *
 * Tries that were passed online do not stand in the way, as being asked in person is the better evidence; an oral pass that still
 * counts does ('already-passed').
 */
export function oralStartRule(
  rules: AttemptRules,
  { failed, hasOralPass }: { failed: readonly { closedAt: Date }[]; hasOralPass: boolean },
  now: Date,
): StartRule {
  if (hasOralPass) return { mayStart: false, refusal: 'already-passed' }
  const finished: FinishedTry[] = failed.map(({ closedAt }) => ({ closedAt, hasPassed: false }))
  return startRule(rules, finished, now)
}

/** Whether a check that was started at `startedAt` may still be recorded. At exactly the last instant it may. */
export function mayStillRecord(startedAt: Date, now: Date): boolean {
  return now.getTime() - startedAt.getTime() <= ORAL_CHECK_HOURS * HOUR_MS
}

/**
 * The part of a bank from which the next questions are drawn: what this person was not asked yet, filled up, when that is less
 * than `count`, with what lies longest back.
 *
 * @param askedIds ids asked before, the latest last, repeats allowed; ids that the bank no longer has are passed over
 * @returns at least `count` questions when the bank has as many, each once
 */
export function bankForNext<Q extends { id: string }>(
  bank: readonly Q[],
  askedIds: readonly string[],
  count: number,
): Q[] {
  const fresh = bank.filter((question) => !askedIds.includes(question.id))
  if (fresh.length >= count) return fresh
  const lastAsked = (question: Q) => askedIds.lastIndexOf(question.id)
  const known = bank.filter((question) => askedIds.includes(question.id)).sort((a, b) => lastAsked(a) - lastAsked(b))
  return [...fresh, ...known.slice(0, count - fresh.length)]
}
