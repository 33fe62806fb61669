import { type CertificateState, certificateState } from '@/domain/certificates/validity'
import type { CertificateSnapshot } from '@/domain/certificates/snapshot'

/** The columns that every reading of a certificate needs. */
export const CERTIFICATE_SELECT = {
  id: true,
  personId: true,
  completionId: true,
  token: true,
  snapshot: true,
  revocation: { select: { reason: true, at: true } },
} as const

type Row = { snapshot: unknown; revocation: { reason: string; at: Date } | null }

/** The snapshot column under its type; only `issueCertificate` writes it. */
export function snapshotOfRow(row: Pick<Row, 'snapshot'>): CertificateSnapshot {
  return row.snapshot as CertificateSnapshot
}

/**
 * The state of a stored certificate on a day.
 * @param isRetracted whether the completion it stands on was retracted: then it counts as revoked
 */
export function stateOfRow(row: Row, isRetracted: boolean, today: string): CertificateState {
  const { validUntilOn } = snapshotOfRow(row)
  return certificateState({ validUntilOn, isRevoked: row.revocation !== null || isRetracted }, today)
}

/** The address of the public verification page, below the origin. */
export function verifyPath(token: string): `/verify/${string}` {
  return `/verify/${token}`
}

/** What a token looks like: 128 bits in URL-safe base64. */
export const TOKEN_PATTERN = /^[A-Za-z0-9_-]{22}$/
