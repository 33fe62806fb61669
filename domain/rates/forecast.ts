import { addDays, type Day, daysBetween } from '../calendar/day'
import { seededRandom } from '../labs/seeded-random'

/** A day and how many were counted at its end. */
export type Point = { readonly day: Day; readonly part: number }

/** When everything will be done at the present pace: the middle of what may come, and the days between which it falls four times in five. */
export type Forecast =
  | { readonly kind: 'done' }
  /** Nothing was gained in the weeks looked at, or there are too few. */
  | { readonly kind: 'no-pace' }
  | {
      readonly kind: 'days'
      readonly middle: Day
      readonly early: Day
      readonly late: Day | null
      readonly perWeek: number
    }

/** Weeks that the pace is taken from, at most; fewer than three say nothing. */
export const PACE_WEEKS = 8
const LEAST_WEEKS = 3
const DRAWS = 2_000
/** Days further off are not named. */
const FURTHEST_DAYS = 3 * 365

/**
 * When the part reaches the whole if it goes on as in the last weeks.
 *
 * @param trend days with what was counted then, in order; days may be missing
 * @param whole what is to be reached, as of `on`
 * @returns `late` null when it lies more than three years off; 'no-pace' also when the middle does
 *
 * Method (decision 039): weekly gains over at most eight weeks give a mean and a dispersion φ ≥ 1 (completions come in batches). The pace is then Gamma
 * distributed around the mean, the time for what is left is Gamma distributed given the pace; 2,000 draws of a fixed stream, 10th, 50th and 90th of a hundred.
 * A pace that changes is not foreseen. Never throws.
 */
export function forecast(trend: readonly Point[], now: { part: number; whole: number }, on: Day): Forecast {
  const left = now.whole - now.part
  if (left <= 0) return { kind: 'done' }
  const gains = weeklyGains([...trend.filter(({ day }) => day < on), { day: on, part: now.part }], on)
  const gained = gains.reduce((sum, gain) => sum + gain, 0)
  if (gains.length < LEAST_WEEKS || gained <= 0) return { kind: 'no-pace' }
  const perWeek = gained / gains.length
  const spread = dispersion(gains, perWeek)
  const random = seededRandom(`forecast/${left}/${gains.join(',')}`)
  const uniform = () => (random.between(0, 999_999) + 0.5) / 1_000_000
  const days = Array.from({ length: DRAWS }, () => {
    const pace = (gamma(gained / spread + 0.5, uniform) * spread) / gains.length
    return (7 * gamma(left / spread, uniform) * spread) / pace
  }).sort((one, other) => one - other)
  const at = (percent: number) => Math.ceil(days[Math.floor((DRAWS * percent) / 100)] ?? 0)
  if (at(50) > FURTHEST_DAYS) return { kind: 'no-pace' }
  const late = at(90) > FURTHEST_DAYS ? null : addDays(on, at(90))
  return { kind: 'days', early: addDays(on, at(10)), middle: addDays(on, at(50)), late, perWeek }
}

/** How many a week are needed to be done on the last day; null when that day is over or nothing is left. */
export function neededPerWeek(now: { part: number; whole: number }, on: Day, lastDay: Day): number | null {
  const days = daysBetween(on, lastDay)
  const left = now.whole - now.part
  return days <= 0 || left <= 0 ? null : Math.ceil((left * 7) / days)
}

/** Gains of the last whole weeks, the youngest last; a fall (a correction) is a gain below zero. */
function weeklyGains(points: readonly Point[], on: Day): number[] {
  const gains: number[] = []
  for (let week = 0; week < PACE_WEEKS; week++) {
    const [end, start] = [partOn(points, addDays(on, -7 * week)), partOn(points, addDays(on, -7 * (week + 1)))]
    if (end === null || start === null) break
    gains.unshift(end - start)
  }
  return gains
}

/** What was counted on a day, or on the last day before it that is known, at most a week back. */
function partOn(points: readonly Point[], day: Day): number | null {
  const known = points.filter((point) => point.day <= day && daysBetween(point.day, day) < 7).at(-1)
  return known?.part ?? null
}

function dispersion(gains: readonly number[], mean: number): number {
  const variance = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / (gains.length - 1)
  return Math.max(1, variance / mean)
}

/** A draw of the Gamma distribution with scale 1. Marsaglia and Tsang, ACM TOMS 26 (2000). */
function gamma(shape: number, uniform: () => number): number {
  if (shape < 1) return gamma(shape + 1, uniform) * uniform() ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal(uniform)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(uniform()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v
  }
}

/** A draw of the normal distribution. Box and Muller (1958). */
function normal(uniform: () => number): number {
  return Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
}
