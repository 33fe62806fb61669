import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { missingEssential } from '@/domain/start/steps'
import { pool } from '@/server/db/client'
import { startRegion } from './start-facts'

const ESSENTIALS = `
  SELECT (SELECT count(*)::int FROM (SELECT 1 FROM region WHERE kind IN ('COUNTY', 'ZONE') AND closed_on IS NULL LIMIT 1) x) AS counties,
    (SELECT count(*)::int FROM (SELECT 1 FROM programme LIMIT 1) x) AS programmes,
    (SELECT coalesce(sum(t.entries), 0)::int FROM tally t JOIN region r ON r.id = t.leaf_id WHERE r.path LIKE $1) AS entries`

/** Whether something is missing without which this officer's area has no rates: then the first steps are shown first. */
export async function isStartDue(actor: Actor): Promise<boolean> {
  const region = await startRegion(actor)
  if (!region) return false
  const { rows } = await pool.query<{ counties: number; programmes: number; entries: number }>(ESSENTIALS, [
    `${region.path}%`,
  ])
  return rows[0] !== undefined && missingEssential(rows[0]) !== null
}
