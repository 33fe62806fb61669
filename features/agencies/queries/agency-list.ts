import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { scopePatterns } from '@/server/auth/scope'
import { shanghaiToday } from '@/server/clock'
import { pool } from '@/server/db/client'

export type AgencyLine = {
  agencyId: string
  name: string
  place: string
  /** Contracts that run today, and the enterprises on them, each once. */
  running: number
  enterprises: number
  members: number
}

/** Agencies that the officer's area commissioned, by name. */
export async function agencyList(actor: Actor): Promise<AgencyLine[]> {
  const { rows } = await pool.query<AgencyLine>(
    `SELECT k.id AS "agencyId", k.name, r.name AS place,
       (SELECT count(*)::int FROM agency_contract c WHERE c.agency_id = k.id AND c.from_on <= $2::date AND c.to_on > $2::date) AS running,
       (SELECT count(DISTINCT x.entry_id)::int FROM agency_contract c JOIN agency_contract_entry x ON x.contract_id = c.id AND x.retracted_at IS NULL
         WHERE c.agency_id = k.id AND c.from_on <= $2::date AND c.to_on > $2::date) AS enterprises,
       (SELECT count(DISTINCT g.person_id)::int FROM officer_grant g WHERE g.agency_id = k.id AND g.retracted_at IS NULL
         AND (g.to_on IS NULL OR g.to_on > $2::date)) AS members
     FROM agency k JOIN region r ON r.id = k.region_id WHERE r.path LIKE ANY ($1::text[]) ORDER BY k.name, k.id LIMIT 500`,
    [scopePatterns(actor), shanghaiToday()],
  )
  return rows
}
