import 'server-only'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'

export type ResultJob = 'results.read' | 'results.match' | 'results.write' | 'results.retract'

/** Leaves the worker a job about a batch, in the caller's transaction. */
export async function leaveResultJob(tx: Transaction, kind: ResultJob, batchId: string): Promise<void> {
  const id = newId()
  await tx.outbox.create({ data: { id, kind, key: `${kind}:${batchId}:${id}`, payload: { batchId } } })
}
