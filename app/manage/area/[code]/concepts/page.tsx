import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { areaConcepts } from '@/features/concepts/queries/area-concepts'
import { ConceptTable } from '@/features/concepts/ui/concept-table'
import { viewInput, viewQuery } from '@/features/rates/input'
import { programmeInView } from '@/features/rates/queries/programme-in-view'
import { regionInScope } from '@/features/rates/queries/region-in-scope'
import { requireActor } from '@/server/auth/actor'
import { shanghaiToday } from '@/server/clock'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { EmptyState } from '@/ui/layout/empty-state'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('concepts'))('title') }
}

/** What the clerks of an area are not sure of yet: for whoever plans the next session. */
export default async function AreaConceptsPage({ params, searchParams }: PageProps<'/manage/area/[code]/concepts'>) {
  const actor = await requireActor('rates.read')
  const view = viewInput.parse(await searchParams)
  const region = await regionInScope(actor, (await params).code)
  if (!region) notFound()
  const [t, common] = await Promise.all([getTranslations('concepts'), getTranslations('common')])
  const programme = await programmeInView(view.programme, shanghaiToday())
  const keyOnly = view.roster === 'key'
  const found = programme && (await areaConcepts(actor, { path: region.path, programmeId: programme.id, keyOnly }))
  const area = [...region.ancestors, region].map(({ code, name }) => ({
    href: `/manage/area/${code}${viewQuery(view)}`,
    label: name,
  }))
  return (
    <>
      <PageTitle
        above={<Breadcrumbs label={common('breadcrumbs')} items={[...area, { label: t('title') }]} />}
        beneath={t('lead')}
      >
        {t('title')}
      </PageTitle>
      {found && found.rows.length > 0 ? (
        <ConceptTable rows={found.rows} />
      ) : (
        <EmptyState title={t('none')}>
          <p>{t('noneText')}</p>
        </EmptyState>
      )}
      {found && found.untold > 0 ? (
        <p className="mt-4 text-ink-2 text-sm">{t('untold', { count: found.untold })}</p>
      ) : null}
    </>
  )
}
