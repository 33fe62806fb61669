import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { agencyIds, lectures, reaches } from '@/domain/permissions/reaches'
import { pool } from '@/server/db/client'
import { isId } from '@/server/db/id'

export type SessionRow = {
  id: string
  programmeId: string
  regionPath: string
  regionName: string
  title: string
  courseSlug: string
  place: string
  startsAt: Date
  endsAt: Date
  token: string
  /** Who holds it and who speaks, when it is an agency and a lecturer. */
  agencyId: string | null
  lecturerId: string | null
  /** Whether the door is open by the database's clock: from an hour before to half an hour after. */
  isOpen: boolean
  isCancelled: boolean
  /** Whether those who are there are asked to sit the course's exam before they go. */
  hasExitExam: boolean
}

/** The columns of a session `s` at a region `l`. */
export const SESSION_COLUMNS = `s.id, s.programme_id AS "programmeId", l.path AS "regionPath", l.name AS "regionName", s.title, s.course_slug AS "courseSlug",
  s.place, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.token, s.agency_id AS "agencyId", s.lecturer_id AS "lecturerId", s.cancelled_at IS NOT NULL AS "isCancelled", s.has_exit_exam AS "hasExitExam",
  (s.cancelled_at IS NULL AND clock_timestamp() BETWEEN s.starts_at - interval '1 hour' AND s.ends_at + interval '30 minutes') AS "isOpen"`

/** A session of the officer's area; null for others and for none. */
export async function sessionInScope(actor: Actor, sessionId: string): Promise<SessionRow | null> {
  const found = await sessionById(sessionId)
  return found && reaches(actor, found.regionPath) ? found : null
}

async function sessionById(sessionId: string): Promise<SessionRow | null> {
  if (!isId(sessionId)) return null
  const { rows } = await pool.query<SessionRow>(
    `SELECT ${SESSION_COLUMNS} FROM training_session s JOIN region l ON l.id = s.region_id WHERE s.id = $1`,
    [sessionId],
  )
  return rows[0] ?? null
}

/**
 * A session that somebody holds: of the officer's area, of the agency they work for, or where they are the lecturer. `isInArea`: they may call the roll and
 * see names; the others see how many are there and nobody.
 */
export async function sessionHosted(
  actor: Actor,
  sessionId: string,
): Promise<{ session: SessionRow; isInArea: boolean } | null> {
  const session = await sessionById(sessionId)
  if (!session) return null
  const isInArea = reaches(actor, session.regionPath)
  const isOwn =
    agencyIds(actor).some((id) => id === session.agencyId) || (lectures(actor) && session.lecturerId === actor.personId)
  return isInArea || isOwn ? { session, isInArea } : null
}

/** The session whose code hangs at the door; null when there is none. */
export async function sessionByToken(token: string): Promise<SessionRow | null> {
  const { rows } = await pool.query<SessionRow>(
    `SELECT ${SESSION_COLUMNS} FROM training_session s JOIN region l ON l.id = s.region_id WHERE s.token = $1`,
    [token],
  )
  return rows[0] ?? null
}
