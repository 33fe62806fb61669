import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { mayEver } from '@/domain/permissions/permission'
import { reportQuery, reportView } from '@/features/reports/input'
import { periodOverview } from '@/features/reports/queries/period-overview'
import { PeriodOverviewTable } from '@/features/reports/ui/period-overview-table'
import { ReportControls } from '@/features/reports/ui/report-controls'
import { ReportNavigation } from '@/features/reports/ui/report-navigation'
import { requireActor } from '@/server/auth/actor'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { EmptyState } from '@/ui/layout/empty-state'
import { PageTitle } from '@/ui/layout/page-title'
import { HelpLink } from '../help-link'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('title') }
}

/** The reporting periods of a programme with their figures for the officer's region. */
export default async function ReportsPage({ searchParams }: PageProps<'/manage/reports'>) {
  const actor = await requireActor('report.read')
  const view = reportView.parse(await searchParams)
  const overview = await periodOverview(actor, view)
  if (!overview) notFound()
  const t = await getTranslations('reports')
  const common = await getTranslations('common')
  const rates = await getTranslations('rates')
  const { region, programme, programmes, periods } = overview
  const above = region.ancestors.map(({ code, name }) => ({
    href: `/manage/reports${reportQuery({ ...view, region: code })}`,
    label: name,
  }))
  const maySet = mayEver(actor, 'programme.write')
  return (
    <>
      <PageTitle
        above={<Breadcrumbs label={common('breadcrumbs')} items={[...above, { label: region.name }]} />}
        beneath={programme?.closingDay ? t('closesOn', { day: programme.closingDay }) : t('lead')}
      >
        {t('titleOf', { region: region.name })}
      </PageTitle>
      <ReportNavigation actor={actor} current="periods" programmeId={programme?.id ?? null} region={region.code} />
      {programme ? (
        <ReportControls
          action="/manage/reports"
          view={{ ...view, region: region.code }}
          programmes={programmes}
          programmeId={programme.id}
        />
      ) : null}
      {periods.length > 0 ? (
        <PeriodOverviewTable overview={overview} roster={view.roster} mayCompose={mayEver(actor, 'report.compose')} />
      ) : null}
      {!programme ? <EmptyState title={rates('noProgramme')}>{rates('noProgrammeText')}</EmptyState> : null}
      {programme && periods.length === 0 ? (
        <EmptyState title={programme.closingDay ? t('opening') : t('noClosingDay')}>
          <p>{programme.closingDay ? t('openingText') : t('noClosingDayText')}</p>
          {maySet && !programme.closingDay ? (
            <p className="mt-4">
              <a className="button button-primary" href={`/manage/programmes/${programme.id}`}>
                {t('setClosingDay')}
              </a>
            </p>
          ) : null}
        </EmptyState>
      ) : null}
      <HelpLink topic="reports" />
    </>
  )
}
