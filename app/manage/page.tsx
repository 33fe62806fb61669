import { notFound, redirect } from 'next/navigation'
import { mayEver } from '@/domain/permissions/permission'
import { homeRegion } from '@/features/rates/queries/region-in-scope'
import { isStartDue } from '@/features/start/queries/start-due'
import { requireActor } from '@/server/auth/actor'

/**
 * An officer begins at the top of their own area; while it has no rates yet, with the first steps; a lecturer where heads are asked in
 * person.
 */
export default async function ManagePage() {
  const actor = await requireActor('oral-check.run')
  if (!mayEver(actor, 'rates.read')) redirect('/manage/in-person')
  const region = await homeRegion(actor)
  if (!region) notFound()
  if (await isStartDue(actor)) redirect('/manage/start')
  redirect(`/manage/area/${region.code}`)
}
