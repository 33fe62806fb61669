import { getTranslations } from 'next-intl/server'
import type { AreaConcept } from '../queries/area-concepts'

/** Concepts of an area, those that most people should look at again first. */
export async function ConceptTable({ rows }: { rows: readonly AreaConcept[] }) {
  const t = await getTranslations('concepts')
  return (
    <table className="cards-table">
      <thead>
        <tr>
          <th scope="col">{t('concept')}</th>
          <th scope="col">{t('from')}</th>
          <th scope="col" className="number">
            {t('people')}
          </th>
          <th scope="col" className="number">
            {t('shaky')}
          </th>
          <th scope="col">{t('explained')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row" className="font-normal" lang="zh-CN">
              {row.title}
            </th>
            <td data-label={t('from')} lang="zh-CN">
              {row.from}
            </td>
            <td className="number" data-label={t('people')}>
              {row.people}
            </td>
            <td className="number" data-label={t('shaky')}>
              {row.shaky}
            </td>
            <td data-label={t('explained')} lang="zh-CN">
              {row.lesson ? <a href={row.lesson.href}>{row.lesson.title}</a> : '—'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
