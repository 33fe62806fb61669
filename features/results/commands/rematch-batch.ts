import 'server-only'
import type { Context } from '@/server/context'
import { type Outcome, ok } from '@/server/outcome'
import { leaveResultJob } from './outbox'
import { openBatch, type OpenRefusal } from './open-batch'

/** Asks the worker to match the batch anew, as the roster may have changed; rows that are written, decided or aside stay as they are. */
export function rematchBatch(ctx: Context, batchId: string): Promise<Outcome<null, OpenRefusal>> {
  return ctx.transaction(async (tx) => {
    const opened = await openBatch(tx, ctx, batchId)
    if (!opened.ok) return opened
    // What was decided and found nothing to count is tried again when the batch is written.
    await tx.resultRow.updateMany({
      where: { batchId, how: 'decided', state: { in: ['UNCOUNTED', 'REPEATED'] } },
      data: { state: 'MATCHED', reasons: [] },
    })
    await tx.resultBatch.update({ where: { id: batchId }, data: { state: 'MATCHING', rowsDone: 0 } })
    await leaveResultJob(tx, 'results.match', batchId)
    return ok(null)
  })
}
