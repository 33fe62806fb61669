import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ownInquiries } from '@/features/inquiries/queries/inquiries'
import { ownEntries } from '@/features/inquiries/queries/own-entries'
import { AskForm } from '@/features/inquiries/ui/ask-form'
import { OwnInquiries } from '@/features/inquiries/ui/own-inquiries'
import { requireActor } from '@/server/auth/actor'
import { PageTitle } from '@/ui/layout/page-title'
import { LearnerShell } from '../learner-shell'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inquiries'))('title') }
}

/** 咨询: ask, and read the answers. */
export default async function AskPage() {
  const actor = await requireActor('inquiry.ask')
  const t = await getTranslations('inquiries')
  const [entries, inquiries] = await Promise.all([ownEntries(actor), ownInquiries(actor)])
  return (
    <LearnerShell actor={actor}>
      <PageTitle beneath={t('lead')}>{t('title')}</PageTitle>
      <p className="mb-4">
        <a className="inline-flex min-h-11 items-center" href="/desk/answers">
          {t('toAnswers')}
        </a>
      </p>
      <AskForm entries={entries} />
      {inquiries.length > 0 ? (
        <>
          <h2 className="mt-8 mb-2 text-xl">{t('asked')}</h2>
          <OwnInquiries inquiries={inquiries} />
        </>
      ) : null}
    </LearnerShell>
  )
}
