import type { CertificateSnapshot } from '@/domain/certificates/snapshot'
import type { CertificateState } from '@/domain/certificates/validity'
import type { Actor } from '@/domain/permissions/actor'
import { shanghaiToday } from '@/server/clock'
import { db } from '@/server/db/client'
import { CERTIFICATE_SELECT, snapshotOfRow, stateOfRow, verifyPath } from '../certificate-row'

/** One certificate of the actor's own. */
export type MyCertificate = { id: string; verifyPath: string; snapshot: CertificateSnapshot; state: CertificateState }

/** The actor's own certificates, newest first. */
export async function myCertificates(actor: Actor): Promise<MyCertificate[]> {
  const rows = await db.certificate.findMany({
    where: { personId: actor.personId },
    orderBy: { issuedAt: 'desc' },
    select: CERTIFICATE_SELECT,
  })
  const retracted = await db.completion.findMany({
    where: { id: { in: rows.map((row) => row.completionId) }, NOT: { retractedAt: null } },
    select: { id: true },
  })
  const gone = new Set(retracted.map(({ id }) => id))
  return rows.map((row) => ({
    id: row.id,
    verifyPath: verifyPath(row.token),
    snapshot: snapshotOfRow(row),
    state: stateOfRow(row, gone.has(row.completionId), shanghaiToday()),
  }))
}
