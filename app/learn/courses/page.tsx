import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LearnerShell } from '@/app/learn/learner-shell'
import { myCompletedCourses } from '@/features/courses/queries/my-courses'
import { requireActor } from '@/server/auth/actor'
import { contentCatalog } from '@/server/content/catalog'
import { PageTitle } from '@/ui/layout/page-title'
import { StatusMark } from '@/ui/layout/status-mark'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('library'))('title') }
}

/** Every course there is, by whom it is for; what a programme asks for stands on the page of to-dos. */
export default async function CoursesPage() {
  const actor = await requireActor('learn.read')
  const t = await getTranslations('library')
  const { courses } = contentCatalog()
  const done = await myCompletedCourses(actor)
  return (
    <LearnerShell actor={actor} current="courses">
      <PageTitle beneath={t('lead')}>{t('title')}</PageTitle>
      {(['head', 'clerk'] as const).map((audience) => (
        <section key={audience} className="mb-10">
          <h2 className="mb-2 text-xl">{t(`audience.${audience}`)}</h2>
          <ul className="border-rule border-t">
            {courses
              .filter((course) => course.audience.includes(audience))
              .map((course) => (
                <li key={course.slug} className="border-rule border-b py-4">
                  <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                    <a
                      href={`/learn/courses/${course.slug}`}
                      className="inline-flex min-h-11 items-center font-serif text-lg"
                      lang="zh-CN"
                    >
                      {course.title}
                    </a>
                    {done.has(course.slug) ? <StatusMark kind="done" label={t('done')} /> : null}
                  </div>
                  <p className="text-ink-2" lang="zh-CN">
                    {course.summary}
                  </p>
                  <p className="text-ink-3 text-sm">
                    {t('facts', { minutes: course.minutes, lessons: course.lessons.length, day: course.checkedOn })}
                  </p>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <p>
        <a className="inline-flex min-h-11 items-center" href="/desk">
          {t('toDesk')}
        </a>
      </p>
    </LearnerShell>
  )
}
