import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import { db } from '@/server/db/client'
import { ok, refuse } from '@/server/outcome'
import type { Outcome } from '@/server/outcome'
import { linkableHoldings } from '../queries/linkable-holdings'

/**
 * Clears a forgotten password of somebody who learns, so that they set a new one from their personal link. Only at the entry's own
 * level or its parent; never of an officer. A second factor stays on. All their logins end.
 */
export async function clearPassword(
  ctx: Context,
  holdingId: string,
): Promise<Outcome<null, 'not-found' | 'is-officer'>> {
  const [holding] = await linkableHoldings(db, ctx.actor, { holdingIds: [holdingId], inFull: true, limit: 1 })
  if (!holding) return refuse('not-found')
  const { personId } = holding
  return ctx.transaction(async (tx) => {
    const grant = await tx.officerGrant.findFirst({ where: { personId, retractedAt: null }, select: { id: true } })
    if (grant) return refuse('is-officer')
    const { count } = await tx.account.updateMany({
      where: { personId, passwordHash: { not: null } },
      data: { passwordHash: null },
    })
    if (count === 0) return ok(null)
    await tx.login.updateMany({
      where: { personId, holdingId: null, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    await recordAudit(tx, ctx, {
      kind: 'account.password-set',
      subjectId: personId,
      regionPath: holding.leafPath,
      detail: { by: 'cleared' },
    })
    return ok(null)
  })
}
