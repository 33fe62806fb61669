import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { signals } from '@/features/item-statistics/queries/signals'
import { SignalList } from '@/features/item-statistics/ui/signal-list'
import { requireActor } from '@/server/auth/actor'
import { EmptyState } from '@/ui/layout/empty-state'
import { Notice } from '@/ui/layout/notice'
import { PageTitle } from '@/ui/layout/page-title'
import { GroupedNavigation } from '../grouped-navigation'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('author.signals'))('title') }
}

/** What an officer may ask about certifying papers of their area. Nothing here is a verdict, and nothing follows by itself. */
export default async function SignalsPage({ searchParams }: PageProps<'/manage/signals'>) {
  const actor = await requireActor('signal.read')
  const { refused } = await searchParams
  const [t, list] = await Promise.all([getTranslations('author.signals'), signals(actor)])
  return (
    <div className="max-w-3xl">
      <PageTitle beneath={t('lead')}>{t('title')}</PageTitle>
      <GroupedNavigation group="ask" current="/manage/signals" actor={actor} />
      {refused === 'no-note' || refused === 'not-found' ? (
        <Notice tone="stop" live>
          {t(`refused.${refused}`)}
        </Notice>
      ) : null}
      {list.length === 0 ? <EmptyState title={t('none')} /> : <SignalList signals={list} />}
    </div>
  )
}
