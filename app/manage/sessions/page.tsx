import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { mayEver } from '@/domain/permissions/permission'
import { sessionList } from '@/features/sessions/queries/session-list'
import { sessionTimes } from '@/features/sessions/ui/session-times'
import { requireActor } from '@/server/auth/actor'
import { EmptyState } from '@/ui/layout/empty-state'
import { PageTitle } from '@/ui/layout/page-title'
import { HelpLink } from '../help-link'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sessions'))('title') }
}

/** 宣讲会 of the area: coming ones first. */
export default async function SessionsPage() {
  const actor = await requireActor('session.host')
  const t = await getTranslations('sessions')
  const sessions = await sessionList(actor)
  const times = await Promise.all(sessions.map((session) => sessionTimes(session)))
  return (
    <div className="max-w-3xl">
      <PageTitle beneath={t('lead')}>{t('title')}</PageTitle>
      {mayEver(actor, 'session.plan') ? (
        <p className="mb-6">
          <a className="button button-primary" href="/manage/sessions/new">
            {t('new')}
          </a>
        </p>
      ) : null}
      {sessions.length === 0 ? <EmptyState title={t('none')} /> : null}
      <ul>
        {sessions.map((session, index) => (
          <li key={session.id} className="border-rule border-b py-4">
            <a className="inline-flex min-h-11 items-center text-lg" href={`/manage/sessions/${session.id}`}>
              {session.title}
            </a>
            <p className="text-ink-2">
              {times[index]} · {session.place} · {session.regionName}
            </p>
            <p className="text-ink-3 text-sm">
              {t('counts', { present: session.present, waiting: session.waiting })}
              {session.isOpen ? ` · ${t('open')}` : ''}
            </p>
          </li>
        ))}
      </ul>
      <HelpLink topic="sessions" />
    </div>
  )
}
