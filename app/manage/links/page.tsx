import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { linkViewInput } from '@/features/accounts/link-view'
import { linkList, regionChoices } from '@/features/accounts/queries/link-list'
import { LinkBatch } from '@/features/accounts/ui/link-batch'
import { LinkFilter } from '@/features/accounts/ui/link-filter'
import { LinkTable } from '@/features/accounts/ui/link-table'
import { requireActor } from '@/server/auth/actor'
import { isOriginConfigured } from '@/server/env'
import { EmptyState } from '@/ui/layout/empty-state'
import { Notice } from '@/ui/layout/notice'
import { PageTitle } from '@/ui/layout/page-title'
import { GroupedNavigation } from '../grouped-navigation'
import { HelpLink } from '../help-link'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('links.manage')
  return { title: t('title') }
}

export default async function LinksPage({ searchParams }: PageProps<'/manage/links'>) {
  const actor = await requireActor('links.issue')
  const { page, ...view } = linkViewInput.parse(await searchParams)
  const t = await getTranslations('links.manage')
  const [list, regions] = await Promise.all([linkList(actor, view, page), regionChoices(actor)])
  return (
    <>
      <PageTitle beneath={t('lead')}>{t('title')}</PageTitle>
      <GroupedNavigation group="contact" current="/manage/links" actor={actor} />
      {isOriginConfigured() ? null : <Notice tone="warn">{t('noOrigin')}</Notice>}
      <LinkFilter view={view} regions={regions} />
      <p className="my-4">{t('count', list.count)}</p>
      {list.rows.length === 0 ? (
        <EmptyState title={t('none')} />
      ) : (
        <>
          <LinkTable rows={list.rows} view={view} page={list.page} pages={list.pages} />
          <LinkBatch
            view={view}
            sendable={list.sendable}
            withoutMobile={list.withoutMobile}
            mayExport={isOriginConfigured()}
          />
        </>
      )}
      <HelpLink topic="messages" />
    </>
  )
}
