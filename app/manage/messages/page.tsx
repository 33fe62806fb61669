import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { messagesPage } from '@/features/messages/queries/messages-page'
import { CampaignForm } from '@/features/messages/ui/campaign-form'
import { CampaignTable } from '@/features/messages/ui/campaign-table'
import { Robots } from '@/features/messages/ui/robots'
import { viewInput } from '@/features/rates/input'
import { programmeInView } from '@/features/rates/queries/programme-in-view'
import { requireActor } from '@/server/auth/actor'
import { shanghaiToday } from '@/server/clock'
import { isOriginConfigured } from '@/server/env'
import { isMailConfigured } from '@/server/mail/transport'
import { EmptyState } from '@/ui/layout/empty-state'
import { Notice } from '@/ui/layout/notice'
import { PageTitle } from '@/ui/layout/page-title'
import { GroupedNavigation } from '../grouped-navigation'
import { HelpLink } from '../help-link'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('messages'))('title') }
}

/** Mail to enterprises and texts to groups: what waits, what went out, and a new one. */
export default async function MessagesPage({ searchParams }: PageProps<'/manage/messages'>) {
  const actor = await requireActor('message.send')
  const view = viewInput.parse(await searchParams)
  const [t, format] = await Promise.all([getTranslations('messages'), getFormatter()])
  const programme = await programmeInView(view.programme, shanghaiToday())
  if (!programme)
    return (
      <>
        <PageTitle beneath={t('lead')}>{t('title')}</PageTitle>
        <EmptyState title={t('none')}>
          <p>{t('noneText')}</p>
        </EmptyState>
      </>
    )
  const { campaigns, robots, regions, backlog } = await messagesPage(actor, programme.id)
  const from = backlog.from && format.dateTime(backlog.from, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <>
      <PageTitle beneath={t('lead')}>{t('title')}</PageTitle>
      <GroupedNavigation group="contact" current="/manage/messages" actor={actor} />
      {isMailConfigured() ? null : <Notice tone="warn">{t('noServer')}</Notice>}
      {isOriginConfigured() ? null : <Notice tone="warn">{t('noOrigin')}</Notice>}
      {backlog.waiting > 0 ? (
        <Notice tone="note">{t('backlog', { count: backlog.waiting, from: from ?? '—' })}</Notice>
      ) : null}
      <h2 className="mt-6 mb-2 text-xl">{t('sentTitle')}</h2>
      {campaigns.length > 0 ? <CampaignTable campaigns={campaigns} /> : <p className="text-ink-2">{t('sentNone')}</p>}
      <h2 className="mt-10 mb-2 text-xl">{t('compose')}</h2>
      <p className="mb-3 max-w-2xl text-ink-2">{t('composeNote')}</p>
      <CampaignForm programmeId={programme.id} regions={regions} />
      <h2 className="mt-10 mb-2 text-xl">{t('robots')}</h2>
      <p className="mb-3 max-w-2xl text-ink-2">{t('robotsNote')}</p>
      <Robots robots={robots} regions={regions} />
      <HelpLink topic="messages" />
    </>
  )
}
