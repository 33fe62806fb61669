import 'server-only'
import { addDays } from '@/domain/calendar/day'
import type { Actor } from '@/domain/permissions/actor'
import { scopePatterns } from '@/server/auth/scope'
import { shanghaiToday } from '@/server/clock'
import { pool } from '@/server/db/client'
import { proposals } from './proposals'

export type RosterToday = {
  /** Changes that wait for this officer's decision. */
  toDecide: number
  /** Seats nobody holds, and those of them vacated in the last fortnight. */
  vacant: number
  vacated: number
  /** Imports of the last thirty days that wait for a decision or could not be read. */
  imports: { importId: string; fileName: string; isRefused: boolean }[]
}

/** What the roster of the officer's area asks of them today. */
export async function rosterToday(actor: Actor, programmeId: string): Promise<RosterToday> {
  const today = shanghaiToday()
  const scope = scopePatterns(actor)
  const [open, seats, imports] = await Promise.all([
    proposals(actor, { programmeId }),
    pool.query<{ vacant: number; vacated: number }>(
      `SELECT count(*)::int AS vacant, count(*) FILTER (WHERE EXISTS (SELECT FROM holding h WHERE h.seat_id = s.seat_id AND h.retracted_at IS NULL
         AND h.to_on > $3::date))::int AS vacated
       FROM seat_standing s JOIN standing t ON t.entry_id = s.entry_id JOIN region l ON l.id = t.leaf_id
       WHERE t.programme_id = $1 AND l.path LIKE ANY ($2::text[]) AND s.holder_id IS NULL`,
      [programmeId, scope, addDays(today, -14)],
    ),
    pool.query<RosterToday['imports'][number]>(
      `SELECT i.id AS "importId", i.file_name AS "fileName", i.state = 'REFUSED' AS "isRefused" FROM import i JOIN region r ON r.id = i.region_id
       WHERE i.programme_id = $1 AND r.path LIKE ANY ($2::text[]) AND i.state IN ('STAGED', 'REFUSED') AND i.created_at > now() - interval '30 days'
       ORDER BY i.created_at DESC LIMIT 5`,
      [programmeId, scope],
    ),
  ])
  const [counts] = seats.rows
  return {
    toDecide: open.filter(({ mayDecide }) => mayDecide).length,
    vacant: counts?.vacant ?? 0,
    vacated: counts?.vacated ?? 0,
    imports: imports.rows,
  }
}
