import { addDays, type Day, daysBetween } from '@/domain/calendar/day'
import type { SeededRandom } from '@/domain/labs/seeded-random'

/** The days of the demonstration: it began `historyDays` ago and `today` has nothing yet. */
export interface Period {
  readonly start: Day
  readonly today: Day
}

export const historyDays = 60

/** The period of a demonstration loaded on that day. */
export function periodOf(today: Day): Period {
  return { start: addDays(today, -historyDays), today }
}

/** A day from `from` to yesterday, never before the start; yesterday when nothing is left. */
export function anyDay(random: SeededRandom, period: Period, from: Day): Day {
  const last = addDays(period.today, -1)
  const first = from < period.start ? period.start : from
  return first >= last ? last : addDays(first, random.between(0, daysBetween(first, last)))
}

/**
 * A day on which somebody learns: seldom at week-ends and in the national holiday, less in filing season, most of all while the wave of
 * the area passes. Null when it would be later than yesterday.
 *
 * @param peak days after the start at which most people of the area come
 */
export function learningDay(random: SeededRandom, period: Period, from: Day, peak: number): Day | null {
  const last = addDays(period.today, -1)
  const first = from < period.start ? period.start : from
  if (first > last) return null
  const days = Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index))
  const weights = days.map((day) => Math.round(1_000 * rhythm(day) * wave(daysBetween(period.start, day), peak)))
  let rest = random.between(0, Math.max(weights.reduce((sum, weight) => sum + weight, 0) - 1, 0))
  for (const [index, day] of days.entries()) {
    rest -= weights[index] ?? 0
    if (rest < 0) return day
  }
  return last
}

/** The first working day on or after `day`. */
export function workingDay(day: Day): Day {
  return [0, 1, 2].map((count) => addDays(day, count)).find((one) => weekday(one) % 6 !== 0) ?? day
}

function rhythm(day: Day): number {
  const byWeekday = [0.14, 1.15, 1.2, 1.1, 1.05, 0.8, 0.22][weekday(day)] ?? 1
  const isHoliday = /-10-0[1-7]$|-05-0[1-3]$|-01-01$/.test(day)
  const isFiling = /-(?:01|04|07|10)-(?:0\d|1[0-5])$/.test(day)
  return byWeekday * (isHoliday ? 0.08 : isFiling ? 0.65 : 1)
}

function wave(daysSince: number, peak: number): number {
  return daysSince === 0 ? 0.1 : 0.35 + 1.6 * Math.exp(-(((daysSince - peak) / 17) ** 2))
}

function weekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}
