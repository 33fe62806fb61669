import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { mayEver } from '@/domain/permissions/permission'
import { viewInput } from '@/features/rates/input'
import { programmeInView } from '@/features/rates/queries/programme-in-view'
import { visitList } from '@/features/visits/queries/visit-list'
import { ForgetDrafts } from '@/features/visits/ui/visit-form'
import { VisitTable } from '@/features/visits/ui/visit-table'
import { requireActor } from '@/server/auth/actor'
import { shanghaiToday } from '@/server/clock'
import { EmptyState } from '@/ui/layout/empty-state'
import { Notice } from '@/ui/layout/notice'
import { PageTitle } from '@/ui/layout/page-title'
import { HelpLink } from '../help-link'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('visits'))('title') }
}

/** Visits of the area, or of one's agency: which wait for the enterprise, which count. */
export default async function VisitsPage({ searchParams }: PageProps<'/manage/visits'>) {
  const actor = await requireActor('visit.record')
  const asked = await searchParams
  const view = viewInput.parse(asked)
  const t = await getTranslations('visits')
  const isOfficer = mayEver(actor, 'roster.read')
  const programme = await programmeInView(view.programme, shanghaiToday())
  const { visits, isCut } = programme
    ? await visitList(actor, { programmeId: programme.id })
    : { visits: [], isCut: false }
  return (
    <>
      <PageTitle beneath={t('lead')}>{t('title')}</PageTitle>
      {asked.saved ? (
        <Notice tone="done" live>
          {t('saved')}
        </Notice>
      ) : null}
      <ForgetDrafts visitIds={visits.filter(({ isOwn }) => isOwn).map(({ visitId }) => visitId)} />
      <p className="mb-4 flex flex-wrap gap-x-6">
        {isOfficer ? (
          <>
            <a className="inline-flex min-h-11 items-center" href="/manage/roster">
              {t('toRoster')}
            </a>
            <a className="inline-flex min-h-11 items-center" href="/manage/visits/rounds">
              {t('rounds.title')}
            </a>
            <a className="inline-flex min-h-11 items-center" href="/manage/visits/reserve">
              {t('reserve.title')}
            </a>
          </>
        ) : (
          <a className="inline-flex min-h-11 items-center" href="/manage/service">
            {t('toService')}
          </a>
        )}
      </p>
      {visits.length === 0 ? (
        <EmptyState title={t('none')}>
          <p>{t('noneText')}</p>
        </EmptyState>
      ) : (
        <VisitTable visits={visits} showsEnterprise linksToRoster={isOfficer} />
      )}
      {isCut ? <p className="mt-4 text-ink-2 text-sm">{t('cut')}</p> : null}
      <HelpLink topic="visits" />
    </>
  )
}
