import { notFound, redirect } from 'next/navigation'
import { homeRegion } from '@/features/rates/queries/region-in-scope'
import { requireActor } from '@/server/auth/actor'

/** An officer begins at the top of their own area. */
export default async function ManagePage() {
  const actor = await requireActor('rates.read')
  const region = await homeRegion(actor)
  if (!region) notFound()
  redirect(`/manage/area/${region.code}`)
}
