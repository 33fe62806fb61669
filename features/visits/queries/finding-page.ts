import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { maskName } from '@/domain/permissions/mask'
import { reaches, seesPersonsInFull } from '@/domain/permissions/reaches'
import { shanghaiToday } from '@/server/clock'
import { pool } from '@/server/db/client'
import { isId } from '@/server/db/id'
import { FOUND_COLUMNS, FOUND_JOINS, type Finding } from './reserve'

export type FollowUpLine = {
  followUpId: string
  doneOn: string
  text: string
  nextOn: string | null
  isClosed: boolean
  by: string
}

/** One need or project with what was done about it, the latest first; null outside the officer's area. */
export async function findingPage(
  actor: Actor,
  findingId: string,
): Promise<{ finding: Finding; followUps: FollowUpLine[] } | null> {
  if (!isId(findingId)) return null
  const { rows } = await pool.query<Finding & { path: string }>(
    `SELECT ${FOUND_COLUMNS}, l.path ${FOUND_JOINS} WHERE f.id = $2 AND f.retracted_at IS NULL`,
    [shanghaiToday(), findingId],
  )
  const [found] = rows
  if (!found || !reaches(actor, found.path)) return null
  const { path, ...finding } = found
  const notes = await pool.query<FollowUpLine & { isMine: boolean }>(
    `SELECT u.id AS "followUpId", u.done_on::text AS "doneOn", u.text, u.next_on::text AS "nextOn", u.is_closed AS "isClosed", p.name AS by,
       u.recorded_by_id = $2 AS "isMine"
     FROM finding_follow_up u JOIN person p ON p.id = u.recorded_by_id WHERE u.finding_id = $1 ORDER BY u.recorded_at DESC, u.id DESC`,
    [findingId, actor.personId],
  )
  const followUps = notes.rows.map(({ isMine, by, ...note }) => ({
    ...note,
    by: isMine || seesPersonsInFull(actor, path) ? by : maskName(by),
  }))
  return { finding, followUps }
}
