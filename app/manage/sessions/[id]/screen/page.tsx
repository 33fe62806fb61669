import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { seatKindsOf } from '@/features/sessions/course-kinds'
import { exitExam } from '@/features/sessions/exit-exam'
import { exitExamCount } from '@/features/sessions/queries/exit-exams'
import { roomCounts } from '@/features/sessions/queries/room'
import { sessionHosted } from '@/features/sessions/queries/session-in-scope'
import { DoorCode } from '@/features/sessions/ui/door-code'
import { requireActor } from '@/server/auth/actor'
import { appOrigin } from '@/server/env'
import { Refresh } from '@/ui/layout/refresh'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sessions'))('toScreen') }
}

/** For the wall: the code, how many are there and how many expected, no names; looks again by itself. */
export default async function ScreenPage({ params }: PageProps<'/manage/sessions/[id]/screen'>) {
  const actor = await requireActor('session.host')
  const hosted = await sessionHosted(actor, (await params).id)
  if (!hosted) notFound()
  const { session } = hosted
  const t = await getTranslations('sessions')
  const counts = await roomCounts(session, seatKindsOf(session.courseSlug))
  const [exam, passed] = [exitExam(session), await exitExamCount(session)]
  return (
    <div className="text-center">
      <Refresh seconds={5} />
      <h1 className="font-serif text-4xl">{session.title}</h1>
      <p className="my-4 text-3xl tabular-nums" aria-live="polite">
        {t('presentOf', { ...counts })}
      </p>
      <div className="mx-auto max-w-md">
        <DoorCode address={`${appOrigin()}/s/${session.token}`} label={t('code', { title: session.title })} />
      </div>
      <p className="mt-4 text-xl">{t('scan')}</p>
      {exam && passed !== null ? (
        <section className="mt-16">
          <h2 className="text-2xl">{t('exitExam.onScreen')}</h2>
          <p className="my-4 text-2xl tabular-nums" aria-live="polite">
            {t('exitExam.counts', { passed, present: counts.present })}
          </p>
          <div className="mx-auto max-w-md">
            <DoorCode
              address={`${appOrigin()}/learn/exams/${exam.slug}`}
              label={t('exitExam.code', { title: exam.title })}
            />
          </div>
          <p className="mt-4 text-xl">{t('exitExam.own')}</p>
        </section>
      ) : null}
    </div>
  )
}
