import type { TrainingRule } from './entry-facts'
import type { TallySums } from './tally'

/** Part and whole of a rate as shown: "41 / 57". */
export interface RateFigure {
  readonly part: number
  readonly whole: number
}

export const shownRates = ['training', 'awareness', 'readiness', 'visits'] as const
export type ShownRate = (typeof shownRates)[number]

/** The figure of one rate in a tally. `rule` matters to training alone; both rules may be shown side by side. */
export function rateFigure(sums: TallySums, rate: ShownRate, rule: TrainingRule = 'ANY'): RateFigure {
  if (rate === 'training') return { part: rule === 'ANY' ? sums.trainedAny : sums.trainedEvery, whole: sums.asked }
  if (rate === 'awareness') return { part: sums.aware, whole: sums.heads }
  if (rate === 'readiness') return { part: sums.ready, whole: sums.clerks }
  return { part: sums.visited, whole: sums.entries }
}

/**
 * A rate as text with one decimal, rounded half up, never up to 100 %: 9,999 of 10,000 is "99.9%". Nor down to 0 %: a part
 * that would round to nothing is "<0.1%". Exactly all is "100%", none "0%", and an empty whole "—" (never 0 % or 100 %).
 *
 * Never throws; exact for wholes below 2^43.
 */
export function ratePercent({ part, whole }: RateFigure): string {
  if (whole === 0) return '—'
  if (part === 0) return '0%'
  if (part === whole) return '100%'
  const permille = Math.floor((part * 2000 + whole) / (whole * 2))
  if (permille === 0) return '<0.1%'
  const shown = Math.min(permille, 999)
  return `${Math.floor(shown / 10)}.${shown % 10}%`
}
