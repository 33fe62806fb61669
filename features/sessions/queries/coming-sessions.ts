import 'server-only'
import { addDays, startOfDay } from '@/domain/calendar/day'
import type { Actor } from '@/domain/permissions/actor'
import { scopePatterns } from '@/server/auth/scope'
import { shanghaiToday } from '@/server/clock'
import { pool } from '@/server/db/client'
import { SESSION_COLUMNS, type SessionRow } from './session-in-scope'

/** Sessions of the officer's area from today on for seven days, and how many at past doors still wait in the queue. */
export async function comingSessions(actor: Actor): Promise<{ sessions: SessionRow[]; waiting: number }> {
  const today = shanghaiToday()
  const [coming, queue] = await Promise.all([
    pool.query<SessionRow>(
      `SELECT ${SESSION_COLUMNS} FROM training_session s JOIN region l ON l.id = s.region_id
       WHERE l.path LIKE ANY ($1::text[]) AND s.cancelled_at IS NULL AND s.starts_at >= $2 AND s.starts_at < $3
       ORDER BY s.starts_at, s.id LIMIT 10`,
      [scopePatterns(actor), startOfDay(today), startOfDay(addDays(today, 7))],
    ),
    pool.query<{ waiting: number }>(
      `SELECT count(*)::int AS waiting FROM walk_in w JOIN training_session s ON s.id = w.session_id JOIN region l ON l.id = s.region_id
       WHERE l.path LIKE ANY ($1::text[]) AND w.settled_at IS NULL`,
      [scopePatterns(actor)],
    ),
  ])
  return { sessions: coming.rows, waiting: queue.rows[0]?.waiting ?? 0 }
}
