import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { headStart } from '@/features/courses/queries/head-start'
import { LessonIsland } from '@/features/courses/ui/lesson-island'
import { visitsToConfirm } from '@/features/visits/queries/visits-to-confirm'
import { exitExamsForMe } from '@/features/sessions/queries/exit-exams'
import { sessionsForMe } from '@/features/sessions/queries/sessions-for-me'
import { ExitExams } from '@/features/sessions/ui/exit-exams'
import { Invitations } from '@/features/sessions/ui/invitations'
import { VisitsToConfirm } from '@/features/visits/ui/visits-to-confirm'
import { requireActor } from '@/server/auth/actor'
import { asFormHandler } from '@/ui/forms/form-handler'
import { Prose } from '@/ui/layout/prose'
import { LearnerShell } from '../learner-shell'
import { beginHeadPaperAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('learn.course'))('digest') }
}

/**
 * Where a head's personal link leads: one page of at most five cards, one button to the five questions. Somebody who was in the
 * middle of the paper goes on with it; `again` shows the cards all the same.
 */
export default async function HeadStartPage({ searchParams }: PageProps<'/learn/start'>) {
  const actor = await requireActor('learn.read')
  const start = await headStart(actor)
  if (!start) redirect('/learn')
  const { course, openAttemptId, hasPassed } = start
  if (openAttemptId && (await searchParams).again === undefined) redirect(`/learn/attempts/${openAttemptId}`)
  const t = await getTranslations('learn.start')
  const total = course.digest.length
  return (
    <LearnerShell actor={actor} current="learn">
      <h1 className="font-serif text-2xl">{t('title', { minutes: 3 })}</h1>
      <p className="mt-1 text-ink-2" lang="zh-CN">
        {t('lead', { enterprise: start.enterprise, count: total, draw: course.exam.draw })}
      </p>
      <ol className="cards">
        {course.digest.map((card, index) => (
          <li key={card.slug}>
            <p className="text-ink-3 text-sm">{t('card', { number: index + 1, total })}</p>
            <h2 className="font-serif text-lg" lang="zh-CN">
              {card.title}
            </h2>
            <Prose html={card.html} />
          </li>
        ))}
      </ol>
      {openAttemptId ? (
        <a className="button button-primary" href={`/learn/attempts/${openAttemptId}`}>
          {t('resume')}
        </a>
      ) : null}
      {openAttemptId || hasPassed ? null : (
        <form action={asFormHandler(beginHeadPaperAction)}>
          <input type="hidden" name="course" value={course.slug} />
          <button type="submit" className="button button-primary head-begin">
            {t('begin')}
          </button>
          <p className="mt-1 text-ink-2 text-sm">
            {t('beginHint', { draw: course.exam.draw, pass: course.exam.pass })}
          </p>
        </form>
      )}
      <p className="mt-4">
        <a className="inline-flex min-h-11 items-center" href={`/learn/courses/${course.slug}`}>
          {t('lessons')}
        </a>
      </p>
      <ExitExams asked={await exitExamsForMe(actor)} />
      <Invitations invitations={await sessionsForMe(actor)} />
      <VisitsToConfirm visits={await visitsToConfirm(actor)} />
      <p className="text-ink-3 text-sm">{t('checkedOn', { day: course.checkedOn })}</p>
      <LessonIsland />
    </LearnerShell>
  )
}
