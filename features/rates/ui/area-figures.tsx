import { getTranslations } from 'next-intl/server'
import { evidenceClasses } from '@/domain/rates/entry-facts'
import type { TrainingRule } from '@/domain/rates/entry-facts'
import { rateFigure, ratePercent, shownRates } from '@/domain/rates/rate-display'
import type { ShownRate } from '@/domain/rates/rate-display'
import type { TallySums } from '@/domain/rates/tally'
import { RateFigure } from '@/ui/charts/rate-figure'
import { type Ahead, ForecastLine } from './forecast-line'
import { viewQuery } from '../input'
import type { View } from '../input'

/** Where a figure opens into: the list of what it counts, of the same region, day and roster. */
export function listHref(rate: ShownRate, view: View, region: string, state: 'part' | 'missing' | 'all'): string {
  return `/manage/lists/${rate}${viewQuery({ ...view, region, state })}`
}

function classParts(sums: TallySums, rate: ShownRate, rule: TrainingRule): readonly number[] | null {
  if (rate === 'training') return rule === 'ANY' ? sums.trainedAnyBy : sums.trainedEveryBy
  if (rate === 'awareness') return sums.awareBy
  if (rate === 'readiness') return sums.readyBy
  return null
}

/** The four rates of an area, each opening into its list, evidence classes one tap away, both training rules side by side. */
export async function AreaFigures(props: {
  sums: TallySums
  rule: TrainingRule
  view: View
  region: string
  /** What is to come; left out for days of the past. */
  ahead?: Ahead | null
}) {
  const t = await getTranslations('rates')
  const other = props.rule === 'ANY' ? 'EVERY' : 'ANY'
  return (
    <div className="grid gap-8 sm:grid-cols-2 lg:grid-cols-4">
      {shownRates.map((rate) => {
        const figure = rateFigure(props.sums, rate, props.rule)
        const parts = classParts(props.sums, rate, props.rule)
        return (
          <RateFigure
            key={rate}
            tone={rate}
            label={t(`rate.${rate}`)}
            figure={figure}
            partHref={listHref(rate, props.view, props.region, 'part')}
            missingHref={listHref(rate, props.view, props.region, 'missing')}
            missing={t('stillMissing', { count: figure.whole - figure.part })}
            none={rate === 'visits' ? t('noVisits') : t('nothingToCount')}
            beneath={
              <div className="mt-2 text-ink-2 text-sm">
                {props.ahead ? (
                  <ForecastLine ahead={props.ahead} figure={figure} rate={rate} rule={props.rule} />
                ) : null}
                {rate === 'training' ? (
                  <p>
                    {t('ruleFigure', {
                      rule: t(`rule.${other}`),
                      percent: ratePercent(rateFigure(props.sums, rate, other)),
                    })}
                  </p>
                ) : null}
                {parts && figure.part > 0 ? (
                  <details>
                    <summary className="min-h-11 cursor-pointer py-2">{t('byEvidence')}</summary>
                    <ul>
                      {evidenceClasses.map((name, index) => (
                        <li key={name} className="tabular-nums">
                          {t(`evidence.${name}`)} {parts[index] ?? 0}
                        </li>
                      ))}
                    </ul>
                  </details>
                ) : null}
              </div>
            }
          />
        )
      })}
    </div>
  )
}
