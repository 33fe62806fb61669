import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { scopePatterns } from '@/server/auth/scope'
import type { Transaction } from '@/server/db/client'
import { isId } from '@/server/db/id'
import { fromChecks } from './check-in-reach'

/** A check in the area of an officer, whoever asked; null for lecturers, elsewhere, and for the person who was asked. */
export async function checkOfOfficer(
  tx: Pick<Transaction, '$queryRaw'>,
  actor: Actor,
  checkId: string,
): Promise<{ personId: string; leafPath: string } | null> {
  if (!isId(checkId)) return null
  const [row] = await tx.$queryRaw<{ personId: string; leafPath: string }[]>`
    SELECT k.person_id AS "personId", r.path AS "leafPath" ${fromChecks()}
    WHERE k.id = ${checkId}::uuid AND k.person_id <> ${actor.personId}::uuid AND r.path LIKE ANY (${scopePatterns(actor)})`
  return row ?? null
}
