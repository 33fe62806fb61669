import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { mayEver } from '@/domain/permissions/permission'
import { courseStatuses } from '@/features/authoring/queries/course-status'
import { CourseTable } from '@/features/authoring/ui/course-table'
import { requireActor } from '@/server/auth/actor'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('author'))('title') }
}

/** Every course of the installation and how it stands. */
export default async function AuthorPage() {
  const actor = await requireActor('content.preview')
  const t = await getTranslations('author')
  return (
    <>
      <PageTitle beneath={t('lead')}>{t('title')}</PageTitle>
      <CourseTable courses={courseStatuses(actor)} seesBank={mayEver(actor, 'bank.read')} />
    </>
  )
}
