import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { grantableRegions, officerList } from '@/features/accounts/queries/officer-list'
import { InviteOfficer } from '@/features/accounts/ui/invite-officer'
import { OfficerTable } from '@/features/accounts/ui/officer-table'
import { requireActor } from '@/server/auth/actor'
import { isOriginConfigured } from '@/server/env'
import { EmptyState } from '@/ui/layout/empty-state'
import { Notice } from '@/ui/layout/notice'
import { PageTitle } from '@/ui/layout/page-title'
import { HelpLink } from '../help-link'
import { OfficersNavigation } from '../officers-navigation'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.officers')
  return { title: t('title') }
}

export default async function OfficersPage() {
  const actor = await requireActor('officers.manage')
  const t = await getTranslations('accounts.officers')
  const [officers, regions] = await Promise.all([officerList(actor), grantableRegions(actor)])
  return (
    <>
      <PageTitle beneath={t('lead')}>{t('title')}</PageTitle>
      <OfficersNavigation current="/manage/officers" actor={actor} />
      {isOriginConfigured() ? null : <Notice tone="warn">{t('noOrigin')}</Notice>}
      {officers.length === 0 ? <EmptyState title={t('none')} /> : <OfficerTable officers={officers} />}
      {regions.length > 0 ? <InviteOfficer regions={regions} /> : null}
      <HelpLink topic="officers" />
    </>
  )
}
