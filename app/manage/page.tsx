import { notFound, redirect } from 'next/navigation'
import { homeRegion } from '@/features/rates/queries/region-in-scope'
import { isStartDue } from '@/features/start/queries/start-due'
import { requireActor } from '@/server/auth/actor'

/** An officer begins at the top of their own area; while it has no rates yet, with the first steps. */
export default async function ManagePage() {
  const actor = await requireActor('rates.read')
  const region = await homeRegion(actor)
  if (!region) notFound()
  if (await isStartDue(actor)) redirect('/manage/start')
  redirect(`/manage/area/${region.code}`)
}
