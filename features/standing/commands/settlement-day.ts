import { addDays, type Day, shanghaiDayOf } from '@/domain/calendar/day'

const graceMs = 3 * 60_000

/**
 * The day to settle to, and the last day that is over for good: a transaction may begin before midnight and commit after it (at most two
 * minutes, see server/context.ts), so the daily tally of a day waits until three minutes after its end.
 */
export function settlementDay(now: Date): { today: Day; lastFullDay: Day } {
  const today = shanghaiDayOf(now)
  return { today, lastFullDay: addDays(shanghaiDayOf(new Date(now.getTime() - graceMs)), -1) }
}
