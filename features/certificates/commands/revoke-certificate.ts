import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import { db } from '@/server/db/client'
import { ok, type Outcome, refuse } from '@/server/outcome'
import { certificateAccess } from '../queries/certificate-access'

/**
 * Revokes a certificate of somebody in the officer's scope, with a reason; the verification page says so at once. Final.
 * Refuses, and writes nothing: out of scope or unknown ('not-found'), revoked before ('already-revoked').
 *
 * Nobody revokes their own.
 */
export async function revokeCertificate(
  ctx: Context,
  input: { certificateId: string; reason: string },
): Promise<Outcome<null, 'not-found' | 'already-revoked'>> {
  const certificate = await db.certificate.findUnique({
    where: { id: input.certificateId },
    select: { personId: true },
  })
  if (!certificate) return refuse('not-found')
  const { actor } = ctx
  const isOfficersMatter =
    actor.personId !== certificate.personId && (await certificateAccess(actor, certificate.personId)) !== 'none'
  if (!isOfficersMatter) return refuse('not-found')

  return ctx.transaction(async (tx) => {
    const rows = await tx.$queryRaw<unknown[]>`
      INSERT INTO revocation (certificate_id, reason, by, at)
      VALUES (${input.certificateId}::uuid, ${input.reason}, ${actor.personId}::uuid, clock_timestamp())
      ON CONFLICT (certificate_id) DO NOTHING RETURNING 1`
    if (rows.length === 0) return refuse('already-revoked')
    await recordAudit(tx, ctx, { kind: 'certificate.revoked', subjectId: input.certificateId })
    return ok(null)
  })
}
