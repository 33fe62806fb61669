import { getTranslations } from 'next-intl/server'
import type { TrainingRule } from '@/domain/rates/entry-facts'
import { isSmall, toServe } from '@/domain/rates/league'
import { type RateFigure, rateFigure, ratePercent, shownRates } from '@/domain/rates/rate-display'
import { emptyTally, type TallySums } from '@/domain/rates/tally'
import { rateChange, signed } from '@/domain/reports/rate-change'
import { viewQuery } from '../input'
import type { View } from '../input'
import { listHref } from './area-figures'

const numbers = new Intl.NumberFormat('zh-CN')

type Child = { code: string; name: string; kind: string; isClosed: boolean; sums: TallySums }

/**
 * The same rates per child region, in the order that the page gives: the official list's, or by people still to serve where the programme has
 * that. `since`: beside each figure how many more there are than on an earlier day.
 */
export async function AreaTable(props: {
  rows: readonly Child[]
  rule: TrainingRule
  view: View
  total: { name: string; code: string; sums: TallySums }
  since?: { day: string; total: TallySums; children: ReadonlyMap<string, TallySums> } | null
  /** Shows how many people each area has still to serve, and marks small ones. */
  isLeague?: boolean
}) {
  const t = await getTranslations('rates')
  const thenOf = (code: string, isTotal: boolean) =>
    (isTotal ? props.since?.total : props.since?.children.get(code)) ?? emptyTally
  const moved = (now: RateFigure, then: RateFigure) => {
    const change = rateChange(now, then)
    const part = signed(change.part)
    return change.points === null ? part : t('sinceCell', { part, points: change.points })
  }
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
          {props.since ? (
            <span className="block text-ink-2 text-sm">
              {moved(figure, rateFigure(thenOf(row.code, isTotal), rate, props.rule))}
            </span>
          ) : null}
        </td>
      )
    })
  return (
    <table className="cards-table">
      <caption className={props.since ? 'text-left text-ink-2 text-sm' : 'sr-only'}>
        {props.since ? t('sinceTitle', { day: props.since.day }) : t('breakdown')}
      </caption>
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
              {props.isLeague ? (
                <span className="block text-ink-2 text-sm tabular-nums">
                  {t('toServe', { count: toServe(row.sums, props.rule) })}
                  {isSmall(row.sums, props.rule) ? ` · ${t('small')}` : ''}
                </span>
              ) : null}
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
