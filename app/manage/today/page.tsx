import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { viewInput, viewQuery } from '@/features/rates/input'
import { areaPage } from '@/features/rates/queries/area-page'
import { homeRegion } from '@/features/rates/queries/region-in-scope'
import { AreaFigures } from '@/features/rates/ui/area-figures'
import { comparedDay, SinceLine } from '@/features/rates/ui/since-line'
import { lastClosingDay } from '@/features/reports/queries/last-closing-day'
import { requireActor } from '@/server/auth/actor'
import { EmptyState } from '@/ui/layout/empty-state'
import { PageTitle } from '@/ui/layout/page-title'
import { todayItems } from './today-items'
import { TodayList } from './today-list'
import { HelpLink } from '../help-link'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('today'))('title') }
}

/** An officer's day: where their area stands, what has moved, what is to be done. */
export default async function TodayPage({ searchParams }: PageProps<'/manage/today'>) {
  const actor = await requireActor('today.read')
  const view = { ...viewInput.parse(await searchParams), on: undefined }
  const home = await homeRegion(actor)
  const area = home ? await areaPage(actor, home.code, view) : null
  if (!area) notFound()
  const t = await getTranslations('today')
  const { region, programme } = area
  if (!programme)
    return (
      <>
        <PageTitle>{t('title')}</PageTitle>
        <EmptyState title={t('noProgramme')}>
          <p className="mt-4">
            <a className="button button-primary" href="/manage/start">
              {t('toStart')}
            </a>
          </p>
        </EmptyState>
      </>
    )
  const closingDay = await lastClosingDay(programme.id)
  const then = comparedDay(area.trend, area.on, closingDay)
  return (
    <>
      <PageTitle beneath={t('lead', { area: region.name, programme: programme.name, day: area.on })}>
        {t('title')}
      </PageTitle>
      <AreaFigures
        sums={area.total}
        rule={programme.trainingRule}
        view={view}
        region={region.code}
        ahead={{ trend: area.trend, on: area.on, toOn: programme.toOn }}
      />
      {then ? (
        <SinceLine
          then={then}
          now={area.total}
          rule={programme.trainingRule}
          isClosing={closingDay !== null && then.day === closingDay}
        />
      ) : null}
      <p>
        <a className="inline-flex min-h-11 items-center" href={`/manage/area/${region.code}${viewQuery(view)}`}>
          {t('toArea', { area: region.name })}
        </a>
      </p>
      <h2 className="mt-8 mb-2 text-xl">{t('todo')}</h2>
      <TodayList items={await todayItems(actor, programme.id)} />
      <HelpLink topic="today" />
    </>
  )
}
