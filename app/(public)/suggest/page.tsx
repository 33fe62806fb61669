import { getTranslations } from 'next-intl/server'
import { SuggestionForm } from '@/features/suggestions/ui/suggestion-form'
import { ownPath } from '@/server/own-path'
import { PageShell } from '@/ui/layout/page-shell'
import { PageTitle } from '@/ui/layout/page-title'

export default async function SuggestPage({ searchParams }: PageProps<'/suggest'>) {
  const t = await getTranslations('front.suggestPage')
  const { from } = await searchParams
  const sentences = Object.fromEntries(
    (['text', 'contact', 'send', 'done', 'tooLong', 'empty', 'too-many'] as const).map((key) => [key, t(key)]),
  )
  return (
    <PageShell>
      <PageTitle beneath={t('lead')}>{t('title')}</PageTitle>
      <SuggestionForm from={ownPath(from)} sentences={sentences} />
    </PageShell>
  )
}
