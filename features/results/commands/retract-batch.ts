import 'server-only'
import { retractImportedCompletions } from '@/features/standing/commands/imported-completions'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import { db, type Transaction } from '@/server/db/client'
import { type Outcome, ok, refuse } from '@/server/outcome'
import { batchOptions } from '../batch-options'
import { sourceOf } from '../source-of'
import { batchInScope } from '../queries/batch-in-scope'
import { countRows } from './count-rows'
import { lockResults } from './lock-results'
import { longTransaction } from './long-transaction'
import { leaveResultJob } from './outbox'
import { restoreRepeated } from './restore-repeated'
import type { Writer } from './write-rows'

/** Asks the worker to take a written batch back. */
export function requestRetract(ctx: Context, batchId: string): Promise<Outcome<null, 'not-found' | 'not-written'>> {
  return ctx.transaction(async (tx) => {
    const one = await batchInScope(ctx.actor, batchId, tx)
    if (!one) return refuse('not-found')
    const options = { ...batchOptions(one.options), byId: ctx.actor.personId }
    const { count } = await tx.resultBatch.updateMany({
      where: { id: one.id, state: 'WRITTEN' },
      data: { state: 'RETRACTING', options: options as object },
    })
    if (count === 0) return refuse('not-written')
    await leaveResultJob(tx, 'results.retract', one.id)
    return ok(null)
  })
}

/**
 * Takes everything a batch wrote back in one transaction: RETRACTING → RETRACTED. Its rows free their keys, so that the same file brought
 * in again counts again, and what another written batch proved as well counts there. Runs in the worker; again for a batch that is not RETRACTING it does nothing.
 */
export async function retractBatch(batchId: string, requestId: string): Promise<void> {
  try {
    await longTransaction(async (tx) => {
      const one = await tx.resultBatch.findUniqueOrThrow({ where: { id: batchId } })
      await lockResults(tx, one.programmeId)
      const [locked] = await tx.$queryRaw<
        { state: string }[]
      >`SELECT state::text FROM result_batch WHERE id = ${batchId}::uuid FOR UPDATE`
      if (locked?.state !== 'RETRACTING') return
      const ctx = { actor: { personId: batchOptions(one.options).byId ?? one.createdById }, requestId } as Writer
      await takeBack(tx, ctx, one)
    })
  } catch (error) {
    await db.resultBatch.updateMany({ where: { id: batchId, state: 'RETRACTING' }, data: { state: 'WRITTEN' } })
    throw error
  }
}

type Retracted = { id: string; programmeId: string; regionId: string }

async function takeBack(tx: Transaction, ctx: Writer, batch: Retracted): Promise<void> {
  const by = ctx.actor.personId
  const persons = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT person_id AS id FROM result_row WHERE batch_id = ${batch.id}::uuid AND state = 'WRITTEN'`
  await tx.$executeRaw`
    UPDATE sign_up SET retracted_at = clock_timestamp(), retracted_by_id = ${by}::uuid
    WHERE batch_id = ${batch.id}::uuid AND retracted_at IS NULL`
  const freed = await tx.$queryRaw<{ rowKey: Uint8Array | null }[]>`
    UPDATE result_row SET state = 'MATCHED' WHERE batch_id = ${batch.id}::uuid AND state = 'WRITTEN' RETURNING row_key AS "rowKey"`
  await countRows(tx, batch.id)
  await tx.resultBatch.update({
    where: { id: batch.id },
    data: { state: 'RETRACTED', retractedAt: new Date(), retractedById: by },
  })
  const { path } = await tx.region.findUniqueOrThrow({ where: { id: batch.regionId }, select: { path: true } })
  await recordAudit(tx, ctx, { kind: 'results.retracted', subjectId: batch.id, regionPath: path })
  const personIds = persons.map(({ id }) => id)
  await retractImportedCompletions(tx, ctx, { importId: batch.id, personIds, sources: [sourceOf(batch.id)] })
  const keys = freed.map(({ rowKey }) => rowKey)
  await restoreRepeated(tx, ctx, batch, keys)
}
