import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { visitedEntry } from '@/features/visits/queries/visited-entry'
import { VisitForm } from '@/features/visits/ui/visit-form'
import { requireActor } from '@/server/auth/actor'
import { shanghaiToday } from '@/server/clock'
import { newId } from '@/server/db/id'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('visits'))('newTitle') }
}

/** A visit to one enterprise, recorded on the spot. */
export default async function NewVisitPage({ params }: PageProps<'/manage/visits/new/[entry]'>) {
  const actor = await requireActor('visit.record')
  const entry = await visitedEntry(actor, (await params).entry)
  if (!entry) notFound()
  const [t, common] = await Promise.all([getTranslations('visits'), getTranslations('common')])
  return (
    <div className="max-w-2xl">
      <PageTitle
        above={
          <Breadcrumbs
            label={common('breadcrumbs')}
            items={[
              { href: '/manage/visits', label: t('title') },
              entry.isInArea ? { href: `/manage/roster/${entry.entryId}`, label: entry.name } : { label: entry.name },
            ]}
          />
        }
        beneath={t('newLead')}
      >
        {t('newTitle')}
      </PageTitle>
      <VisitForm
        sentences={{ ...(t.raw('form') as Parameters<typeof VisitForm>[0]['sentences']) }}
        entryId={entry.entryId}
        visitId={newId()}
        today={shanghaiToday()}
      />
    </div>
  )
}
