import { maskName } from '@/domain/permissions/mask'
import type { CertificateSnapshot } from '@/domain/certificates/snapshot'
import type { CertificateState } from '@/domain/certificates/validity'
import { shanghaiToday } from '@/server/clock'
import { db } from '@/server/db/client'
import { CERTIFICATE_SELECT, snapshotOfRow, stateOfRow, TOKEN_PATTERN } from '../certificate-row'

/** What anybody with the token may see: no full name, no enterprise, no reason of a revocation. */
export type PublicCertificate = Pick<
  CertificateSnapshot,
  'serial' | 'courseTitle' | 'examTitle' | 'happenedOn' | 'issuedOn' | 'validUntilOn' | 'labs'
> & { maskedName: string; state: CertificateState; revokedAt: Date | null }

/** The certificate behind a verification token; null for any other text. */
export async function publicCertificate(token: string): Promise<PublicCertificate | null> {
  if (!TOKEN_PATTERN.test(token)) return null
  const row = await db.certificate.findUnique({ where: { token }, select: CERTIFICATE_SELECT })
  if (!row) return null
  const completion = await db.completion.findUnique({ where: { id: row.completionId }, select: { retractedAt: true } })
  const retractedAt = completion?.retractedAt ?? null
  const { serial, courseTitle, examTitle, happenedOn, issuedOn, validUntilOn, labs, personName } = snapshotOfRow(row)
  return {
    serial,
    courseTitle,
    examTitle,
    happenedOn,
    issuedOn,
    validUntilOn,
    labs,
    maskedName: maskName(personName),
    state: stateOfRow(row, retractedAt !== null, shanghaiToday()),
    revokedAt: row.revocation?.at ?? retractedAt,
  }
}
