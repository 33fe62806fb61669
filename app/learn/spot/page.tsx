import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answerOwnSpotAction } from '@/features/spot-checks/own-actions'
import { ownSpotSeats } from '@/features/spot-checks/queries/spot-checks'
import { SpotQuestions } from '@/features/spot-checks/ui/spot-questions'
import { requireActor } from '@/server/auth/actor'
import { ActionForm } from '@/ui/forms/action-form'
import { Notice } from '@/ui/layout/notice'
import { PageTitle } from '@/ui/layout/page-title'
import { LearnerShell } from '../learner-shell'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('spot'))('own.title') }
}

/** Three questions for somebody whom a sample has drawn. */
export default async function OwnSpotPage({ searchParams }: PageProps<'/learn/spot'>) {
  const actor = await requireActor('learn.answer')
  const t = await getTranslations('spot')
  const [seat] = await ownSpotSeats(actor)
  const isThanked = (await searchParams).thanks === '1'
  return (
    <LearnerShell actor={actor}>
      <PageTitle beneath={seat ? t('own.lead') : undefined}>{t('own.title')}</PageTitle>
      {isThanked ? (
        <Notice tone="done" live>
          {t('own.thanks')}
        </Notice>
      ) : null}
      {seat ? (
        <ActionForm action={answerOwnSpotAction} refusals={t.raw('refusal')} label={t('own.title')}>
          <input type="hidden" name="seatId" value={seat.seatId} />
          <SpotQuestions questions={seat.questions} />
          <button className="button button-primary mt-6 w-full sm:w-auto" type="submit">
            {t('own.send')}
          </button>
        </ActionForm>
      ) : (
        <p className="text-ink-2">{t('own.none')}</p>
      )}
    </LearnerShell>
  )
}
