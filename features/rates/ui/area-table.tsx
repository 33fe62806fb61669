import { getTranslations } from 'next-intl/server'
import type { TrainingRule } from '@/domain/rates/entry-facts'
import { rateFigure, ratePercent, shownRates } from '@/domain/rates/rate-display'
import type { TallySums } from '@/domain/rates/tally'
import { viewQuery } from '../input'
import type { View } from '../input'
import { listHref } from './area-figures'

const numbers = new Intl.NumberFormat('zh-CN')

type Child = { code: string; name: string; kind: string; isClosed: boolean; sums: TallySums }

/** The same rates per child region, in the order of the official list: no league table. */
export async function AreaTable(props: {
  rows: readonly Child[]
  rule: TrainingRule
  view: View
  total: { name: string; code: string; sums: TallySums }
}) {
  const t = await getTranslations('rates')
  const line = (row: { code: string; sums: TallySums }, isTotal: boolean) =>
    shownRates.map((rate) => {
      const figure = rateFigure(row.sums, rate, props.rule)
      return (
        <td key={rate} className="number" data-label={t(`rate.${rate}`)}>
          {isTotal ? <strong>{ratePercent(figure)}</strong> : ratePercent(figure)}{' '}
          {figure.whole > 0 ? (
            <a className="whitespace-nowrap text-sm" href={listHref(rate, props.view, row.code, 'all')}>
              {numbers.format(figure.part)} / {numbers.format(figure.whole)}
            </a>
          ) : null}
        </td>
      )
    })
  return (
    <table className="cards-table">
      <caption className="sr-only">{t('breakdown')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('region')}</th>
          {shownRates.map((rate) => (
            <th key={rate} scope="col" className="number">
              {t(`rate.${rate}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.code}>
            <th scope="row" className="font-normal">
              <a
                className="inline-flex min-h-11 items-center md:min-h-0"
                href={`/manage/area/${row.code}${viewQuery(props.view)}`}
              >
                {row.name}
              </a>
              {row.isClosed ? <span className="text-ink-3 text-sm"> {t('closed')}</span> : null}
            </th>
            {line(row, false)}
          </tr>
        ))}
        <tr>
          <th scope="row">{t('sum', { name: props.total.name })}</th>
          {line(props.total, true)}
        </tr>
      </tbody>
    </table>
  )
}
