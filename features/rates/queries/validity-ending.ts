import 'server-only'
import { addDays } from '@/domain/calendar/day'
import type { Actor } from '@/domain/permissions/actor'
import { scopePatterns } from '@/server/auth/scope'
import { shanghaiToday } from '@/server/clock'
import { pool } from '@/server/db/client'

/** How many days ahead is looked. */
export const ENDING_WITHIN_DAYS = 30

/**
 * Seats whose holder has something that ends within thirty days: the time line already says that more will be missing then, with the same holder. The first
 * of those days, too.
 */
export async function validityEnding(
  actor: Actor,
  programmeId: string,
): Promise<{ seats: number; firstOn: string | null }> {
  const today = shanghaiToday()
  const { rows } = await pool.query<{ seats: number; firstOn: string | null }>(
    `SELECT count(DISTINCT a.seat_id)::int AS seats, to_char(min(a.to_on), 'YYYY-MM-DD') AS "firstOn"
     FROM standing_interval a JOIN region l ON l.id = a.leaf_id
     JOIN standing_interval b ON b.entry_id = a.entry_id AND b.seat_id = a.seat_id AND b.from_on = a.to_on AND b.holder_id = a.holder_id
       AND cardinality(b.missing) > cardinality(a.missing)
     WHERE a.programme_id = $1 AND l.path LIKE ANY ($2::text[]) AND a.to_on > $3::date AND a.to_on <= $4::date AND a.seat_id IS NOT NULL`,
    [programmeId, scopePatterns(actor), today, addDays(today, ENDING_WITHIN_DAYS)],
  )
  return rows[0] ?? { seats: 0, firstOn: null }
}
