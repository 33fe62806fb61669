import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { maskName } from '@/domain/permissions/mask'
import { seesPersonsInFull } from '@/domain/permissions/reaches'
import type { Evidence } from '@/domain/rates/entry-facts'
import { readPatterns } from '@/server/auth/scope'
import { pool } from '@/server/db/client'

/** Where one seat stands now; a rate without a requirement in force is null. */
export type SeatNow = {
  seatId: string
  seatKind: 'HEAD' | 'CLERK'
  holderName: string | null
  training: boolean | null
  awareness: boolean | null
  readiness: boolean | null
  /** The evidence that carries a met rate; null when it is not met. */
  trainingEvidence: Evidence | null
  awarenessEvidence: Evidence | null
  readinessEvidence: Evidence | null
  missing: string[]
}

type Row = SeatNow & { leafPath: string }

/**
 * Where each seat of an entry stands now, heads first: the rows that the tallies count. Empty when the entry is not on the roster
 * now, or not in the officer's scope. Names are masked above the leaf's parent.
 */
export async function entryStanding(actor: Actor, entryId: string): Promise<SeatNow[]> {
  const { rows } = await pool.query<Row>(
    `SELECT s.seat_id AS "seatId", s.kind AS "seatKind", p.name AS "holderName", s.training, s.awareness, s.readiness,
       s.training_evidence AS "trainingEvidence", s.awareness_evidence AS "awarenessEvidence",
       s.readiness_evidence AS "readinessEvidence", s.missing, l.path AS "leafPath"
     FROM standing t JOIN region l ON l.id = t.leaf_id JOIN seat_standing s ON s.entry_id = t.entry_id
     LEFT JOIN person p ON p.id = s.holder_id
     WHERE t.entry_id = $1 AND l.path LIKE ANY($2::text[])
     ORDER BY s.kind, s.seat_id`,
    [entryId, readPatterns(actor)],
  )
  return rows.map(({ leafPath, holderName, ...seat }) => ({
    ...seat,
    holderName: holderName && !seesPersonsInFull(actor, leafPath) ? maskName(holderName) : holderName,
  }))
}
