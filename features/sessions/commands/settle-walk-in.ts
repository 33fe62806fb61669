import 'server-only'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import { ok, type Outcome, refuse } from '@/server/outcome'
import { sessionInScope } from '../queries/session-in-scope'
import { areOfSession, attend } from './attend'

/**
 * The organiser decides about somebody who waits: who they are (then they are there), or nobody of the roster. Refuses 'not-found' outside the officer's
 * area, when it is decided already, and when whom they are taken for holds no seat of the area.
 */
export function settleWalkIn(
  ctx: Context,
  { walkInId, personId }: { walkInId: string; personId: string | null },
): Promise<Outcome<null, 'not-found'>> {
  return ctx.transaction(async (tx) => {
    const walkIn = await tx.walkIn.findFirst({ where: { id: walkInId, settledAt: null } })
    const session = walkIn && (await sessionInScope(ctx.actor, walkIn.sessionId))
    if (!walkIn || !session) return refuse('not-found')
    if (personId && !(await areOfSession(tx, session, [personId]))) return refuse('not-found')
    const { count } = await tx.walkIn.updateMany({
      where: { id: walkInId, settledAt: null },
      data: { settledAt: new Date(), settledById: ctx.actor.personId, personId },
    })
    if (count === 0) return refuse('not-found')
    await recordAudit(tx, ctx, { kind: 'session.walk-in-settled', subjectId: walkInId, regionPath: session.regionPath })
    if (personId) await attend(tx, ctx, { session, personIds: [personId], source: 'QR' })
    return ok(null)
  })
}
