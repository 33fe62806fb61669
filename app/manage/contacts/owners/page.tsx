import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { areaOfficers } from '@/features/contacts/queries/area-officers'
import { ownersByLeaf } from '@/features/contacts/queries/owners'
import { AssignForm } from '@/features/contacts/ui/assign-form'
import { HandOverForm } from '@/features/contacts/ui/hand-over-form'
import { OwnersTable } from '@/features/contacts/ui/owners-table'
import { viewInput } from '@/features/rates/input'
import { programmeInView } from '@/features/rates/queries/programme-in-view'
import { requireActor } from '@/server/auth/actor'
import { shanghaiToday } from '@/server/clock'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { EmptyState } from '@/ui/layout/empty-state'
import { PageTitle } from '@/ui/layout/page-title'
import { GroupedNavigation } from '../../grouped-navigation'
import { HelpLink } from '../../help-link'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('owners'))('title') }
}

/** 专人专岗: which officer looks after which enterprises, and who stands in. */
export default async function OwnersPage({ searchParams }: PageProps<'/manage/contacts/owners'>) {
  const actor = await requireActor('contact.record')
  const view = viewInput.parse(await searchParams)
  const [t, contacts, common] = await Promise.all([
    getTranslations('owners'),
    getTranslations('contacts'),
    getTranslations('common'),
  ])
  const programme = await programmeInView(view.programme, shanghaiToday())
  const [leaves, officers] = await Promise.all([
    programme ? ownersByLeaf(actor, programme.id) : [],
    areaOfficers(actor),
  ])
  const trail = [{ href: '/manage/contacts', label: contacts('title') }, { label: t('title') }]
  return (
    <>
      <PageTitle above={<Breadcrumbs label={common('breadcrumbs')} items={trail} />} beneath={t('lead')}>
        {t('title')}
      </PageTitle>
      <GroupedNavigation group="contact" current="/manage/contacts/owners" actor={actor} />
      {programme && leaves.length > 0 ? (
        <>
          <OwnersTable leaves={leaves} />
          <h2 className="mt-8 mb-2 text-xl">{t('assign')}</h2>
          <AssignForm programmeId={programme.id} target={{ leaves }} officers={officers} />
          <h2 className="mt-8 mb-2 text-xl">{t('handOver')}</h2>
          <p className="mb-2 text-ink-2 text-sm">{t('handOverNote')}</p>
          <HandOverForm officers={officers} />
        </>
      ) : (
        <EmptyState title={t('none')}>
          <p>{t('noneText')}</p>
        </EmptyState>
      )}
      <HelpLink topic="owners" />
    </>
  )
}
