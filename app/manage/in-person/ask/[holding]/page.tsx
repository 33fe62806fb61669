import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { askPage } from '@/features/exams/queries/ask-page'
import { AskForm } from '@/features/exams/ui/ask-form'
import { requireActor } from '@/server/auth/actor'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('oral'))('title') }
}

/** Before somebody is asked: who, about what, and where the conversation takes place. */
export default async function AskInPersonPage({ params }: PageProps<'/manage/in-person/ask/[holding]'>) {
  const actor = await requireActor('oral-check.run')
  const page = await askPage(actor, (await params).holding)
  if (!page) notFound()
  const [t, common] = await Promise.all([getTranslations('oral'), getTranslations('common')])
  const { enterprise, countyName, leafName, personName } = page.head
  return (
    <>
      <PageTitle
        above={
          <Breadcrumbs
            label={common('breadcrumbs')}
            items={[{ href: '/manage/in-person', label: t('title') }, { label: enterprise }]}
          />
        }
        beneath={`${countyName ?? ''}${leafName} · ${t('search.head', { name: personName })}`}
      >
        {enterprise}
      </PageTitle>
      <p className="text-ink-2">{t('ask.lead')}</p>
      <AskForm page={page} />
      <p className="mt-8 text-ink-2 text-sm">{t('onlyAwareness')}</p>
    </>
  )
}
