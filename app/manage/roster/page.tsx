import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { mayEver } from '@/domain/permissions/permission'
import { areaCodes } from '@/features/roster/queries/area-codes'
import { rosterPage } from '@/features/roster/queries/roster-page'
import { RosterFilters } from '@/features/roster/ui/roster-filters'
import { RosterTable } from '@/features/roster/ui/roster-table'
import { rosterQuery, rosterViewInput } from '@/features/roster/view'
import { requireActor } from '@/server/auth/actor'
import { programmeChoices } from '@/server/programmes/known-programmes'
import { EmptyState } from '@/ui/layout/empty-state'
import { PageTitle } from '@/ui/layout/page-title'
import { HelpLink } from '../help-link'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('roster'))('title') }
}

/** The enterprises on the roster in the officer's area. */
export default async function RosterPage({ searchParams }: PageProps<'/manage/roster'>) {
  const actor = await requireActor('roster.read')
  const t = await getTranslations('roster')
  const common = await getTranslations('common')
  const view = rosterViewInput.parse(await searchParams)
  const all = await programmeChoices()
  const programmeId = all.find(({ id }) => id === view.programme)?.id ?? all[0]?.id
  if (!programmeId) return <EmptyState title={t('noProgramme')}>{t('noProgrammeText')}</EmptyState>
  const list = await rosterPage(actor, programmeId, view)
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <p className="mb-4 flex flex-wrap gap-x-4 gap-y-2">
        {mayEver(actor, 'import.run') ? (
          <a className="button button-primary" href="/manage/roster/imports">
            {t('importNow')}
          </a>
        ) : null}
        <a className="button button-quiet" href="/manage/roster/proposals">
          {(await getTranslations('proposals'))('link')}
        </a>
        {mayEver(actor, 'regions.write') ? (
          <a className="button button-quiet" href="/manage/roster/regions">
            {t('regionsLink')}
          </a>
        ) : null}
      </p>
      <RosterFilters view={view} areas={await areaCodes(actor)} programmes={all} programmeId={programmeId} />
      <p role="status" className="mb-2">
        {t('found', { found: list.found })}
      </p>
      {list.rows.length > 0 ? (
        <RosterTable rows={list.rows} />
      ) : (
        <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
      )}
      {list.next ? (
        <p className="mt-4">
          <a className="button" href={`/manage/roster${rosterQuery({ ...view, after: list.next })}`}>
            {common('next')}
          </a>
        </p>
      ) : null}
      <HelpLink topic="roster" />
    </>
  )
}
