import { getTranslations } from 'next-intl/server'
import { rateFigure, ratePercent, shownRates } from '@/domain/rates/rate-display'
import { reportQuery } from '../input'
import type { PeriodOverview } from '../queries/period-overview'

const numbers = new Intl.NumberFormat('zh-CN')

/** The periods of a programme, newest first, with their figures for one region. */
export async function PeriodOverviewTable(props: {
  overview: PeriodOverview
  roster: 'key' | 'all'
  /** Whether this officer makes bulletins, and so drafts of them. */
  mayCompose: boolean
}) {
  const { overview, roster } = props
  const t = await getTranslations('reports')
  const rates = await getTranslations('rates')
  const { code } = overview.region
  return (
    <table className="cards-table">
      <caption className="sr-only">{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('period')}</th>
          <th scope="col">{t('state')}</th>
          {shownRates.map((rate) => (
            <th key={rate} scope="col" className="number">
              {rates(`rate.${rate}`)}
            </th>
          ))}
          <th scope="col">{t('bulletin.title')}</th>
        </tr>
      </thead>
      <tbody>
        {overview.periods.map(({ period, total, hasBulletin }) => {
          const here = `/manage/reports/${period.id}/${code}`
          return (
            <tr key={period.id}>
              <th scope="row" className="font-normal">
                <a className="inline-flex min-h-11 items-center md:min-h-0" href={`${here}${reportQuery({ roster })}`}>
                  {t('days', { from: period.fromOn, to: period.lastDay })}
                </a>
              </th>
              <td data-label={t('state')}>
                {period.frozenAt ? t('closed') : <span className="text-ochre">{t('open')}</span>}
              </td>
              {shownRates.map((rate) => {
                const figure = rateFigure(total.sums, rate, period.trainingRule)
                return (
                  <td key={rate} className="number" data-label={rates(`rate.${rate}`)}>
                    {ratePercent(figure)}{' '}
                    {figure.whole > 0 ? (
                      <span className="whitespace-nowrap text-ink-2 text-sm">
                        {numbers.format(figure.part)} / {numbers.format(figure.whole)}
                      </span>
                    ) : null}
                  </td>
                )
              })}
              <td data-label={t('bulletin.title')}>
                {period.frozenAt || props.mayCompose ? (
                  <a className="inline-flex min-h-11 items-center md:min-h-0" href={`${here}/bulletin`}>
                    {period.frozenAt ? t(hasBulletin ? 'bulletin.read' : 'bulletin.compose') : t('draft.make')}
                  </a>
                ) : (
                  '—'
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
