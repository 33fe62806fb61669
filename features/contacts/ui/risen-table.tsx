import { getTranslations } from 'next-intl/server'
import type { RisenCase } from '../queries/risen-cases'

/** Enterprises nobody has spoken to for a while, the longest first, with the day each goes to the next level. */
export async function RisenTable({ cases }: { cases: readonly RisenCase[] }) {
  const t = await getTranslations('cases')
  return (
    <table className="cards-table">
      <caption className="sr-only">{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('enterprise')}</th>
          <th scope="col">{t('owner')}</th>
          <th scope="col">{t('quietSince')}</th>
          <th scope="col">{t('levelHead')}</th>
        </tr>
      </thead>
      <tbody>
        {cases.map((one) => (
          <tr key={one.entryId}>
            <th scope="row" className="font-normal">
              <a href={`/manage/roster/${one.entryId}`}>{one.enterprise}</a>
              <span className="block text-ink-3 text-sm">{one.place}</span>
            </th>
            <td data-label={t('owner')}>{one.owner ?? '—'}</td>
            <td className="whitespace-nowrap tabular-nums" data-label={t('quietSince')}>
              {one.quietSince}
            </td>
            <td data-label={t('levelHead')}>
              {t(`level.${one.level}`)}
              {one.risesOn ? (
                <span className="block text-ink-2 text-sm">{t('risesOn', { day: one.risesOn })}</span>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
