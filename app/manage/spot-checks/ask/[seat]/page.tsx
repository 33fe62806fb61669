import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { recordSpotAnswersAction, recordSpotSilentAction } from '@/features/spot-checks/actions'
import { seatToAsk } from '@/features/spot-checks/queries/spot-checks'
import { SpotQuestions } from '@/features/spot-checks/ui/spot-questions'
import { requireActor } from '@/server/auth/actor'
import { revealMobile } from '@/server/crypto/mobile'
import { ActionForm } from '@/ui/forms/action-form'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('spot'))('askTitle') }
}

/** Three questions to read aloud, on the phone or on a visit. */
export default async function AskSpotPage({ params }: PageProps<'/manage/spot-checks/ask/[seat]'>) {
  const actor = await requireActor('spot-check.run')
  const seat = await seatToAsk(actor, (await params).seat)
  if (!seat) notFound()
  const [t, common] = await Promise.all([getTranslations('spot'), getTranslations('common')])
  const mobile = seat.mobileCipher ? revealMobile(seat.mobileCipher) : null
  const trail = [
    { href: '/manage/spot-checks', label: t('title') },
    { href: `/manage/spot-checks/${seat.spotCheckId}`, label: t('seats') },
    { label: t('askTitle') },
  ]
  return (
    <div className="max-w-2xl">
      <PageTitle above={<Breadcrumbs label={common('breadcrumbs')} items={trail} />} beneath={seat.enterprise}>
        {seat.name}
      </PageTitle>
      {mobile ? (
        <p>
          <a className="inline-flex min-h-11 items-center tabular-nums" href={`tel:${mobile}`}>
            {t('dial', { mobile })}
          </a>
        </p>
      ) : null}
      <p className="text-ink-2">{t('askLead')}</p>
      <ActionForm action={recordSpotAnswersAction} refusals={t.raw('refusal')} label={t('askTitle')}>
        <input type="hidden" name="seatId" value={seat.seatId} />
        <SpotQuestions questions={seat.questions} />
        <fieldset className="my-4">
          <legend className="font-medium">{t('how')}</legend>
          {(['PHONE', 'VISIT'] as const).map((channel) => (
            <label key={channel} className="choice">
              <input type="radio" name="channel" value={channel} required />
              <span>{t(`channel.${channel}`)}</span>
            </label>
          ))}
        </fieldset>
        <button className="button button-primary" type="submit">
          {t('record')}
        </button>
      </ActionForm>
      <ActionForm
        action={recordSpotSilentAction}
        refusals={t.raw('refusal')}
        className="mt-6 flex flex-wrap gap-2 border-rule border-t pt-4"
        label={t('silent')}
      >
        <input type="hidden" name="seatId" value={seat.seatId} />
        {(['UNREACHED', 'DECLINED'] as const).map((outcome) => (
          <button key={outcome} className="button" type="submit" name="outcome" value={outcome}>
            {t(`outcome.${outcome}`)}
          </button>
        ))}
      </ActionForm>
    </div>
  )
}
