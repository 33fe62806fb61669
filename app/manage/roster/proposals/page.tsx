import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { viewInput } from '@/features/rates/input'
import { programmeInView } from '@/features/rates/queries/programme-in-view'
import { proposals } from '@/features/roster/queries/proposals'
import { ProposalTable } from '@/features/roster/ui/proposal-table'
import { requireActor } from '@/server/auth/actor'
import { shanghaiToday } from '@/server/clock'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { EmptyState } from '@/ui/layout/empty-state'
import { PageTitle } from '@/ui/layout/page-title'
import { HelpLink } from '../../help-link'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('proposals'))('title') }
}

/** 名册变动: what waits for a level above, and what took effect. */
export default async function ProposalsPage({ searchParams }: PageProps<'/manage/roster/proposals'>) {
  const actor = await requireActor('roster.read')
  const view = viewInput.parse(await searchParams)
  const [t, roster, common] = await Promise.all([
    getTranslations('proposals'),
    getTranslations('roster'),
    getTranslations('common'),
  ])
  const programme = await programmeInView(view.programme, shanghaiToday())
  const lines = programme ? await proposals(actor, { programmeId: programme.id }) : []
  const trail = [{ href: '/manage/roster', label: roster('title') }, { label: t('title') }]
  return (
    <>
      <PageTitle above={<Breadcrumbs label={common('breadcrumbs')} items={trail} />} beneath={t('lead')}>
        {t('title')}
      </PageTitle>
      {lines.length > 0 ? (
        <ProposalTable lines={lines} showsEnterprise />
      ) : (
        <EmptyState title={t('none')}>
          <p>{t('noneText')}</p>
        </EmptyState>
      )}
      <HelpLink topic="changes" />
    </>
  )
}
