import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { LearnerShell } from '@/app/learn/learner-shell'
import { headStart } from '@/features/courses/queries/head-start'
import { myCourse } from '@/features/courses/queries/my-course'
import { LessonList } from '@/features/courses/ui/lesson-list'
import { requireActor } from '@/server/auth/actor'
import { courseBySlug } from '@/server/content/catalog'
import { Notice } from '@/ui/layout/notice'
import { PageTitle } from '@/ui/layout/page-title'
import { Prose } from '@/ui/layout/prose'

export async function generateMetadata({ params }: PageProps<'/learn/courses/[course]'>): Promise<Metadata> {
  return { title: courseBySlug((await params).course)?.title ?? '' }
}

/** A course: what it is, its lessons with the reader's state, its exam, its sources. */
export default async function CoursePage({ params }: PageProps<'/learn/courses/[course]'>) {
  const actor = await requireActor('learn.read')
  const course = courseBySlug((await params).course)
  if (!course) notFound()
  const t = await getTranslations('learn.course')
  const { progress, hasSeenDigest } = await myCourse(actor.personId, course)
  const next = course.lessons.find((lesson) => lesson.slug === progress.nextLesson)
  const hasDigest = course.digest.length > 0
  // The page of cards is that of the course which a head's seat asks for; cards of other courses stand here.
  const isAsked = hasDigest && (await headStart(actor))?.course.slug === course.slug
  const library = await getTranslations('library')
  const isBegun = progress.lessons.some((lesson) => lesson.state !== 'open')
  const home = `/learn/courses/${course.slug}`
  return (
    <LearnerShell actor={actor} current="learn">
      <PageTitle serif above={t('course')} beneath={t('minutes', { minutes: course.minutes })}>
        <span lang="zh-CN">{course.title}</span>
      </PageTitle>
      <Prose html={course.html} />
      {progress.isComplete ? (
        <Notice tone="done" title={t('complete')}>
          {t('completeHint')}
        </Notice>
      ) : null}
      <p className="my-6 flex flex-wrap gap-3">
        {hasDigest && !hasSeenDigest && isAsked ? (
          <a className="button button-primary" href="/learn/start">
            {t('digest')}
          </a>
        ) : null}
        {next ? (
          <a className={`button ${isAsked && !hasSeenDigest ? '' : 'button-primary'}`} href={`${home}/${next.slug}`}>
            {isBegun ? t('continue', { title: next.title }) : t('start')}
          </a>
        ) : null}
        {progress.isComplete ? (
          <a className={`button ${next ? '' : 'button-primary'}`} href={`/learn/exams/${course.exam.slug}`}>
            {t('toExam', { title: course.exam.title })}
          </a>
        ) : null}
      </p>
      {hasDigest && !isAsked ? (
        <details className="my-4">
          <summary className="min-h-11 cursor-pointer py-2">
            {library('digest', { count: course.digest.length })}
          </summary>
          <ol className="cards">
            {course.digest.map((card) => (
              <li key={card.slug} lang="zh-CN">
                <h2 className="font-serif text-lg">{card.title}</h2>
                <Prose html={card.html} />
              </li>
            ))}
          </ol>
        </details>
      ) : null}
      <LessonList course={course} progress={progress} />
      <p className="mt-6">
        <a href={`/learn/exams/${course.exam.slug}`}>{course.exam.title}</a>
        <span className="text-ink-2">　{t('examHint', { draw: course.exam.draw, pass: course.exam.pass })}</span>
      </p>
      <details className="mt-8 text-ink-2 text-sm">
        <summary className="min-h-11 cursor-pointer py-2">{t('sources')}</summary>
        <ul className="list-disc pl-6" lang="zh-CN">
          {course.sources.map((source) => (
            <li key={`${source.doc}${source.title}`}>{[source.doc, source.title].filter(Boolean).join('　')}</li>
          ))}
        </ul>
      </details>
      <p className="mt-4 text-ink-3 text-sm">{t('checkedOn', { day: course.checkedOn })}</p>
    </LearnerShell>
  )
}
