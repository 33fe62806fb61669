import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { LargeExport } from '@/app/manage/exports/large-export'
import { reaches } from '@/domain/permissions/reaches'
import { beginExportAction } from '@/features/rates/actions'
import { listInput, rateOfPath, viewQuery } from '@/features/rates/input'
import { listLength } from '@/features/rates/queries/list-length'
import { listFrame } from '@/features/rates/queries/list-page'
import { requireActor } from '@/server/auth/actor'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exports'))('title') }
}

/** Asks why the whole list behind a rate is wanted. */
export default async function LargeListPage({ params, searchParams }: PageProps<'/manage/lists/[rate]/export'>) {
  const actor = await requireActor('list.export')
  const rate = rateOfPath((await params).rate)
  const { after: _after, ...view } = listInput.parse(await searchParams)
  const frame = rate ? await listFrame(actor, rate, view) : null
  if (!rate || !frame || !reaches(actor, frame.region.path)) notFound()
  const rates = await getTranslations('rates')
  const query = viewQuery(view)
  const label = rates('list.title', { rate: rates(`rate.${rate}`), region: frame.region.name })
  return (
    <LargeExport
      action={beginExportAction}
      fields={{ rate, query }}
      total={await listLength(frame)}
      above={[{ href: `/manage/lists/${rate}${query}`, label }]}
      here={`/manage/lists/${rate}/export${query}`}
    />
  )
}
