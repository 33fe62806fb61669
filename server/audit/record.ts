import 'server-only'
import type { Writer } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import type { AuditEntry } from './entry'

/**
 * Writes one audit event in the caller's transaction, so that it commits or vanishes with the change it tells of.
 */
export async function recordAudit(tx: Transaction, ctx: Writer, entry: AuditEntry): Promise<void> {
  const { kind, subjectId = null, regionPath = null, detail } = entry
  await tx.$executeRaw`
    /* prepared: audit-event */
    INSERT INTO audit_event (id, actor_id, request_id, kind, subject_id, region_path, detail)
    VALUES (${newId()}::uuid, ${ctx.actor?.personId ?? null}::uuid, ${ctx.requestId}, ${kind}, ${subjectId}, ${regionPath},
      ${detail ? JSON.stringify(detail) : null}::jsonb)`
}
