import { redirect } from 'next/navigation'
import { mayEver } from '@/domain/permissions/permission'
import { homeCode } from '@/domain/permissions/reaches'
import { isStartDue } from '@/features/start/queries/start-due'
import { requireActor } from '@/server/auth/actor'

/**
 * An officer begins with their day; while their area has no rates yet, with the first steps; a lecturer where heads are asked in person, an agency with the enterprises it serves, an auditor with
 * the rates of their area.
 */
export default async function ManagePage() {
  const actor = await requireActor('office.open')
  if (mayEver(actor, 'rates.read') && !mayEver(actor, 'today.read')) redirect(`/manage/area/${homeCode(actor)}`)
  if (mayEver(actor, 'service.read') && !mayEver(actor, 'today.read')) redirect('/manage/service')
  if (!mayEver(actor, 'today.read')) redirect('/manage/in-person')
  redirect((await isStartDue(actor)) ? '/manage/start' : '/manage/today')
}
