import { getTranslations } from 'next-intl/server'
import { rateFigure, ratePercent, shownRates } from '@/domain/rates/rate-display'
import { rateChange } from '@/domain/reports/rate-change'
import { reportQuery } from '../input'
import type { PeriodPage } from '../queries/period-page'
import type { PeriodSums } from '../queries/period-sums'
import { periodListHref } from './period-figures'

const numbers = new Intl.NumberFormat('zh-CN')

/** The same rates per child region, in the order of the official list: no league table. */
export async function PeriodTable({ page }: { page: PeriodPage }) {
  const t = await getTranslations('reports')
  const rates = await getTranslations('rates')
  const { period, region } = page
  const query = reportQuery({ roster: page.keyOnly ? 'key' : 'all' })
  const cells = (code: string, now: PeriodSums, before: PeriodSums | null) =>
    shownRates.map((rate) => {
      const figure = rateFigure(now.sums, rate, period.trainingRule)
      const change = before ? rateChange(figure, rateFigure(before.sums, rate, period.trainingRule)) : null
      return (
        <td key={rate} className="number" data-label={rates(`rate.${rate}`)}>
          {ratePercent(figure)}{' '}
          {figure.whole > 0 ? (
            <a className="whitespace-nowrap text-sm" href={periodListHref(page, rate, code, 'all')}>
              {numbers.format(figure.part)} / {numbers.format(figure.whole)}
            </a>
          ) : null}
          {change?.points && change.points !== '0' ? (
            <span className="block text-ink-3 text-sm">{t('change.short', { points: change.points })}</span>
          ) : null}
        </td>
      )
    })
  return (
    <table className="cards-table">
      <caption className="sr-only">{t('breakdown')}</caption>
      <thead>
        <tr>
          <th scope="col">{rates('region')}</th>
          {shownRates.map((rate) => (
            <th key={rate} scope="col" className="number">
              {rates(`rate.${rate}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {page.children.map((child) => (
          <tr key={child.code}>
            <th scope="row" className="font-normal">
              <a
                className="inline-flex min-h-11 items-center md:min-h-0"
                href={`/manage/reports/${period.id}/${child.code}${query}`}
              >
                {child.name}
              </a>
            </th>
            {cells(child.code, child.now, child.before)}
          </tr>
        ))}
        <tr>
          <th scope="row">{rates('sum', { name: region.name })}</th>
          {cells(region.code, page.total, page.former?.total ?? null)}
        </tr>
      </tbody>
    </table>
  )
}
