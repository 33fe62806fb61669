import { type Day, daysBetween } from '../calendar/day'
import type { Alternative, CompletionFact, RequirementFact, SeatKind } from '../rates/entry-facts'
import { counted, holderMeets, isAbout, validUntil } from '../rates/holder-meets'

/** 待完成 · 进行中 · 已完成 · 将到期 · 已到期 */
export type ToDoState = 'open' | 'doing' | 'done' | 'expiring' | 'expired'

/** From so many days before its end on, something done is shown as expiring. */
export const EXPIRING_DAYS = 30

/** What one requirement asks of one person now. */
export type ToDo = {
  state: ToDoState
  alternative: Alternative
  doneOn: Day | null
  validUntil: Day | null
  /** How many of `alternative.times` count today. */
  doneTimes: number
}

/**
 * The state of one requirement for its holder: met or not exactly as the counted rate sees it (`holderMeets`), with the day it
 * was done and until when it is valid. `hasBegun` tells whether work on one of its subjects is under way.
 *
 * @param own the person's completions; others' are ignored by whoever loads them
 * @returns null for a requirement without alternatives
 */
export function toDoOf(
  requirement: RequirementFact,
  own: readonly CompletionFact[],
  on: Day,
  hasBegun: (alternative: Alternative) => boolean,
): ToDo | null {
  const [first] = requirement.alternatives
  if (!first) return null
  const done = lastDone(requirement, own, on)
  const alternative = done?.alternative ?? requirement.alternatives.find(hasBegun) ?? first
  const until = done ? untilOf(alternative, own, on) : null
  const doneTimes = Math.min(counted(own, alternative, requirement.rate, on).length, alternative.times)
  const doneOn = done?.completion.happenedOn ?? null
  if (isMet(requirement, own, on)) {
    const isExpiring = until !== null && daysBetween(on, until) <= EXPIRING_DAYS
    return { state: isExpiring ? 'expiring' : 'done', alternative, doneOn, validUntil: until, doneTimes }
  }
  if (doneTimes > 0 || requirement.alternatives.some(hasBegun)) {
    return { state: 'doing', alternative, doneOn, validUntil: null, doneTimes }
  }
  const isExpired = until !== null && until <= on
  return { state: isExpired ? 'expired' : 'open', alternative, doneOn, validUntil: isExpired ? until : null, doneTimes }
}

/** Until when so many completions as are asked for count: the last of them, counted from the youngest, ends first. */
function untilOf(alternative: Alternative, own: readonly CompletionFact[], on: Day): Day | null {
  const done = doneFor(alternative, own, on)
  const youngest = done.sort((one, other) => (one.happenedOn < other.happenedOn ? 1 : -1))
  const last = youngest[Math.min(alternative.times, youngest.length) - 1]
  return last ? validUntil(last, alternative) : null
}

/** Asks the one rule that counts, with an entry of nothing but this requirement and this holder. */
function isMet(requirement: RequirementFact, own: readonly CompletionFact[], on: Day): boolean {
  const [personId, always] = ['me', { fromOn: '0000-01-01', toOn: null }]
  const seat = {
    ...always,
    id: 's',
    kind: requirement.seatKind as SeatKind,
    holdings: [{ ...always, id: 'h', personId }],
  }
  const completions = own.map((completion) => ({ ...completion, personId }))
  const entry = {
    entryId: 'e',
    programmeId: 'p',
    programme: always,
    requirements: [requirement],
    placements: [],
    seats: [seat],
    completions,
    visits: [],
  }
  return holderMeets(entry, seat, requirement.rate, on)?.isMet === true
}

function lastDone(requirement: RequirementFact, own: readonly CompletionFact[], on: Day) {
  const done = requirement.alternatives.flatMap((alternative) =>
    doneFor(alternative, own, on).map((completion) => ({ alternative, completion })),
  )
  return done.sort((one, other) => (one.completion.happenedOn < other.completion.happenedOn ? 1 : -1))[0]
}

function doneFor(alternative: Alternative, own: readonly CompletionFact[], on: Day): CompletionFact[] {
  return own
    .filter((completion) => completion.happenedOn <= on && isAbout(completion, alternative))
    .filter((completion) => completion.contentVersion >= alternative.minVersion)
    .filter((completion) => alternative.evidence.includes(completion.evidence))
}
