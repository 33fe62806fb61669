import { getTranslations } from 'next-intl/server'
import type { CourseProgress } from '@/domain/progress/course-progress'
import type { CompiledCourse, CompiledLesson } from '@/server/content/compiled'

/** What comes after a lesson: the next one, or the exam after the last. The page's one filled button. */
export async function LessonEnd(props: { course: CompiledCourse; lesson: CompiledLesson; progress: CourseProgress }) {
  const t = await getTranslations('learn.lesson')
  const { course, lesson, progress } = props
  const index = course.lessons.findIndex((one) => one.slug === lesson.slug)
  const next = course.lessons[index + 1]
  const isDone = progress.lessons[index]?.state === 'done'
  return (
    <div className="mt-10 border-rule border-t pt-4">
      <p className="text-ink-2 text-sm" data-lesson-end data-done={t('done')} data-course-done={t('courseDone')}>
        {progress.isComplete ? t('courseDone') : t(isDone ? 'done' : 'lastCheck')}
      </p>
      <p className="mt-3 flex flex-wrap gap-3">
        {next ? (
          <a className="button button-primary" href={`/learn/courses/${course.slug}/${next.slug}`} lang="zh-CN">
            {t('next', { title: next.title })}
          </a>
        ) : (
          <a className="button button-primary" href={`/learn/exams/${course.exam.slug}`}>
            {t('toExam', { title: course.exam.title })}
          </a>
        )}
        <a className="button button-quiet" href={`/learn/courses/${course.slug}`}>
          {t('backToCourse')}
        </a>
      </p>
    </div>
  )
}
