import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { programmePage } from '@/features/programmes/queries/programme-page'
import { CopyForm } from '@/features/programmes/ui/copy-form'
import { requireActor } from '@/server/auth/actor'
import { shanghaiToday } from '@/server/clock'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('programmes'))('copy.title') }
}

/** Last year's programme for a new period; for officers of the city. */
export default async function CopyProgrammePage({ params }: PageProps<'/manage/programmes/copy/[id]'>) {
  await requireActor('programme.write')
  const programme = await programmePage((await params).id)
  if (!programme) notFound()
  const [t, common] = await Promise.all([getTranslations('programmes'), getTranslations('common')])
  const today = shanghaiToday()
  const trail = [{ href: '/manage/programmes', label: t('list.title') }, { label: t('copy.title') }]
  return (
    <div className="max-w-xl">
      <PageTitle above={<Breadcrumbs label={common('breadcrumbs')} items={trail} />} beneath={t('copy.lead')}>
        {programme.name}
      </PageTitle>
      <CopyForm
        copyOf={programme.id}
        name={programme.name}
        fromOn={programme.toOn && programme.toOn > today ? programme.toOn : today}
      />
    </div>
  )
}
