import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { pool } from '@/server/db/client'
import { exitExam } from '../exit-exam'
import { SESSION_COLUMNS, type SessionRow } from './session-in-scope'

const DAYS_AFTER = 7

/** Of those who were there, how many have passed the session's exam by now, then or before; null when it has none. No names: for the wall. */
export async function exitExamCount(session: SessionRow): Promise<number | null> {
  const exam = exitExam(session)
  if (!exam) return null
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM attendance a WHERE a.session_id = $1 AND a.retracted_at IS NULL AND EXISTS (
       SELECT FROM completion c WHERE c.person_id = a.person_id AND c.subject_kind = 'EXAM' AND c.slug = $2 AND c.retracted_at IS NULL)`,
    [session.id, exam.slug],
  )
  return rows[0]?.count ?? 0
}

/** The exams that the actor was asked to sit at a session of the last week where they were, and has not passed yet. */
export async function exitExamsForMe(
  actor: Actor,
): Promise<{ session: SessionRow; exam: { slug: string; title: string } }[]> {
  const { rows } = await pool.query<SessionRow>(
    `SELECT ${SESSION_COLUMNS} FROM attendance a JOIN training_session s ON s.id = a.session_id JOIN region l ON l.id = s.region_id
     WHERE a.person_id = $1 AND a.retracted_at IS NULL AND s.has_exit_exam AND s.cancelled_at IS NULL
       AND s.ends_at > clock_timestamp() - make_interval(days => ${DAYS_AFTER})
     ORDER BY s.starts_at DESC LIMIT 5`,
    [actor.personId],
  )
  const asked = rows.flatMap((session) => {
    const exam = exitExam(session)
    return exam ? [{ session, exam }] : []
  })
  if (asked.length === 0) return []
  const passed = await pool.query<{ slug: string }>(
    `SELECT DISTINCT slug FROM completion WHERE person_id = $1 AND subject_kind = 'EXAM' AND retracted_at IS NULL`,
    [actor.personId],
  )
  const known = new Set(passed.rows.map(({ slug }) => slug))
  return asked.filter(({ exam }) => !known.has(exam.slug))
}
