import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import type { Transaction } from '@/server/db/client'
import { isId } from '@/server/db/id'
import { fromChecks, isInReach } from './check-in-reach'

/** A check that the actor asked themselves, in an area they still have; null otherwise. */
export async function checkOfAsker(
  tx: Pick<Transaction, '$queryRaw'>,
  actor: Actor,
  checkId: string,
): Promise<{ personId: string; leafPath: string } | null> {
  if (!isId(checkId)) return null
  const [row] = await tx.$queryRaw<{ personId: string; leafPath: string }[]>`
    SELECT k.person_id AS "personId", r.path AS "leafPath" ${fromChecks()}
    WHERE k.id = ${checkId}::uuid AND k.asked_by_id = ${actor.personId}::uuid AND ${isInReach(actor)}`
  return row ?? null
}
