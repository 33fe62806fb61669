import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { answerSuggestionAction } from '@/features/suggestions/actions'
import { suggestionsInScope } from '@/features/suggestions/queries/suggestions-in-scope'
import { asFormHandler } from '@/ui/forms/form-handler'
import { requireActor } from '@/server/auth/actor'
import { EmptyState } from '@/ui/layout/empty-state'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('front.suggestionList'))('title') }
}

/** What people of this area wrote, and how it was dealt with. */
export default async function SuggestionsPage() {
  const actor = await requireActor('suggestion.read')
  const t = await getTranslations('front.suggestionList')
  const format = await getFormatter()
  const suggestions = await suggestionsInScope(actor)
  return (
    <div className="max-w-2xl">
      <PageTitle>{t('title')}</PageTitle>
      {suggestions.length === 0 ? <EmptyState title={t('none')} /> : null}
      <ul>
        {suggestions.map((one) => (
          <li key={one.id} className="border-rule border-b py-4">
            <p className="text-ink-3 text-sm">
              {format.dateTime(one.createdAt, { dateStyle: 'long', timeStyle: 'short' })} · {t('page')} {one.page}
              {one.contact ? ` · ${t('contact')} ${one.contact}` : ''}
            </p>
            <p className="whitespace-pre-wrap">{one.text}</p>
            {one.answeredAt ? (
              <p className="mt-1 text-pine">
                {t('answered')}：{one.answer}
              </p>
            ) : (
              <form action={asFormHandler(answerSuggestionAction)} className="mt-2 flex flex-wrap items-end gap-3">
                <input type="hidden" name="id" value={one.id} />
                <label className="block grow text-sm">
                  {t('answer')}
                  <input className="input" name="answer" required minLength={2} maxLength={1000} />
                </label>
                <button type="submit" className="button">
                  {t('save')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
