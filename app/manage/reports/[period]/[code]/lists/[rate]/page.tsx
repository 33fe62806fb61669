import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { periodListView, reportQuery } from '@/features/reports/input'
import { periodList, periodListFrame } from '@/features/reports/queries/period-list'
import { PeriodAbout } from '@/features/reports/ui/period-about'
import { PeriodListTable } from '@/features/reports/ui/period-list-table'
import { requireActor } from '@/server/auth/actor'
import { subjectTitles } from '@/server/content/subject-titles'
import { LARGE_ROWS } from '@/server/exports/export-runs'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { EmptyState } from '@/ui/layout/empty-state'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('title') }
}

/** The frozen list behind a number of a period: as many rows as the number says. */
export default async function PeriodListPage({
  params,
  searchParams,
}: PageProps<'/manage/reports/[period]/[code]/lists/[rate]'>) {
  const actor = await requireActor('report.read')
  const { period, code, rate } = await params
  const view = periodListView.parse(await searchParams)
  const frame = await periodListFrame(actor, { periodId: period, code, rate }, view)
  if (!frame) notFound()
  const list = await periodList(actor, frame)
  const t = await getTranslations('reports')
  const rates = await getTranslations('rates')
  const common = await getTranslations('common')
  const { question, region } = frame
  const name = rates(`${view.roster === 'key' ? 'rate' : 'rateAll'}.${question.rate}`)
  const title = rates('list.title', { rate: name, region: region.name })
  const here = `/manage/reports/${period}/${code}`
  const { after: _after, ...shown } = view
  const lengths = { missing: list.whole - list.part, part: list.part, all: list.whole }
  const length = lengths[view.state]
  const above = [
    {
      href: `${here}${reportQuery({ roster: view.roster })}`,
      label: t('days', { from: question.period.fromOn, to: question.period.lastDay }),
    },
    { label: name },
  ]
  return (
    <>
      <PageTitle above={<Breadcrumbs label={common('breadcrumbs')} items={above} />}>{title}</PageTitle>
      <PeriodAbout period={question.period} programme={frame.programme} />
      <ul className="mb-2 flex flex-wrap gap-x-6">
        {(['missing', 'part', 'all'] as const).map((state) => (
          <li key={state}>
            <a
              className="inline-flex min-h-11 items-center aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=page]:no-underline"
              href={`${here}/lists/${rate}${reportQuery({ ...shown, state })}`}
              {...(state === view.state ? { 'aria-current': 'page' as const } : {})}
            >
              {rates(`list.${state}`)} {lengths[state]}
            </a>
          </li>
        ))}
      </ul>
      <p className="mb-4">
        <a
          className="button"
          href={`${length > LARGE_ROWS ? `${here}/lists/${rate}/export` : `/api/reports/${period}/${code}/${rate}`}${reportQuery(shown)}`}
        >
          {rates('list.export')}
        </a>
      </p>
      {list.rows.length === 0 ? (
        <EmptyState title={rates('list.empty')} />
      ) : (
        <PeriodListTable rate={question.rate} rows={list.rows} titleOf={subjectTitles()} caption={title} />
      )}
      {list.next ? (
        <p className="mt-4">
          <a className="button" href={`${here}/lists/${rate}${reportQuery({ ...view, after: list.next })}`}>
            {common('next')}
          </a>
        </p>
      ) : null}
    </>
  )
}
