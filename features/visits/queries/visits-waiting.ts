import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { scopePatterns } from '@/server/auth/scope'
import { pool } from '@/server/db/client'
import { findingCount } from './reserve'

export type VisitsWaiting = {
  waiting: number
  disputed: number
  /** Needs and projects whose day has come. */
  toFollowUp: number
}

/** Visits of the officer's area that wait for the enterprise, those it says did not take place, and what is to be followed up. */
export async function visitsWaiting(actor: Actor, programmeId: string): Promise<VisitsWaiting> {
  const [{ rows }, toFollowUp] = await Promise.all([
    pool.query<{ waiting: number; disputed: number }>(
      `SELECT count(*) FILTER (WHERE v.disputed_at IS NULL)::int AS waiting, count(*) FILTER (WHERE v.disputed_at IS NOT NULL)::int AS disputed
     FROM visit v JOIN standing t ON t.entry_id = v.entry_id JOIN region l ON l.id = t.leaf_id
     WHERE t.programme_id = $1 AND l.path LIKE ANY ($2::text[]) AND v.retracted_at IS NULL AND v.confirmed_on IS NULL`,
      [programmeId, scopePatterns(actor)],
    ),
    findingCount(actor, { programmeId, state: 'due', search: '' }),
  ])
  return { ...(rows[0] ?? { waiting: 0, disputed: 0 }), toFollowUp }
}
