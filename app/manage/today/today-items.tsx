import { getFormatter, getTranslations } from 'next-intl/server'
import type { Actor } from '@/domain/permissions/actor'
import { mayEver } from '@/domain/permissions/permission'
import { risenCases } from '@/features/contacts/queries/risen-cases'
import { todaysContacts } from '@/features/contacts/queries/todays-contacts'
import { openInquiries } from '@/features/inquiries/queries/inquiries'
import { validityEnding } from '@/features/rates/queries/validity-ending'
import { rosterToday } from '@/features/roster/queries/roster-today'
import { comingSessions } from '@/features/sessions/queries/coming-sessions'
import { openSuggestions } from '@/features/suggestions/queries/open-suggestions'
import { visitsWaiting } from '@/features/visits/queries/visits-waiting'
import type { TodayItem } from './today-list'

/** Everything that asks something of this officer today, in the order of a working day. */
export async function todayItems(actor: Actor, programmeId: string): Promise<TodayItem[]> {
  const kept = `?programme=${programmeId}`
  const [t, format] = await Promise.all([getTranslations('today'), getFormatter()])
  const mayContact = mayEver(actor, 'contact.record')
  const [contacts, cases, roster, ending, { sessions, waiting }, visits, suggestions, inquiries] = await Promise.all([
    mayContact ? todaysContacts(actor, programmeId) : { list: [] },
    mayContact ? risenCases(actor, programmeId) : { count: 0 },
    rosterToday(actor, programmeId),
    validityEnding(actor, programmeId),
    comingSessions(actor),
    visitsWaiting(actor, programmeId),
    openSuggestions(actor),
    openInquiries(actor),
  ])
  const time = (at: Date) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })
  return [
    { key: 'contacts', count: contacts.list.length, href: `/manage/contacts${kept}` },
    { key: 'cases', count: cases.count, href: `/manage/contacts/cases${kept}` },
    { key: 'proposals', count: roster.toDecide, href: `/manage/roster/proposals${kept}` },
    {
      key: 'vacant',
      count: roster.vacant,
      href: `/manage/roster${kept}&vacant=1`,
      beneath: roster.vacated > 0 ? t('vacated', { count: roster.vacated }) : undefined,
    },
    {
      key: 'ending',
      count: ending.seats,
      href: `/manage/lists/readiness${kept}&state=part`,
      beneath: ending.firstOn ? t('endingFrom', { day: ending.firstOn }) : undefined,
    },
    {
      key: 'sessions',
      count: sessions.length,
      href: '/manage/sessions',
      beneath: (
        <ul>
          {sessions.map((session) => (
            <li key={session.id}>
              <a className="inline-flex min-h-11 items-center" href={`/manage/sessions/${session.id}`}>
                {time(session.startsAt)} {session.title} · {session.place}
              </a>
            </li>
          ))}
        </ul>
      ),
    },
    { key: 'walkIns', count: waiting, href: '/manage/sessions' },
    { key: 'visits', count: visits.waiting, href: `/manage/visits${kept}` },
    { key: 'disputed', count: visits.disputed, href: `/manage/visits${kept}` },
    { key: 'followUps', count: visits.toFollowUp, href: `/manage/visits/reserve${kept}&state=due` },
    {
      key: 'imports',
      count: roster.imports.length,
      href: '/manage/roster/imports',
      beneath: (
        <ul>
          {roster.imports.map((one) => (
            <li key={one.importId}>
              <a className="inline-flex min-h-11 items-center" href={`/manage/roster/imports/${one.importId}`}>
                {one.fileName || t('pasted')} · {t(one.isRefused ? 'importRefused' : 'importStaged')}
              </a>
            </li>
          ))}
        </ul>
      ),
    },
    { key: 'inquiries', count: inquiries, href: '/manage/inquiries' },
    { key: 'suggestions', count: suggestions, href: '/manage/suggestions' },
  ]
}
