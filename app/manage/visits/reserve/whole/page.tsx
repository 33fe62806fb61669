import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { LargeExport } from '@/app/manage/exports/large-export'
import { viewInput } from '@/features/rates/input'
import { programmeInView } from '@/features/rates/queries/programme-in-view'
import { beginReserveExportAction } from '@/features/visits/actions'
import { reserveInput } from '@/features/visits/input'
import { findingCount } from '@/features/visits/queries/reserve'
import { requireActor } from '@/server/auth/actor'
import { shanghaiToday } from '@/server/clock'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exports'))('title') }
}

/** Asks why the whole reserve is wanted. */
export default async function WholeReservePage({ searchParams }: PageProps<'/manage/visits/reserve/whole'>) {
  const actor = await requireActor('list.export')
  const asked = await searchParams
  const { kind, state, search } = reserveInput.parse(asked)
  const programme = await programmeInView(viewInput.parse(asked).programme, shanghaiToday())
  if (!programme) notFound()
  const fields = {
    programmeId: programme.id,
    ...(kind ? { kind } : {}),
    ...(state ? { state } : {}),
    ...(search ? { search } : {}),
  }
  const { programmeId, ...filters } = fields
  const query = new URLSearchParams({ programme: programmeId, ...filters })
  const t = await getTranslations('visits')
  return (
    <LargeExport
      action={beginReserveExportAction}
      fields={fields}
      total={await findingCount(actor, { kind, state, search, programmeId })}
      above={[{ href: `/manage/visits/reserve?${query}`, label: t('reserve.title') }]}
      here={`/manage/visits/reserve/whole?${query}`}
    />
  )
}
