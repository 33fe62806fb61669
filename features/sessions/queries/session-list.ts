import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { agencyIds, lectures } from '@/domain/permissions/reaches'
import { scopePatterns } from '@/server/auth/scope'
import { pool } from '@/server/db/client'
import { SESSION_COLUMNS, type SessionRow } from './session-in-scope'

export type SessionLine = SessionRow & { present: number; waiting: number }

/** Sessions of the officer's area, of one's agency, or where one is the lecturer, coming ones first, then the latest; at most a hundred. */
export async function sessionList(actor: Actor): Promise<SessionLine[]> {
  const { rows } = await pool.query<SessionLine>(
    `SELECT ${SESSION_COLUMNS},
       (SELECT count(*)::int FROM attendance a WHERE a.session_id = s.id AND a.retracted_at IS NULL) AS present,
       (SELECT count(*)::int FROM walk_in w WHERE w.session_id = s.id AND w.settled_at IS NULL) AS waiting
     FROM training_session s JOIN region l ON l.id = s.region_id
     WHERE l.path LIKE ANY ($1::text[]) OR s.agency_id = ANY ($2::uuid[]) OR s.lecturer_id = $3::uuid
     ORDER BY (s.ends_at < clock_timestamp()), CASE WHEN s.ends_at < clock_timestamp() THEN NULL ELSE s.starts_at END, s.starts_at DESC, s.id
     LIMIT 100`,
    [scopePatterns(actor), agencyIds(actor), lectures(actor) ? actor.personId : null],
  )
  return rows
}
