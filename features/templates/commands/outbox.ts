import 'server-only'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'

/** Leaves the worker a job about a template or a run, in the caller's transaction. */
export async function leaveTemplateJob(
  tx: Transaction,
  kind: 'template.check' | 'document.fill',
  subjectId: string,
): Promise<void> {
  await tx.outbox.create({ data: { id: newId(), kind, key: `${kind}:${subjectId}`, payload: { subjectId } } })
}
