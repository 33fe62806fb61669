import { getTranslations } from 'next-intl/server'
import type { CourseProgress, LessonState } from '@/domain/progress/course-progress'
import type { CompiledCourse } from '@/server/content/compiled'
import { StatusMark, type StatusMarkKind } from '@/ui/layout/status-mark'

const MARKS: Record<LessonState, StatusMarkKind> = { open: 'open', started: 'doing', done: 'done' }

/** The lessons of a course in order, with the reader's state. */
export async function LessonList({ course, progress }: { course: CompiledCourse; progress: CourseProgress }) {
  const t = await getTranslations('learn.course')
  const states = new Map(progress.lessons.map((lesson) => [lesson.slug, lesson.state]))
  return (
    <section>
      <h2 className="text-lg">{t('lessons')}</h2>
      <p className="text-ink-2 text-sm">
        {t('progress', { done: progress.doneLessons, total: course.lessons.length })} · {t('howDone')}
      </p>
      <ol className="mt-2 border-rule border-t">
        {course.lessons.map((lesson, index) => {
          const state = states.get(lesson.slug) ?? 'open'
          return (
            <li key={lesson.slug} className="flex flex-wrap items-baseline gap-x-4 border-rule border-b py-2">
              <a
                href={`/learn/courses/${course.slug}/${lesson.slug}`}
                className="inline-flex min-h-11 items-center"
                lang="zh-CN"
              >
                {index + 1}　{lesson.title}
              </a>
              <span className="ml-auto flex gap-x-4 text-sm">
                <span className="text-ink-3">{t('minutes', { minutes: lesson.minutes })}</span>
                <StatusMark kind={MARKS[state]} label={t(`states.${state}`)} />
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
