import { getTranslations } from 'next-intl/server'
import type { CourseStatus } from '../queries/course-status'

/** Every course with how it stands; the bank only for whoever may see keys. */
export async function CourseTable({ courses, seesBank }: { courses: readonly CourseStatus[]; seesBank: boolean }) {
  const t = await getTranslations('author')
  return (
    <table className="cards-table" aria-label={t('courses.title')}>
      <thead>
        <tr>
          {(['course', 'audience', 'version', 'lessons', 'bank', 'checkedOn'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`courses.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {courses.map((course) => (
          <tr key={course.slug}>
            <th scope="row" className="font-normal">
              <a
                className="inline-flex min-h-11 items-center sm:min-h-0"
                lang="zh-CN"
                href={seesBank ? `/author/courses/${course.slug}` : `/learn/courses/${course.slug}`}
              >
                {course.title}
              </a>
            </th>
            <td data-label={t('courses.audience')}>{course.audience.map((one) => t(`audience.${one}`)).join('、')}</td>
            <td data-label={t('courses.version')}>{course.version}</td>
            <td data-label={t('courses.lessons')}>
              {t('courses.lessonsOf', { lessons: course.lessons, minutes: course.minutes, checks: course.checks })}
            </td>
            <td data-label={t('courses.bank')}>
              {t('courses.bankOf', { bank: course.bank, drawable: course.drawable, draw: course.draw })}
            </td>
            <td data-label={t('courses.checkedOn')}>
              {course.checkedOn}
              {course.isStale ? <span className="block text-cinnabar text-sm">{t('courses.stale')}</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
