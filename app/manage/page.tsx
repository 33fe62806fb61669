import { redirect } from 'next/navigation'
import { mayEver } from '@/domain/permissions/permission'
import { isStartDue } from '@/features/start/queries/start-due'
import { requireActor } from '@/server/auth/actor'

/**
 * An officer begins with their day; while their area has no rates yet, with the first steps; a lecturer where heads are asked in person.
 */
export default async function ManagePage() {
  const actor = await requireActor('oral-check.run')
  if (!mayEver(actor, 'rates.read')) redirect('/manage/in-person')
  redirect((await isStartDue(actor)) ? '/manage/start' : '/manage/today')
}
