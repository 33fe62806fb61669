import { getTranslations } from 'next-intl/server'
import type { TitleOf } from '@/domain/rates/missing-sentence'
import type { ShownRate } from '@/domain/rates/rate-display'
import { StatusMark } from '@/ui/layout/status-mark'
import type { PeriodRow } from '../queries/period-rows'
import { rowReasons } from './row-reasons'

/** The frozen rows behind a number, each with its reason. */
export async function PeriodListTable(props: {
  rate: ShownRate
  rows: readonly PeriodRow[]
  titleOf: TitleOf
  caption: string
}) {
  const t = await getTranslations('rates')
  const isSeats = props.rate === 'awareness' || props.rate === 'readiness'
  return (
    <table className="cards-table">
      <caption className="sr-only">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('list.enterprise')}</th>
          <th scope="col">{t('list.place')}</th>
          {isSeats ? <th scope="col">{t('list.holder')}</th> : null}
          <th scope="col">{t('list.status')}</th>
          <th scope="col">{t('list.evidence')}</th>
          <th scope="col">{t('list.reason')}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.key}>
            <th scope="row" className="font-normal">
              <a className="inline-flex min-h-11 items-center md:min-h-0" href={`/manage/roster/${row.entryId}`}>
                {row.enterprise}
              </a>
              <span className="block text-ink-3 text-sm tabular-nums">
                {row.uscc}
                {row.isKey ? ` · ${t('list.key')}` : ''}
              </span>
            </th>
            <td data-label={t('list.place')}>
              {row.countyName ? `${row.countyName} ` : ''}
              {row.leafName}
            </td>
            {isSeats ? <td data-label={t('list.holder')}>{row.holderName ?? t('list.vacant')}</td> : null}
            <td data-label={t('list.status')}>
              <StatusMark kind={row.met ? 'done' : 'open'} label={row.met ? t('list.part') : t('list.missing')} />
            </td>
            <td data-label={t('list.evidence')}>{row.evidence ? t(`evidence.${row.evidence}`) : '—'}</td>
            <td data-label={t('list.reason')}>
              <ul>
                {rowReasons(row, props.rate, t, props.titleOf).map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
