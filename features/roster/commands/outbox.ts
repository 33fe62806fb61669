import 'server-only'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'

export type ImportJob = 'import.stage' | 'import.confirm' | 'import.undo'

/** Leaves the worker a job about an import, in the caller's transaction. */
export async function leaveImportJob(tx: Transaction, kind: ImportJob, importId: string): Promise<void> {
  const id = newId()
  await tx.outbox.create({ data: { id, kind, key: `${kind}:${importId}:${id}`, payload: { importId } } })
}
