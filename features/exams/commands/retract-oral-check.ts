import 'server-only'
import { retractCompletion } from '@/features/standing/commands/retract-completion'
import { recordAudit } from '@/server/audit/record'
import { databaseNow } from '@/server/clock'
import type { Context } from '@/server/context'
import { ok, type Outcome, refuse } from '@/server/outcome'
import { checkOfOfficer } from '../queries/check-of-officer'
import { lockPerson } from './close-attempt'

/**
 * Takes back a check that was recorded wrongly, with the reason; it stays stored and counts no more, neither as a completion nor as
 * a try. For officers of the area; nobody takes back what was asked of themself.
 *
 * Refuses, and writes nothing, what is not theirs, not recorded, or taken back before ('not-found').
 */
export function retractOralCheck(
  ctx: Context,
  { checkId, reason }: { checkId: string; reason: string },
): Promise<Outcome<null, 'not-found'>> {
  return ctx.transaction(async (tx) => {
    const check = await checkOfOfficer(tx, ctx.actor, checkId)
    if (!check) return refuse('not-found')
    await lockPerson(tx, check.personId)
    const { count } = await tx.oralCheck.updateMany({
      where: { id: checkId, state: 'SUBMITTED', retractedAt: null },
      data: { retractedAt: await databaseNow(tx), retractedById: ctx.actor.personId, retractReason: reason },
    })
    if (count === 0) return refuse('not-found')
    await recordAudit(tx, ctx, { kind: 'oral-check.retracted', subjectId: checkId, regionPath: check.leafPath })
    const { completionId } = await tx.oralCheck.findUniqueOrThrow({
      where: { id: checkId },
      select: { completionId: true },
    })
    // Taken back by another way before, it needs no more.
    if (completionId) await retractCompletion(tx, ctx, completionId)
    return ok(null)
  })
}
