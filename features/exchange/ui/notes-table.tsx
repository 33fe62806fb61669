import { getLocale, getTranslations } from 'next-intl/server'
import { inChinese } from '../note-words'
import type { Note } from '../written-question'

/** What a format will not carry, the same sentence once with how many questions it concerns. */
export async function NotesTable({ notes }: { notes: readonly Note[] }) {
  const [t, locale] = await Promise.all([getTranslations('exchange.notes'), getLocale()])
  const counts = new Map<string, string[]>()
  for (const { where, what } of notes) counts.set(what, [...(counts.get(what) ?? []), where])
  if (counts.size === 0) return <p className="mt-3 text-pine">{t('none')}</p>
  return (
    <table className="cards-table mt-3" aria-label={t('title')}>
      <thead>
        <tr>
          <th scope="col">{t('what')}</th>
          <th scope="col" className="number">
            {t('questions')}
          </th>
        </tr>
      </thead>
      <tbody>
        {[...counts].map(([what, where]) => (
          <tr key={what}>
            <th scope="row" className="font-normal">
              {locale === 'zh' ? inChinese(what) : what}
            </th>
            <td data-label={t('questions')} className="number">
              {where.length}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
