import type { Actor } from '@/domain/permissions/actor'
import { db } from '@/server/db/client'
import { claimRefusal } from '../commands/claim-account'

/** Why the actor may not make a full account by their link, or null. */
export function ownClaimRefusal(actor: Actor) {
  return claimRefusal(db, actor.personId, actor.holdingId)
}
