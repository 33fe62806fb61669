import 'server-only'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import { dropFile } from '@/server/files/stored-file'
import { type Outcome, ok, refuse } from '@/server/outcome'
import { batchInScope } from '../queries/batch-in-scope'

/** Gives up a batch of which nothing was written: its rows and file go, its line in the list stays. */
export function cancelBatch(ctx: Context, batchId: string): Promise<Outcome<null, 'not-found' | 'too-late'>> {
  return ctx.transaction(async (tx) => {
    const one = await batchInScope(ctx.actor, batchId, tx)
    if (!one) return refuse('not-found')
    const { count } = await tx.resultBatch.updateMany({
      where: {
        id: batchId,
        writtenAt: null,
        state: { in: ['UPLOADED', 'READING', 'READ', 'MATCHING', 'MATCHED', 'REFUSED'] },
      },
      data: { state: 'CANCELLED' },
    })
    if (count === 0) return refuse('too-late')
    await tx.resultRow.deleteMany({ where: { batchId } })
    await dropFile(tx, batchId)
    await recordAudit(tx, ctx, { kind: 'results.cancelled', subjectId: batchId, regionPath: one.region.path })
    return ok(null)
  })
}
