import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RISES_AFTER_DAYS } from '@/domain/contacts/rising'
import { risenCases } from '@/features/contacts/queries/risen-cases'
import { RisenTable } from '@/features/contacts/ui/risen-table'
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
  return { title: (await getTranslations('cases'))('title') }
}

/** Cases that have risen to the officer's level because nobody has spoken to the enterprise. */
export default async function CasesPage({ searchParams }: PageProps<'/manage/contacts/cases'>) {
  const actor = await requireActor('contact.record')
  const view = viewInput.parse(await searchParams)
  const [t, contacts, common] = await Promise.all([
    getTranslations('cases'),
    getTranslations('contacts'),
    getTranslations('common'),
  ])
  const programme = await programmeInView(view.programme, shanghaiToday())
  const found = programme ? await risenCases(actor, programme.id) : null
  const trail = [{ href: '/manage/contacts', label: contacts('title') }, { label: t('title') }]
  return (
    <>
      <PageTitle
        above={<Breadcrumbs label={common('breadcrumbs')} items={trail} />}
        beneath={t('lead', { county: RISES_AFTER_DAYS.COUNTY, city: RISES_AFTER_DAYS.CITY })}
      >
        {t('title')}
      </PageTitle>
      <GroupedNavigation group="contact" current="/manage/contacts/cases" actor={actor} />
      {found && found.count > 0 ? (
        <>
          <p role="status" className="mb-2">
            {t(`count.${found.level}`, { count: found.count })}
            {found.count > found.list.length ? t('cut', { shown: found.list.length }) : ''}
          </p>
          <RisenTable cases={found.list} />
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
