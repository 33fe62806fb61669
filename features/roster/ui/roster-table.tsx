import { getTranslations } from 'next-intl/server'
import type { RosterRow } from '../queries/roster-page'

/** Enterprises of the roster; each opens its page. */
export async function RosterTable({ rows }: { rows: readonly RosterRow[] }) {
  const t = await getTranslations('roster')
  return (
    <table className="cards-table">
      <caption className="sr-only">{t('listCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('enterprise')}</th>
          <th scope="col">{t('place')}</th>
          <th scope="col">{t('head')}</th>
          <th scope="col">{t('clerks')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.entryId}>
            <th scope="row" className="font-normal">
              <a className="inline-flex min-h-11 items-center md:min-h-0" href={`/manage/roster/${row.entryId}`}>
                {row.name}
              </a>
              <span className="block text-ink-3 text-sm tabular-nums">
                {row.uscc}
                {row.isKey ? ` · ${t('keyMark')}` : ''}
              </span>
            </th>
            <td data-label={t('place')}>
              {row.countyName ?? ''}
              {row.leafName}
            </td>
            <td data-label={t('head')}>{row.head ?? <span className="text-ochre">{t('vacancy')}</span>}</td>
            <td data-label={t('clerks')} className={row.clerks < row.clerkSeats ? 'text-ochre' : ''}>
              {t('held', { held: row.clerks, seats: row.clerkSeats })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
