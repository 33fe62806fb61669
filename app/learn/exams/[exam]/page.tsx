import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { LearnerShell } from '@/app/learn/learner-shell'
import { examPage } from '@/features/exams/queries/exam-page'
import { ExamRules } from '@/features/exams/ui/exam-rules'
import { StartExamForm } from '@/features/exams/ui/start-exam-form'
import { TryTable } from '@/features/exams/ui/try-table'
import { requireActor } from '@/server/auth/actor'
import { courseByExam } from '@/server/content/catalog'
import { Notice } from '@/ui/layout/notice'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata({ params }: PageProps<'/learn/exams/[exam]'>): Promise<Metadata> {
  return { title: courseByExam((await params).exam)?.exam.title ?? '' }
}

/** An exam before one starts: its rules, the waiting time among them, and the tries so far. */
export default async function ExamStartPage({ params }: PageProps<'/learn/exams/[exam]'>) {
  const actor = await requireActor('learn.read')
  const page = await examPage(actor, (await params).exam)
  if (!page) notFound()
  const [t, format] = await Promise.all([getTranslations('exams.exam'), getFormatter()])
  const { blueprint, start } = page
  return (
    <LearnerShell actor={actor} current="learn">
      <PageTitle
        serif
        above={
          <a href={`/learn/courses/${blueprint.course}`} lang="zh-CN">
            {blueprint.courseTitle}
          </a>
        }
      >
        <span lang="zh-CN">{blueprint.title}</span>
      </PageTitle>
      {start === 'already-passed' ? <Notice tone="done">{t('alreadyPassed')}</Notice> : null}
      <ExamRules blueprint={blueprint} />
      <div className="my-6">
        {start === 'may' || (page.openAttemptId && start !== 'needs-account') ? (
          <StartExamForm exam={page.slug} label={t(page.openAttemptId ? 'resume' : 'start')} />
        ) : null}
        {start === 'wait' && page.waitUntil ? (
          <Notice>
            {t('waitUntil', { time: format.dateTime(page.waitUntil, { dateStyle: 'medium', timeStyle: 'short' }) })}
          </Notice>
        ) : null}
        {start === 'no-tries-left' ? <Notice>{t('noTriesLeft')}</Notice> : null}
        {start === 'needs-account' ? (
          <Notice>
            {t('needsAccount')} <a href="/account/password">{t('setPassword')}</a>
          </Notice>
        ) : null}
      </div>
      <p>
        <a href={`/learn/courses/${blueprint.course}`}>{t('course', { title: blueprint.courseTitle })}</a>
      </p>
      {page.tries.length > 0 ? <TryTable page={page} /> : null}
    </LearnerShell>
  )
}
