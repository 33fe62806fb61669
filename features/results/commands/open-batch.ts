import 'server-only'
import type { Context } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { type Outcome, ok, refuse } from '@/server/outcome'
import { type BatchInScope, batchInScope } from '../queries/batch-in-scope'
import { tryLockResults } from './lock-results'

export type OpenRefusal = 'not-found' | 'busy' | 'not-open'

/** The officer's batch, locked, when its rows may be decided about: matched or written, and nothing else of the programme under way. */
export async function openBatch(
  tx: Transaction,
  ctx: Context,
  batchId: string,
): Promise<Outcome<BatchInScope, OpenRefusal>> {
  const seen = await batchInScope(ctx.actor, batchId, tx)
  if (!seen) return refuse('not-found')
  if (!(await tryLockResults(tx, seen.programmeId))) return refuse('busy')
  await tx.$queryRaw`SELECT id FROM result_batch WHERE id = ${batchId}::uuid FOR UPDATE`
  const one = await batchInScope(ctx.actor, batchId, tx)
  if (!one) return refuse('not-found')
  return one.state === 'MATCHED' || one.state === 'WRITTEN' ? ok(one) : refuse('not-open')
}
