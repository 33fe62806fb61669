import { addDays, type Day } from '../calendar/day'

/** What came of a contact: 已联系 · 换人 · 无人接 · 停产 · 不参加 · 已完成. */
export const OUTCOMES = ['REACHED', 'DONE', 'NO_ANSWER', 'REPLACED', 'DECLINED', 'CLOSED_DOWN'] as const
export type ContactOutcome = (typeof OUTCOMES)[number]

/**
 * Days that an enterprise is left alone after each outcome: a week for whoever was spoken to (the contact budget of design.md 3), the next day
 * where nobody answered, a few days for a change that is under way, a quarter where somebody said no, a month where closing down is to be decided.
 */
const REST_DAYS: Record<ContactOutcome, number> = {
  REACHED: 7,
  DONE: 3,
  NO_ANSWER: 1,
  REPLACED: 3,
  DECLINED: 90,
  CLOSED_DOWN: 30,
}

/** The first day on which the enterprise may be on the list again. */
export function restUntil(outcome: ContactOutcome, contactedOn: Day): Day {
  return addDays(contactedOn, REST_DAYS[outcome])
}

/** Whether monthly tax returns are due in these days: the first fifteen of a month, when enterprises are better left alone. */
export function isFilingSeason(day: Day): boolean {
  return Number(day.slice(8)) <= 15
}
