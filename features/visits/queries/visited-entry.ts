import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { reaches } from '@/domain/permissions/reaches'
import { servingAgency } from '@/server/auth/served'
import { shanghaiToday } from '@/server/clock'
import { pool } from '@/server/db/client'
import { isId } from '@/server/db/id'

/** The enterprise that a visit is about to be recorded for: one of the officer's area, or one that the actor's agency serves today; else null. */
export async function visitedEntry(
  actor: Actor,
  entryId: string,
): Promise<{ entryId: string; name: string; isInArea: boolean } | null> {
  if (!isId(entryId)) return null
  const { rows } = await pool.query<{ name: string; path: string }>(
    `SELECT coalesce(n.name, '') AS name, l.path FROM standing t JOIN region l ON l.id = t.leaf_id
     JOIN roster_entry e ON e.id = t.entry_id
     LEFT JOIN enterprise_name n ON n.enterprise_id = e.enterprise_id AND n.retracted_at IS NULL AND n.from_on <= $2::date
       AND (n.to_on IS NULL OR n.to_on > $2::date)
     WHERE t.entry_id = $1`,
    [entryId, shanghaiToday()],
  )
  const [found] = rows
  if (!found) return null
  const isInArea = reaches(actor, found.path)
  if (!isInArea && !(await servingAgency(actor, entryId))) return null
  return { entryId, name: found.name, isInArea }
}
