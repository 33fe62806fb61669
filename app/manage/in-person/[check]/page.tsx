import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { oralCheckPage } from '@/features/exams/queries/oral-check-page'
import { OralQuestions } from '@/features/exams/ui/oral-questions'
import { OralResult } from '@/features/exams/ui/oral-result'
import { requireActor } from '@/server/auth/actor'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { Notice } from '@/ui/layout/notice'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('oral'))('title') }
}

const REFUSALS = ['too-late', 'abandoned', 'already-passed', 'no-tries-left', 'wait', 'no-reason', 'not-found'] as const

/** One check: the questions to read aloud while it is open, the result afterwards. */
export default async function OralCheckPage({ params, searchParams }: PageProps<'/manage/in-person/[check]'>) {
  const actor = await requireActor('oral-check.run')
  const check = await oralCheckPage(actor, (await params).check)
  if (!check) notFound()
  const { refused } = await searchParams
  const refusal = REFUSALS.find((one) => one === refused)
  const [t, common] = await Promise.all([getTranslations('oral'), getTranslations('common')])
  return (
    <>
      <PageTitle
        above={
          <Breadcrumbs
            label={common('breadcrumbs')}
            items={[{ href: '/manage/in-person', label: t('title') }, { label: check.enterprise }]}
          />
        }
        beneath={`${check.enterprise} · ${t(`channel.${check.channel}`)} · ${check.exam}`}
      >
        {t('search.head', { name: check.personName })}
      </PageTitle>
      {refusal ? (
        <Notice tone="stop" live>
          {t(`refusal.${refusal}`)}
        </Notice>
      ) : null}
      {check.state === 'open' ? <OralQuestions check={check} /> : null}
      {check.state === 'closed' ? <OralResult check={check} /> : null}
      {check.state === 'abandoned' ? (
        <>
          <Notice>{t('result.abandoned')}</Notice>
          <a className="button" href={`/manage/in-person/ask/${check.holdingId}`}>
            {t('closed.again')}
          </a>
        </>
      ) : null}
    </>
  )
}
