import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { LargeExport } from '@/app/manage/exports/large-export'
import { beginPeriodExportAction } from '@/features/reports/actions'
import { periodListView, reportQuery } from '@/features/reports/input'
import { periodListFrame, periodListLength } from '@/features/reports/queries/period-list'
import { requireActor } from '@/server/auth/actor'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exports'))('title') }
}

/** Asks why a whole frozen list is wanted. */
export default async function LargePeriodListPage({
  params,
  searchParams,
}: PageProps<'/manage/reports/[period]/[code]/lists/[rate]/export'>) {
  const actor = await requireActor('list.export')
  const { period, code, rate } = await params
  const { after: _after, ...view } = periodListView.parse(await searchParams)
  const frame = await periodListFrame(actor, { periodId: period, code, rate }, view)
  if (!frame) notFound()
  const rates = await getTranslations('rates')
  const query = reportQuery(view)
  const list = `/manage/reports/${period}/${code}/lists/${rate}`
  const name = rates(`${view.roster === 'key' ? 'rate' : 'rateAll'}.${frame.question.rate}`)
  return (
    <LargeExport
      action={beginPeriodExportAction}
      fields={{ periodId: period, code, rate, query }}
      total={await periodListLength(frame)}
      above={[{ href: `${list}${query}`, label: rates('list.title', { rate: name, region: frame.region.name }) }]}
      here={`${list}/export${query}`}
    />
  )
}
