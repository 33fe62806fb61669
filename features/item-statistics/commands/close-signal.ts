import 'server-only'
import { recordAudit } from '@/server/audit/record'
import { databaseNow } from '@/server/clock'
import type { Context } from '@/server/context'
import { ok, type Outcome, refuse } from '@/server/outcome'
import { isSignalInReach } from '../queries/signals'

/**
 * Writes down what asking brought and closes a signal. It changes nothing about the attempt, its result or the completion.
 *
 * Refuses, and writes nothing, what is not of the officer's area or closed before ('not-found').
 */
export async function closeSignal(
  ctx: Context,
  { signalId, note }: { signalId: string; note: string },
): Promise<Outcome<null, 'not-found'>> {
  if (!(await isSignalInReach(ctx.actor, signalId))) return refuse('not-found')
  return ctx.transaction(async (tx) => {
    const { count } = await tx.attemptSignal.updateMany({
      where: { id: signalId, closedAt: null },
      data: { closedAt: await databaseNow(tx), closedById: ctx.actor.personId, closedNote: note },
    })
    if (count === 0) return refuse('not-found')
    await recordAudit(tx, ctx, { kind: 'signal.closed', subjectId: signalId })
    return ok(null)
  })
}
