import type { TrainingRule } from './entry-facts'
import { rateFigure } from './rate-display'
import type { TallySums } from './tally'

const RATES = ['training', 'awareness', 'readiness'] as const

/** Below so many of each kind a percentage says little about an area. */
const SMALL = 10

/** What an area has still to serve over the three promised rates: enterprises to train, heads and clerks. */
export function toServe(sums: TallySums, rule: TrainingRule): number {
  return RATES.reduce((sum, rate) => {
    const { part, whole } = rateFigure(sums, rate, rule)
    return sum + whole - part
  }, 0)
}

/** Whether an area is so small that its percentages jump with every person. */
export function isSmall(sums: TallySums, rule: TrainingRule): boolean {
  return RATES.every((rate) => rateFigure(sums, rate, rule).whole < SMALL)
}

/** Areas with most to serve first, those alike in their given order; areas with nothing to count last. Never by percentage. */
export function byToServe<A extends { sums: TallySums }>(areas: readonly A[], rule: TrainingRule): A[] {
  return [...areas].sort((one, other) => toServe(other.sums, rule) - toServe(one.sums, rule))
}
