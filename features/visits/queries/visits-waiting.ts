import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { scopePatterns } from '@/server/auth/scope'
import { pool } from '@/server/db/client'

/** Visits of the officer's area that wait for the enterprise, and those it says did not take place. */
export async function visitsWaiting(actor: Actor, programmeId: string): Promise<{ waiting: number; disputed: number }> {
  const { rows } = await pool.query<{ waiting: number; disputed: number }>(
    `SELECT count(*) FILTER (WHERE v.disputed_at IS NULL)::int AS waiting, count(*) FILTER (WHERE v.disputed_at IS NOT NULL)::int AS disputed
     FROM visit v JOIN standing t ON t.entry_id = v.entry_id JOIN region l ON l.id = t.leaf_id
     WHERE t.programme_id = $1 AND l.path LIKE ANY ($2::text[]) AND v.retracted_at IS NULL AND v.confirmed_on IS NULL`,
    [programmeId, scopePatterns(actor)],
  )
  return rows[0] ?? { waiting: 0, disputed: 0 }
}
