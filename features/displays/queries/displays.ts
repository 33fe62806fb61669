import 'server-only'
import { addDays } from '@/domain/calendar/day'
import type { Actor } from '@/domain/permissions/actor'
import { scopePatterns } from '@/server/auth/scope'
import { shanghaiToday } from '@/server/clock'
import { tokenHmac } from '@/server/crypto/token'
import { pool } from '@/server/db/client'

export type DisplayLine = { displayId: string; label: string; place: string; lastOn: string; isOver: boolean }

/** Addresses of the officer's area that were not taken back, the latest first. */
export async function displayList(actor: Actor): Promise<DisplayLine[]> {
  const { rows } = await pool.query<Omit<DisplayLine, 'lastOn'> & { toOn: string }>(
    `SELECT d.id AS "displayId", d.label, r.name AS place, d.to_on::text AS "toOn", d.to_on <= $2::date AS "isOver"
     FROM display_link d JOIN region r ON r.id = d.region_id
     WHERE d.retracted_at IS NULL AND r.path LIKE ANY ($1::text[]) ORDER BY d.recorded_at DESC, d.id LIMIT 100`,
    [scopePatterns(actor), shanghaiToday()],
  )
  return rows.map(({ toOn, ...line }) => ({ ...line, lastOn: addDays(toOn, -1) }))
}

/** What an address shows: the region and the programme; null when there is none, it was taken back, or its last day is over. */
export async function displayByToken(
  token: string,
): Promise<{ programmeId: string; region: { id: string; path: string; name: string } } | null> {
  const { rows } = await pool.query<{ programmeId: string; id: string; path: string; name: string }>(
    `SELECT d.programme_id AS "programmeId", r.id, r.path, r.name FROM display_link d JOIN region r ON r.id = d.region_id
     WHERE d.token_hmac = $1 AND d.retracted_at IS NULL AND d.to_on > $2::date`,
    [tokenHmac('display', token), shanghaiToday()],
  )
  const [found] = rows
  if (!found) return null
  const { programmeId, ...region } = found
  return { programmeId, region }
}
