import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { mayEver } from '@/domain/permissions/permission'
import { byToServe } from '@/domain/rates/league'
import { areaInput, viewQuery } from '@/features/rates/input'
import { areaPage } from '@/features/rates/queries/area-page'
import { AreaFigures } from '@/features/rates/ui/area-figures'
import { AreaChoices } from '@/features/rates/ui/area-choices'
import { AreaTable } from '@/features/rates/ui/area-table'
import { AreaTiles } from '@/features/rates/ui/area-tiles'
import { AreaTrendChart } from '@/features/rates/ui/area-trend-chart'
import { FiguresOf } from '@/features/rates/ui/figures-of'
import { LeafEntries } from '@/features/rates/ui/leaf-entries'
import { ViewControls } from '@/features/rates/ui/view-controls'
import { SavedViews } from '@/features/views/ui/saved-views'
import { requireActor } from '@/server/auth/actor'
import { shanghaiToday } from '@/server/clock'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { EmptyState } from '@/ui/layout/empty-state'
import { PageTitle } from '@/ui/layout/page-title'
import { HelpLink } from '../../help-link'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rates'))('title') }
}

/** The rates of one area, what they are made of, and how they came about. */
export default async function AreaPage({ params, searchParams }: PageProps<'/manage/area/[code]'>) {
  const actor = await requireActor('rates.read')
  const view = areaInput.parse(await searchParams)
  const area = await areaPage(actor, (await params).code, view)
  if (!area) notFound()
  const t = await getTranslations('rates')
  const common = await getTranslations('common')
  const words = await getTranslations('concepts')
  const { region, programme } = area
  const ahead = area.isNow && programme ? { trend: area.trend, on: area.on, toOn: programme.toOn } : null
  const above = region.ancestors.map(({ code, name }) => ({
    href: `/manage/area/${code}${viewQuery(view)}`,
    label: name,
  }))
  const title = (
    <PageTitle above={<Breadcrumbs label={common('breadcrumbs')} items={[...above, { label: region.name }]} />}>
      {region.name}
    </PageTitle>
  )
  const toStart = mayEver(actor, 'today.read') ? (
    <p className="mt-4">
      <a className="button button-primary" href="/manage/start">
        {t('toStart')}
      </a>
    </p>
  ) : null
  if (!programme) {
    return (
      <>
        {title}
        <EmptyState title={t('noProgramme')}>
          {mayEver(actor, 'programme.write') ? null : <p>{t('noProgrammeText')}</p>}
          {toStart}
        </EmptyState>
      </>
    )
  }
  const isLeague = programme.hasLeague && view.order === 'missing'
  return (
    <>
      {title}
      <ViewControls
        action={`/manage/area/${region.code}`}
        view={view}
        programmeId={programme.id}
        programmes={programme.choices}
        today={shanghaiToday()}
        since={view.since ?? ''}
        hidden={{ show: view.show, order: view.order }}
      />
      <SavedViews actor={actor} address={`/manage/area/${region.code}${viewQuery(view)}`} />
      <FiguresOf programme={programme} on={area.on} isNow={area.isNow} settledOn={area.settledOn} />
      {area.total.entries === 0 ? (
        <EmptyState title={t('emptyRoster')}>
          <p>{t('emptyRosterText')}</p>
          {toStart}
        </EmptyState>
      ) : (
        <AreaFigures sums={area.total} rule={programme.trainingRule} view={view} region={region.code} ahead={ahead} />
      )}
      <p className="mt-4">
        <a
          className="inline-flex min-h-11 items-center"
          href={`/manage/area/${region.code}/concepts${viewQuery(view)}`}
        >
          {words('link')}
        </a>
      </p>
      <h2 className="mt-10 mb-2 text-xl">{t('trendTitle')}</h2>
      <AreaTrendChart trend={area.trend} rule={programme.trainingRule} view={view} region={region.code} />
      {area.children.length > 0 ? (
        <>
          <h2 className="mt-10 mb-2 text-xl">{t('breakdown')}</h2>
          <AreaChoices
            view={view}
            region={region.code}
            hasLeague={programme.hasLeague}
            mayDisplay={mayEver(actor, 'display.manage')}
          />
          {view.show === 'tiles' ? <AreaTiles rows={area.children} rule={programme.trainingRule} view={view} /> : null}
          <AreaTable
            rows={isLeague ? byToServe(area.children, programme.trainingRule) : area.children}
            since={area.since}
            isLeague={isLeague}
            rule={programme.trainingRule}
            view={view}
            total={{ name: region.name, code: region.code, sums: area.total }}
          />
        </>
      ) : (
        <LeafEntries actor={actor} view={view} region={region.code} />
      )}
      <HelpLink topic="rates" />
    </>
  )
}
