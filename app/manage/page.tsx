import { notFound, redirect } from 'next/navigation'
import { mayEver } from '@/domain/permissions/permission'
import { homeRegion } from '@/features/rates/queries/region-in-scope'
import { requireActor } from '@/server/auth/actor'

/** An officer begins at the top of their own area; a lecturer where heads are asked in person. */
export default async function ManagePage() {
  const actor = await requireActor('oral-check.run')
  if (!mayEver(actor, 'rates.read')) redirect('/manage/in-person')
  const region = await homeRegion(actor)
  if (!region) notFound()
  redirect(`/manage/area/${region.code}`)
}
