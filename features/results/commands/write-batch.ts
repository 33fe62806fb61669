import 'server-only'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import { db, type Transaction } from '@/server/db/client'
import { type Outcome, ok, refuse } from '@/server/outcome'
import { batchOptions } from '../batch-options'
import { batchInScope } from '../queries/batch-in-scope'
import { countRows } from './count-rows'
import { lockResults } from './lock-results'
import { longTransaction } from './long-transaction'
import { leaveResultJob } from './outbox'
import { type Writer, writeRows } from './write-rows'

/** Confirms a matched batch: the worker then writes what is matched. Of two who confirm at once, one is told that it is under way. */
export function confirmBatch(ctx: Context, batchId: string): Promise<Outcome<null, 'not-found' | 'not-matched'>> {
  return ctx.transaction(async (tx) => {
    const one = await batchInScope(ctx.actor, batchId, tx)
    if (!one) return refuse('not-found')
    const { count } = await tx.resultBatch.updateMany({
      where: { id: one.id, state: 'MATCHED' },
      data: { state: 'WRITING', options: { ...batchOptions(one.options), byId: ctx.actor.personId } as object },
    })
    if (count === 0) return refuse('not-matched')
    await leaveResultJob(tx, 'results.write', one.id)
    return ok(null)
  })
}

/**
 * Writes the matched rows of a confirmed batch in one transaction: WRITING → WRITTEN. Runs in the worker; again for a batch that is no
 * longer WRITING it does nothing. When it breaks, the batch is given back to the officer, so that nothing hangs.
 */
export async function writeBatch(batchId: string, requestId: string): Promise<void> {
  try {
    await longTransaction(async (tx) => {
      const one = await tx.resultBatch.findUniqueOrThrow({ where: { id: batchId } })
      await lockResults(tx, one.programmeId)
      const [locked] = await tx.$queryRaw<
        { state: string }[]
      >`SELECT state::text FROM result_batch WHERE id = ${batchId}::uuid FOR UPDATE`
      if (locked?.state !== 'WRITING') return
      const ctx = { actor: { personId: batchOptions(one.options).byId ?? one.createdById }, requestId } as Writer
      await writeRows(tx, ctx, one, null, () => settleBatch(tx, ctx, one))
    })
  } catch (error) {
    await db.resultBatch.updateMany({ where: { id: batchId, state: 'WRITING' }, data: { state: 'MATCHED' } })
    throw error
  }
}

async function settleBatch(
  tx: Transaction,
  ctx: Writer,
  one: { id: string; regionId: string; writtenAt: Date | null },
): Promise<void> {
  const counts = await countRows(tx, one.id)
  await tx.resultBatch.update({
    where: { id: one.id },
    data: { state: 'WRITTEN', writtenAt: one.writtenAt ?? new Date() },
  })
  const { path } = await tx.region.findUniqueOrThrow({ where: { id: one.regionId }, select: { path: true } })
  const detail = { rows: counts.WRITTEN ?? 0 }
  await recordAudit(tx, ctx, { kind: 'results.written', subjectId: one.id, regionPath: path, detail })
}
