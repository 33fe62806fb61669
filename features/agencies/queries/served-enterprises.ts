import 'server-only'
import { addDays } from '@/domain/calendar/day'
import type { Actor } from '@/domain/permissions/actor'
import { agencyIds } from '@/domain/permissions/reaches'
import { SERVED } from '@/server/auth/served'
import { shanghaiToday } from '@/server/clock'
import { pool } from '@/server/db/client'

export type ServedContract = { contractId: string; agency: string; title: string; lastOn: string; enterprises: number }
export type ServedEnterprise = {
  entryId: string
  enterprise: string
  place: string
  isVisited: boolean
  /** People with something open, their seat's kind first; vacant seats have no name. */
  open: { kind: 'HEAD' | 'CLERK'; name: string | null }[]
}

export const SERVED_SHOWN = 200

/** The running contracts of the agencies that the actor works for, the first to end first. */
export async function servedContracts(actor: Actor): Promise<ServedContract[]> {
  const { rows } = await pool.query<ServedContract & { toOn: string }>(
    `SELECT c.id AS "contractId", k.name AS agency, c.title, c.to_on::text AS "toOn",
       (SELECT count(*)::int FROM agency_contract_entry x WHERE x.contract_id = c.id AND x.retracted_at IS NULL) AS enterprises
     FROM agency_contract c JOIN agency k ON k.id = c.agency_id
     WHERE c.agency_id = ANY ($1::uuid[]) AND c.from_on <= $2::date AND c.to_on > $2::date ORDER BY c.to_on, c.id`,
    [agencyIds(actor), shanghaiToday()],
  )
  return rows.map(({ toOn, ...contract }) => ({ ...contract, lastOn: addDays(toOn, -1) }))
}

/** The enterprises on those contracts, those with most open first; `search` is part of a name. At most two hundred. */
export async function servedEnterprises(
  actor: Actor,
  search: string,
): Promise<{ enterprises: ServedEnterprise[]; isCut: boolean }> {
  const { rows } = await pool.query<ServedEnterprise>(
    `SELECT t.entry_id AS "entryId", coalesce(n.name, '') AS enterprise, l.name AS place, t.visited AS "isVisited",
       coalesce((SELECT jsonb_agg(jsonb_build_object('kind', z.kind, 'name', p.name) ORDER BY z.kind, z.seat_id) FROM seat_standing z
         LEFT JOIN person p ON p.id = z.holder_id
         WHERE z.entry_id = t.entry_id AND cardinality(z.missing) > 0), '[]') AS open
     FROM (SELECT DISTINCT s.entry_id FROM (${SERVED}) s) served
     JOIN standing t ON t.entry_id = served.entry_id JOIN region l ON l.id = t.leaf_id JOIN roster_entry e ON e.id = t.entry_id
     LEFT JOIN enterprise_name n ON n.enterprise_id = e.enterprise_id AND n.retracted_at IS NULL AND n.from_on <= $2::date
       AND (n.to_on IS NULL OR n.to_on > $2::date)
     WHERE $3 = '' OR position($3 in n.name) > 0
     ORDER BY (SELECT count(*) FROM seat_standing z WHERE z.entry_id = t.entry_id AND cardinality(z.missing) > 0) DESC, n.name, t.entry_id
     LIMIT ${SERVED_SHOWN + 1}`,
    [agencyIds(actor), shanghaiToday(), search],
  )
  return { enterprises: rows.slice(0, SERVED_SHOWN), isCut: rows.length > SERVED_SHOWN }
}
