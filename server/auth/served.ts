import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { agencyIds } from '@/domain/permissions/reaches'
import { shanghaiToday } from '@/server/clock'
import { pool } from '@/server/db/client'

/**
 * A roster entry and the agency that serves it, for each contract of the agencies `$1` that runs on the day `$2`: what people of an agency reach. An
 * entry of two contracts is there twice.
 */
export const SERVED = `SELECT x.entry_id, k.agency_id, k.id AS contract_id FROM agency_contract k
  JOIN agency_contract_entry x ON x.contract_id = k.id AND x.retracted_at IS NULL
  WHERE k.agency_id = ANY ($1::uuid[]) AND k.from_on <= $2::date AND k.to_on > $2::date`

/** The agency through which somebody serves this entry today; null for everybody else. */
export async function servingAgency(actor: Actor, entryId: string): Promise<string | null> {
  const agencies = agencyIds(actor)
  if (agencies.length === 0) return null
  const { rows } = await pool.query<{ agencyId: string }>(
    `SELECT s.agency_id AS "agencyId" FROM (${SERVED}) s WHERE s.entry_id = $3 LIMIT 1`,
    [agencies, shanghaiToday(), entryId],
  )
  return rows[0]?.agencyId ?? null
}
