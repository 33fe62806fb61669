import 'server-only'
import type { Writer } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import type { AuditEntry } from './entry'

/**
 * Writes one audit event in the caller's transaction, so that it commits or vanishes with the change it tells of.
 */
export async function recordAudit(tx: Transaction, ctx: Writer, entry: AuditEntry): Promise<void> {
  await tx.auditEvent.create({
    data: {
      id: newId(),
      actorId: ctx.actor?.personId ?? null,
      requestId: ctx.requestId,
      kind: entry.kind,
      subjectId: entry.subjectId ?? null,
      regionPath: entry.regionPath ?? null,
      ...(entry.detail ? { detail: entry.detail } : {}),
    },
  })
}
