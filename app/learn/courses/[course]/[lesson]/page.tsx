import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { LearnerShell } from '@/app/learn/learner-shell'
import { openLesson } from '@/features/courses/commands/open-lesson'
import { myCourse } from '@/features/courses/queries/my-course'
import { feedbackLabels } from '@/features/courses/ui/feedback-labels'
import { LessonEnd } from '@/features/courses/ui/lesson-end'
import { LessonIsland } from '@/features/courses/ui/lesson-island'
import { requireActor } from '@/server/auth/actor'
import { courseBySlug } from '@/server/content/catalog'
import { withAnswers } from '@/server/content/self-check-feedback'
import { LessonHtml } from '@/ui/layout/lesson-html'

type Props = PageProps<'/learn/courses/[course]/[lesson]'>

async function found(params: Props['params']) {
  const { course: courseSlug, lesson: lessonSlug } = await params
  const course = courseBySlug(courseSlug)
  const index = course?.lessons.findIndex((one) => one.slug === lessonSlug) ?? -1
  const lesson = course?.lessons[index]
  return course && lesson ? { course, lesson, index } : null
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await found(params))?.lesson.title ?? '' }
}

/** One lesson: progress as a hairline, contents beside it on a desk, prose, self-checks, the next one at the end. */
export default async function LessonPage({ params }: Props) {
  const actor = await requireActor('learn.read')
  const place = await found(params)
  if (!place) notFound()
  const { course, lesson, index } = place
  const [t, labels] = await Promise.all([getTranslations('learn.lesson'), feedbackLabels()])
  const [facts] = await Promise.all([
    myCourse(actor.personId, course),
    openLesson(actor.personId, course.slug, lesson.slug),
  ])
  const answers = facts.answers.filter((answer) => answer.lesson === lesson.slug)
  const total = course.lessons.length
  return (
    <LearnerShell actor={actor} current="learn" width="wide">
      <div className="lesson-progress" aria-hidden="true">
        <span style={{ width: `${(100 * (index + 1)) / total}%` }} />
      </div>
      <div className="lesson-columns">
        <nav className="lesson-contents" aria-label={t('contents')}>
          <p className="text-ink-3 text-sm">{t('contents')}</p>
          <ul lang="zh-CN">
            {lesson.headings.map((heading) => (
              <li key={heading.id}>
                <a href={`#${heading.id}`}>{heading.text}</a>
              </li>
            ))}
          </ul>
        </nav>
        <article className="lesson">
          <p className="text-ink-2 text-sm">
            <a href={`/learn/courses/${course.slug}`} lang="zh-CN">
              {course.title}
            </a>
            　{t('position', { number: index + 1, total })}
          </p>
          <h1 className="mb-6 font-serif text-2xl" lang="zh-CN">
            {lesson.title}
          </h1>
          <LessonHtml html={withAnswers(lesson.html, course.checks, answers, labels)} />
          <LessonEnd course={course} lesson={lesson} progress={facts.progress} />
          <LessonIsland failed={t('failed')} empty={t('empty')} />
        </article>
      </div>
    </LearnerShell>
  )
}
