import { getFormatter, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/ui/layout/empty-state'
import type { ListedTemplate } from '../queries/template-list'

/** The templates of one purpose, own and from above. */
export async function TemplateTable({ templates }: { templates: readonly ListedTemplate[] }) {
  const t = await getTranslations('templates')
  const format = await getFormatter()
  if (templates.length === 0) return <EmptyState title={t('list.none')}>{t('list.noneText')}</EmptyState>
  const columns = ['name', 'region', 'state', 'uploadedAt'].map((key) => t(`list.${key}`))
  return (
    <table className="cards-table">
      <caption className="sr-only">{t('list.title')}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {templates.map((one) => (
          <tr key={one.id}>
            <th scope="row" className="font-normal">
              <a className="inline-flex min-h-11 items-center" href={`/manage/templates/${one.id}`}>
                {one.name}
              </a>{' '}
              <span className="text-ink-3 text-sm">{one.format === 'DOCX' ? 'Word' : 'Excel'}</span>
            </th>
            <td data-label={columns[1]}>
              {one.region}
              {one.isOwn ? null : <span className="text-ink-2"> {t('list.inherited')}</span>}
            </td>
            <td data-label={columns[2]}>
              {one.isRetired ? t('list.retired') : t(`state.${one.state}`, { count: one.problemCount })}
            </td>
            <td data-label={columns[3]}>
              <time dateTime={one.recordedAt.toISOString()}>
                {format.dateTime(one.recordedAt, { dateStyle: 'medium' })}
              </time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
