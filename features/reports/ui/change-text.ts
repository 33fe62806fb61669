import type { TrainingRule } from '@/domain/rates/entry-facts'
import { rateFigure, type ShownRate } from '@/domain/rates/rate-display'
import { rateChange, signed } from '@/domain/reports/rate-change'
import type { PeriodSums } from '../queries/period-sums'
import { correctionsOf, type Words } from '../rate-words'

/** "较上期 +12（+3.2 个百分点），其中补录 2": how a rate moved since the frozen figure before. */
export function changeText(t: Words, now: PeriodSums, before: PeriodSums, rate: ShownRate, rule: TrainingRule): string {
  const change = rateChange(rateFigure(now.sums, rate, rule), rateFigure(before.sums, rate, rule))
  const { added, withdrawn } = correctionsOf(now.corrections, rate, rule)
  const points = change.points === null ? '' : t('change.points', { points: change.points })
  return [
    change.part === 0 && change.points === '0'
      ? t('change.same')
      : t('change.part', { part: signed(change.part), points }),
    ...(added > 0 ? [t('change.added', { count: added })] : []),
    ...(withdrawn > 0 ? [t('change.withdrawn', { count: withdrawn })] : []),
  ].join(t('change.and'))
}
