import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { mayEver } from '@/domain/permissions/permission'
import { signed } from '@/domain/reports/rate-change'
import { reportQuery, reportView } from '@/features/reports/input'
import { periodPage } from '@/features/reports/queries/period-page'
import { PeriodAbout } from '@/features/reports/ui/period-about'
import { PeriodFigures } from '@/features/reports/ui/period-figures'
import { PeriodTable } from '@/features/reports/ui/period-table'
import { ReportControls } from '@/features/reports/ui/report-controls'
import { requireActor } from '@/server/auth/actor'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('title') }
}

/** One period of one region: frozen figures, or those of the open period so far. */
export default async function PeriodPage({ params, searchParams }: PageProps<'/manage/reports/[period]/[code]'>) {
  const actor = await requireActor('report.read')
  const { period: periodId, code } = await params
  const view = reportView.parse(await searchParams)
  const page = await periodPage(actor, { periodId, code }, view)
  if (!page) notFound()
  const t = await getTranslations('reports')
  const common = await getTranslations('common')
  const { region, period, programme, former } = page
  const here = `/manage/reports/${period.id}`
  const query = reportQuery({ roster: view.roster })
  const above = [
    { href: `/manage/reports${reportQuery({ programme: programme.id, region: region.code })}`, label: t('title') },
    ...region.ancestors.map((one) => ({ href: `${here}/${one.code}${query}`, label: one.name })),
    { label: region.name },
  ]
  return (
    <>
      <PageTitle above={<Breadcrumbs label={common('breadcrumbs')} items={above} />}>
        {t('periodOf', { region: region.name, from: period.fromOn, to: period.lastDay })}
        {period.frozenAt ? null : <span className="ml-3 text-base text-ochre">{t('open')}</span>}
      </PageTitle>
      <PeriodAbout period={period} programme={programme} />
      <ReportControls action={`${here}/${region.code}`} view={{ roster: view.roster }} />
      <PeriodFigures page={page} />
      <p className="mt-8">
        {former
          ? t('rosterChange', {
              day: former.lastDay,
              net: signed(former.roster.joined - former.roster.left),
              joined: former.roster.joined,
              left: former.roster.left,
            })
          : t('firstPeriod')}{' '}
        {former ? <a href={`${here.replace(period.id, former.id)}/${region.code}${query}`}>{t('readFormer')}</a> : null}
      </p>
      {period.frozenAt || mayEver(actor, 'report.compose') ? (
        <p className="mt-4">
          <a
            className={period.frozenAt ? 'button button-primary' : 'button'}
            href={`${here}/${region.code}/bulletin${period.frozenAt ? '' : query}`}
          >
            {t(period.frozenAt ? 'bulletin.open' : 'draft.open')}
          </a>
        </p>
      ) : null}
      {page.children.length > 0 ? (
        <>
          <h2 className="mt-10 mb-2 text-xl">{t('breakdown')}</h2>
          <PeriodTable page={page} />
        </>
      ) : null}
    </>
  )
}
