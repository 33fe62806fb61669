import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { retractRoundAction } from '@/features/visits/actions'
import { roundPage } from '@/features/visits/queries/rounds'
import { RoundEntries, RoundPlaces } from '@/features/visits/ui/round-lists'
import { requireActor } from '@/server/auth/actor'
import { asFormHandler } from '@/ui/forms/form-handler'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('visits'))('rounds.title') }
}

/** One round: its places with how far each is, and the enterprises of one of them, those still to visit first. */
export default async function RoundPage({ params, searchParams }: PageProps<'/manage/visits/rounds/[id]'>) {
  const actor = await requireActor('visit.plan')
  const { place } = await searchParams
  const found = await roundPage(actor, (await params).id, typeof place === 'string' ? place : undefined)
  if (!found) notFound()
  const { round, places, at, entries } = found
  const [t, common] = await Promise.all([getTranslations('visits'), getTranslations('common')])
  const here = `/manage/visits/rounds/${round.roundId}`
  const above = [
    { href: '/manage/visits', label: t('title') },
    { href: '/manage/visits/rounds', label: t('rounds.title') },
    ...(at && places.length > 1 ? [{ href: here, label: round.title }, { label: at.name }] : [{ label: round.title }]),
  ]
  const counts = t('rounds.counts', at ? { part: at.part, whole: at.whole } : { part: round.part, whole: round.whole })
  return (
    <div className="max-w-2xl">
      <PageTitle
        above={<Breadcrumbs label={common('breadcrumbs')} items={above} />}
        beneath={`${t('rounds.days', { from: round.fromOn, to: round.lastOn })} · ${t(round.isKeyOnly ? 'rounds.key' : 'rounds.all')} · ${counts}`}
      >
        {at ? `${round.title} · ${at.name}` : `${round.title} · ${round.place}`}
      </PageTitle>
      {at ? <RoundEntries entries={entries} /> : <RoundPlaces places={places} here={here} />}
      {round.isOwn && (!at || places.length === 1) ? (
        <form className="mt-10" action={asFormHandler(retractRoundAction)}>
          <input type="hidden" name="roundId" value={round.roundId} />
          <button type="submit" className="button">
            {t('rounds.retract')}
          </button>
          <p className="mt-2 text-ink-2 text-sm">{t('rounds.retractHint')}</p>
        </form>
      ) : null}
    </div>
  )
}
