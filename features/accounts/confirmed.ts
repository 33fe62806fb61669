import { redirect } from 'next/navigation'
import type { Actor } from '@/domain/permissions/actor'

/** The same actor, or to the page of the second factor when it is outstanding: nothing else is open before. */
export function confirmed(actor: Actor): Actor {
  if (actor.mfaPending) redirect('/account/totp')
  return actor
}
