import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { viewInput } from '@/features/rates/input'
import { programmeInView } from '@/features/rates/queries/programme-in-view'
import { drawChoices } from '@/features/spot-checks/queries/draw-choices'
import { spotChecks } from '@/features/spot-checks/queries/spot-checks'
import { DrawForm } from '@/features/spot-checks/ui/draw-form'
import { SpotResultLines } from '@/features/spot-checks/ui/spot-result'
import { requireActor } from '@/server/auth/actor'
import { shanghaiToday } from '@/server/clock'
import { EmptyState } from '@/ui/layout/empty-state'
import { Notice } from '@/ui/layout/notice'
import { PageTitle } from '@/ui/layout/page-title'
import { GroupedNavigation } from '../grouped-navigation'
import { HelpLink } from '../help-link'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('spot'))('title') }
}

/** 抽查: samples drawn in the officer's area with what each says, and a new one. */
export default async function SpotChecksPage({ searchParams }: PageProps<'/manage/spot-checks'>) {
  const actor = await requireActor('spot-check.run')
  const asked = await searchParams
  const view = viewInput.parse(asked)
  const t = await getTranslations('spot')
  const programme = await programmeInView(view.programme, shanghaiToday())
  if (!programme)
    return (
      <>
        <PageTitle beneath={t('lead')}>{t('title')}</PageTitle>
        <EmptyState title={t('noProgramme')} />
      </>
    )
  const [checks, choices] = await Promise.all([spotChecks(actor, programme.id), drawChoices(actor, programme.id)])
  return (
    <>
      <PageTitle beneath={t('lead')}>{t('title')}</PageTitle>
      <GroupedNavigation group="ask" current="/manage/spot-checks" actor={actor} />
      {asked.noted ? (
        <Notice tone="done" live>
          {t('noted')}
        </Notice>
      ) : null}
      {checks.length === 0 ? <p className="text-ink-2">{t('none')}</p> : null}
      <ul className="border-rule border-t">
        {checks.map((check) => (
          <li key={check.spotCheckId} className="border-rule border-b py-4">
            <h2 className="text-lg">
              <a href={`/manage/spot-checks/${check.spotCheckId}`}>
                {t('lineTitle', { place: check.place, day: check.drawnOn })}
              </a>
            </h2>
            <p className="text-ink-2 text-sm">{t(check.isOpen ? 'openUntil' : 'closed', { day: check.closesOn })}</p>
            <SpotResultLines check={check} />
          </li>
        ))}
      </ul>
      <h2 className="mt-10 mb-2 text-xl">{t('draw')}</h2>
      <DrawForm programmeId={programme.id} {...choices} />
      <HelpLink topic="spot" />
    </>
  )
}
