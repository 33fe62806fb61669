import type { TitleOf } from '@/domain/rates/missing-sentence'
import { getTranslations } from 'next-intl/server'
import type { ShownRate } from '@/domain/rates/rate-display'
import { StatusMark } from '@/ui/layout/status-mark'
import type { ShownRow } from '../queries/list-page'
import { rowReasons } from './reason-text'

/** The rows behind a number with the reason for each. */
export async function ListTable(props: {
  rate: ShownRate
  rows: readonly ShownRow[]
  titleOf: TitleOf
  caption: string
  /** The form that a tick at each enterprise belongs to; without it there are none. */
  chooseFor?: string
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
          <tr key={row.seatId ?? row.entryId}>
            <th scope="row" className="font-normal">
              {props.chooseFor ? (
                <input
                  type="checkbox"
                  className="mr-2 size-5 align-middle"
                  form={props.chooseFor}
                  name="entryId"
                  value={row.entryId}
                  aria-label={t('list.choose', { enterprise: row.enterprise })}
                />
              ) : null}
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
