import type { Actor, Grant } from '@/domain/permissions/actor'
import { newId } from '@/server/db/id'

/** The actor of somebody signed in with an account, a second factor confirmed where one is asked for. */
export function actorOf(personId: string, grants: readonly Grant[]): Actor {
  return { personId, loginId: newId(), via: 'account', holdingId: null, grants, mfaPending: false }
}
