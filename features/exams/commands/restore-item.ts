import 'server-only'
import { recordAudit } from '@/server/audit/record'
import { databaseNow } from '@/server/clock'
import type { Context } from '@/server/context'
import { ok, type Outcome, refuse } from '@/server/outcome'

/**
 * Puts a withdrawn question back into use from now on. What was graded again because of it stays as it is.
 *
 * Refuses what is not withdrawn ('not-found').
 */
export function restoreItem(
  ctx: Context,
  { course, questionId, reason }: { course: string; questionId: string; reason: string },
): Promise<Outcome<null, 'not-found'>> {
  return ctx.transaction(async (tx) => {
    const restored = { restoredAt: await databaseNow(tx), restoredById: ctx.actor.personId, restoreReason: reason }
    const [withdrawal] = await tx.itemWithdrawal.updateManyAndReturn({
      where: { course, questionId, restoredAt: null },
      data: restored,
      select: { id: true },
    })
    if (!withdrawal) return refuse('not-found')
    await recordAudit(tx, ctx, {
      kind: 'item.restored',
      subjectId: withdrawal.id,
      detail: { course, question: questionId },
    })
    return ok(null)
  })
}
