import { addDays, shanghaiDayOf, startOfDay } from '../calendar/day'
import { isFilingSeason } from '../contacts/outcomes'

/** Nobody is written to before eight in the morning or from eight in the evening on, Shanghai time. */
export const WAKING_HOURS = { from: 8, to: 20 } as const

const HOUR = 3_600_000

/**
 * The first instant at or after `at` at which people may be written to: within waking hours and, unless `inSeason`, not in the first
 * fifteen days of a month, when tax returns are due. Source: design.md section 3.
 */
export function nextAllowed(at: Date, { inSeason }: { inSeason: boolean }): Date {
  let day = shanghaiDayOf(at)
  let instant = at
  if (instant.getTime() >= startOfDay(day).getTime() + WAKING_HOURS.to * HOUR) {
    day = addDays(day, 1)
    instant = startOfDay(day)
  }
  while (!inSeason && isFilingSeason(day)) {
    day = addDays(day, 1)
    instant = startOfDay(day)
  }
  const morning = startOfDay(day).getTime() + WAKING_HOURS.from * HOUR
  return instant.getTime() < morning ? new Date(morning) : instant
}
