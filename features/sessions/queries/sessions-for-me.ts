import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { pool } from '@/server/db/client'
import { seatKindsOf } from '../course-kinds'
import { SESSION_COLUMNS, type SessionRow } from './session-in-scope'

/** A session that somebody is invited to, and whether they said that they will come. */
export type Invitation = SessionRow & { isSignedUp: boolean }

const DAYS_AHEAD = 30

/**
 * Sessions of the next thirty days that are not over, of areas where the actor holds a seat that the course is for; the first to come first. Cancelled ones only for
 * whoever said that they will come, so that nobody stands before a shut door. By a link: for its own holding alone.
 */
export async function sessionsForMe(actor: Actor, sessionId: string | null = null): Promise<Invitation[]> {
  const { rows } = await pool.query<Invitation & { kinds: ('HEAD' | 'CLERK')[] }>(
    `SELECT ${SESSION_COLUMNS}, mine.kinds,
       EXISTS (SELECT FROM session_sign_up u WHERE u.session_id = s.id AND u.person_id = $1) AS "isSignedUp"
     FROM training_session s JOIN region l ON l.id = s.region_id
     JOIN LATERAL (SELECT array_agg(DISTINCT z.kind::text) AS kinds FROM seat_standing z JOIN standing t ON t.entry_id = z.entry_id
       JOIN region r ON r.id = t.leaf_id
       WHERE z.holder_id = $1 AND t.programme_id = s.programme_id AND r.path LIKE l.path || '%'
         AND ($2::uuid IS NULL OR z.holding_id = $2::uuid)) mine ON mine.kinds IS NOT NULL
     WHERE (s.cancelled_at IS NULL OR ($3::uuid IS NULL AND EXISTS (SELECT FROM session_sign_up u WHERE u.session_id = s.id AND u.person_id = $1)))
       AND s.ends_at > clock_timestamp() AND s.starts_at < clock_timestamp() + make_interval(days => ${DAYS_AHEAD})
       AND ($3::uuid IS NULL OR s.id = $3::uuid)
     ORDER BY s.starts_at, s.id LIMIT 10`,
    [actor.personId, actor.via === 'link' ? actor.holdingId : null, sessionId],
  )
  return rows
    .filter(({ kinds, courseSlug }) => seatKindsOf(courseSlug).some((kind) => kinds.includes(kind)))
    .map(({ kinds: _, ...invitation }) => invitation)
}
