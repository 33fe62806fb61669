import type { Actor } from '@/domain/permissions/actor'
import { maskName } from '@/domain/permissions/mask'
import { seesPersonsInFull } from '@/domain/permissions/reaches'
import type { CertificateSnapshot } from '@/domain/certificates/snapshot'
import type { CertificateState } from '@/domain/certificates/validity'
import { scopePatterns } from '@/server/auth/scope'
import { shanghaiToday } from '@/server/clock'
import { db, Prisma } from '@/server/db/client'
import { stateOfRow } from '../certificate-row'

/** A certificate as an officer sees it; the name is masked above the entry's leaf and its parent. */
export type OfficerCertificate = {
  id: string
  name: string
  snapshot: CertificateSnapshot
  state: CertificateState
  revocation: { reason: string; at: Date } | null
}

type Row = {
  id: string
  snapshot: CertificateSnapshot
  reason: string | null
  at: Date | null
  isRetracted: boolean
  leafPaths: string[]
}

const PAGE_ROWS = 50

/**
 * Certificates of persons who hold a seat in the officer's subtree today, newest first.
 *
 * @param wanted one certificate by id or by its whole number, or the page after the id `before`
 * @returns at most 50; `older` is the id to go on from, null at the end
 */
export async function certificatesInScope(
  actor: Actor,
  wanted: { id?: string; serial?: string; before?: string },
): Promise<{ certificates: OfficerCertificate[]; older: string | null }> {
  const today = shanghaiToday()
  const filters = [
    wanted.id ? Prisma.sql`AND c.id = ${wanted.id}::uuid` : Prisma.empty,
    wanted.serial ? Prisma.sql`AND c.serial = ${wanted.serial}` : Prisma.empty,
    wanted.before ? Prisma.sql`AND c.id < ${wanted.before}::uuid` : Prisma.empty,
  ]
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.id, c.snapshot, r.reason, r.at, completion.retracted_at IS NOT NULL AS "isRetracted", scope.paths AS "leafPaths"
    FROM certificate c
    JOIN completion ON completion.id = c.completion_id
    LEFT JOIN revocation r ON r.certificate_id = c.id
    CROSS JOIN LATERAL (
      SELECT array_agg(DISTINCT leaf.path) AS paths
      FROM holding h
      JOIN seat s ON s.id = h.seat_id AND s.retracted_at IS NULL
        AND s.from_on <= ${today}::date AND (s.to_on IS NULL OR s.to_on > ${today}::date)
      JOIN entry_placement p ON p.entry_id = s.entry_id AND p.retracted_at IS NULL
        AND p.from_on <= ${today}::date AND (p.to_on IS NULL OR p.to_on > ${today}::date)
      JOIN region leaf ON leaf.id = p.leaf_id AND leaf.path LIKE ANY (${scopePatterns(actor)}::text[])
      WHERE h.person_id = c.person_id AND h.retracted_at IS NULL
        AND h.from_on <= ${today}::date AND (h.to_on IS NULL OR h.to_on > ${today}::date)
    ) scope
    WHERE scope.paths IS NOT NULL ${Prisma.join(filters, ' ')}
    ORDER BY c.id DESC LIMIT ${PAGE_ROWS + 1}`
  const page = rows.slice(0, PAGE_ROWS)
  const older = rows.length > PAGE_ROWS ? (page.at(-1)?.id ?? null) : null
  return { certificates: page.map((row) => seenBy(actor, row, today)), older }
}

function seenBy(actor: Actor, row: Row, today: string): OfficerCertificate {
  const { id, snapshot, reason, at, isRetracted, leafPaths } = row
  const revocation = reason !== null && at !== null ? { reason, at } : null
  const isInFull = leafPaths.some((path) => seesPersonsInFull(actor, path))
  return {
    id,
    name: isInFull ? snapshot.personName : maskName(snapshot.personName),
    snapshot,
    state: stateOfRow({ snapshot, revocation }, isRetracted, today),
    revocation,
  }
}
