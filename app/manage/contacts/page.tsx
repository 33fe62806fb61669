import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { isFilingSeason } from '@/domain/contacts/outcomes'
import { todaysContacts } from '@/features/contacts/queries/todays-contacts'
import { ownCount } from '@/features/contacts/queries/owners'
import { ContactCard } from '@/features/contacts/ui/contact-card'
import { ContactsToday } from '@/features/contacts/ui/contacts-today'
import { viewInput } from '@/features/rates/input'
import { programmeInView } from '@/features/rates/queries/programme-in-view'
import { requireActor } from '@/server/auth/actor'
import { shanghaiToday } from '@/server/clock'
import { subjectTitles } from '@/server/content/subject-titles'
import { EmptyState } from '@/ui/layout/empty-state'
import { Notice } from '@/ui/layout/notice'
import { PageTitle } from '@/ui/layout/page-title'
import { GroupedNavigation } from '../grouped-navigation'
import { HelpLink } from '../help-link'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('contacts'))('title') }
}

/** 今日要联系: at most ten enterprises, on a phone in ten minutes. */
export default async function ContactsPage({ searchParams }: PageProps<'/manage/contacts'>) {
  const actor = await requireActor('contact.record')
  const asked = await searchParams
  const view = viewInput.parse(asked)
  const t = await getTranslations('contacts')
  const today = shanghaiToday()
  const programme = await programmeInView(view.programme, today)
  // Whoever looks after enterprises begins with their own; everybody may see the whole area.
  const own = programme ? await ownCount(actor, programme.id) : 0
  const onlyOwn = own > 0 && asked.of !== 'area'
  const found = programme ? await todaysContacts(actor, programme.id, { onlyOwn }) : { list: [], open: 0, today: [] }
  const kept = programme ? `programme=${programme.id}` : ''
  return (
    <div className="max-w-2xl">
      <PageTitle beneath={programme ? t('lead', { programme: programme.name }) : undefined}>{t('title')}</PageTitle>
      <GroupedNavigation group="contact" current="/manage/contacts" actor={actor} />
      {own > 0 ? (
        <p className="mb-4">
          <a className="inline-flex min-h-11 items-center" href={`?${kept}&of=${onlyOwn ? 'area' : 'own'}`}>
            {t(onlyOwn ? 'showArea' : 'showOwn', { count: own })}
          </a>
        </p>
      ) : null}
      {isFilingSeason(today) && found.list.length > 0 ? <Notice tone="note">{t('filingSeason')}</Notice> : null}
      {found.list.length > 0 ? (
        <ul className="border-rule border-t">
          {found.list.map((one) => (
            <ContactCard key={one.entryId} one={one} titleOf={subjectTitles()} />
          ))}
        </ul>
      ) : (
        <EmptyState title={t(found.open > 0 ? 'allResting' : 'none')}>
          <p>{t(found.open > 0 ? 'allRestingText' : 'noneText')}</p>
        </EmptyState>
      )}
      <ContactsToday today={found.today} />
      <HelpLink topic="contacts" />
    </div>
  )
}
