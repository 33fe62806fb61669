import type { Day } from './day'

/** Days from `fromOn` up to, but not including, `toOn`; `toOn: null` = open. */
export interface DayInterval {
  readonly fromOn: Day
  readonly toOn: Day | null
}

/** Whether the interval holds on that day; its `toOn` no longer belongs to it. An empty interval holds on no day. */
export function covers(interval: DayInterval, on: Day): boolean {
  return interval.fromOn <= on && (interval.toOn === null || on < interval.toOn)
}

/** Whether two intervals share a day. Touching ones do not. */
export function overlap(a: DayInterval, b: DayInterval): boolean {
  const fromOn = a.fromOn > b.fromOn ? a.fromOn : b.fromOn
  return covers(a, fromOn) && covers(b, fromOn)
}
