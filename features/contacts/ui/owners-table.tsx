import { getTranslations } from 'next-intl/server'
import type { LeafOwners } from '../queries/owners'

/** Who looks after how many enterprises of each leaf, in the order of the regions; nobody is compared. */
export async function OwnersTable({ leaves }: { leaves: readonly LeafOwners[] }) {
  const t = await getTranslations('owners')
  return (
    <table className="cards-table">
      <caption className="sr-only">{t('caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('leaf')}</th>
          <th scope="col">{t('entries')}</th>
          <th scope="col">{t('free')}</th>
          <th scope="col">{t('owners')}</th>
        </tr>
      </thead>
      <tbody>
        {leaves.map((leaf) => (
          <tr key={leaf.leafId}>
            <th scope="row" className="font-normal">
              {leaf.place}
            </th>
            <td className="tabular-nums" data-label={t('entries')}>
              {leaf.entries}
            </td>
            <td className="tabular-nums" data-label={t('free')}>
              {leaf.free}
            </td>
            <td data-label={t('owners')}>
              {leaf.owners.length === 0
                ? '—'
                : leaf.owners.map(({ name, post, count }) => (
                    <span key={`${post}${name}`} className="mr-4 inline-block">
                      {t('held', { post: t(`short.${post}`), name, count })}
                    </span>
                  ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
