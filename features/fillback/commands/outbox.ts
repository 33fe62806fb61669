import 'server-only'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'

/** Leaves the worker a job about a fill-back, in the caller's transaction. */
export async function leaveFillBackJob(
  tx: Transaction,
  kind: 'fill-back.read' | 'fill-back.fill',
  fillBackId: string,
): Promise<void> {
  const id = newId()
  await tx.outbox.create({ data: { id, kind, key: `${kind}:${fillBackId}:${id}`, payload: { fillBackId } } })
}
