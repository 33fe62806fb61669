import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { signInAsMyselfAction } from '@/features/sessions/door-actions'
import { exitExam } from '@/features/sessions/exit-exam'
import { sessionByToken } from '@/features/sessions/queries/session-in-scope'
import { DoorForm } from '@/features/sessions/ui/door-form'
import { sessionTimes } from '@/features/sessions/ui/session-times'
import { currentActor } from '@/server/auth/actor'
import { asFormHandler } from '@/ui/forms/form-handler'
import { Notice } from '@/ui/layout/notice'
import { PageShell } from '@/ui/layout/page-shell'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sessions'))('door.title') }
}

/** The door of a session: three fields, or one tap for whoever is signed in on this phone. */
export default async function DoorPage({ params, searchParams }: PageProps<'/s/[token]'>) {
  const { token } = await params
  const session = await sessionByToken(token)
  if (!session) notFound()
  const { here } = await searchParams
  const exam = exitExam(session)
  const [t, actor] = await Promise.all([getTranslations('sessions'), currentActor()])
  return (
    <PageShell>
      <PageTitle beneath={`${await sessionTimes(session)} · ${session.place}`}>{session.title}</PageTitle>
      {here ? (
        <Notice tone="done" title={t('door.done')} live>
          {t('door.doneText')}
          {exam ? (
            <p className="mt-2">
              {t('exitExam.atDoor')}{' '}
              <a href={`/learn/exams/${exam.slug}`} lang="zh-CN">
                {exam.title}
              </a>
            </p>
          ) : null}
        </Notice>
      ) : session.isOpen ? (
        <div className="max-w-md">
          {actor ? (
            <form action={asFormHandler(signInAsMyselfAction)} className="mb-8">
              <input type="hidden" name="token" value={token} />
              <button type="submit" className="button button-primary">
                {t('door.myself')}
              </button>
              <p className="mt-1 text-ink-2 text-sm">{t('door.myselfHint')}</p>
            </form>
          ) : null}
          <DoorForm
            sentences={{ ...(t.raw('doorForm') as Parameters<typeof DoorForm>[0]['sentences']) }}
            token={token}
          />
          <p className="mt-6 text-ink-3 text-sm">{t('door.privacy')}</p>
        </div>
      ) : (
        <Notice tone="note" title={t('door.closed')}>
          {t('door.closedText')}
        </Notice>
      )}
    </PageShell>
  )
}
