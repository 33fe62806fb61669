import { getTranslations } from 'next-intl/server'
import { rateFigure, ratePercent, type ShownRate, shownRates } from '@/domain/rates/rate-display'
import { RateFigure } from '@/ui/charts/rate-figure'
import { reportQuery } from '../input'
import type { PeriodPage } from '../queries/period-page'
import { evidenceParts } from '../rate-words'
import { changeText } from './change-text'

/** Where a figure opens into: the frozen rows, or the living list while the period is open. */
export function periodListHref(
  page: PeriodPage,
  rate: ShownRate,
  code: string,
  state: 'part' | 'missing' | 'all',
): string {
  const roster = page.keyOnly ? 'key' : 'all'
  if (page.period.frozenAt)
    return `/manage/reports/${page.period.id}/${code}/lists/${rate}${reportQuery({ roster, state })}`
  const living = reportQuery({ programme: page.programme.id, region: code, roster, state })
  return `/manage/lists/${rate}${living}`
}

/** The four rates of a period, the former rule beside the present one, the change since the period before, and the evidence. */
export async function PeriodFigures({ page }: { page: PeriodPage }) {
  const t = await getTranslations('reports')
  const rates = await getTranslations('rates')
  const { period, total, former, region } = page
  return (
    <div className="grid gap-8 sm:grid-cols-2 lg:grid-cols-4">
      {shownRates.map((rate) => {
        const figure = rateFigure(total.sums, rate, period.trainingRule)
        const parts = evidenceParts(total.sums, rate, period.trainingRule)
        const old = rate === 'training' && period.formerRule ? rateFigure(total.sums, rate, period.formerRule) : null
        return (
          <RateFigure
            key={rate}
            tone={rate}
            label={rates(`${page.keyOnly ? 'rate' : 'rateAll'}.${rate}`)}
            figure={figure}
            partHref={periodListHref(page, rate, region.code, 'part')}
            missingHref={periodListHref(page, rate, region.code, 'missing')}
            missing={rates('stillMissing', { count: figure.whole - figure.part })}
            none={rate === 'visits' ? rates('noVisits') : rates('nothingToCount')}
            beneath={
              <div className="mt-2 text-ink-2 text-sm">
                {old && period.formerRule ? (
                  <p className="mb-1">
                    {t('formerRule', {
                      percent: ratePercent(old),
                      part: old.part,
                      whole: old.whole,
                      rule: rates(`rule.${period.formerRule}`),
                    })}
                  </p>
                ) : null}
                {former ? <p>{changeText(t, total, former.total, rate, period.trainingRule)}</p> : null}
                {parts.length > 0 && figure.part > 0 ? (
                  <details>
                    <summary className="min-h-11 cursor-pointer py-2">{rates('byEvidence')}</summary>
                    <ul>
                      {parts.map(({ name, count }) => (
                        <li key={name} className="tabular-nums">
                          {rates(`evidence.${name}`)} {count}
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
