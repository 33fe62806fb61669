import 'server-only'
import { addDays } from '@/domain/calendar/day'
import type { Actor } from '@/domain/permissions/actor'
import { shanghaiToday } from '@/server/clock'
import { db, pool } from '@/server/db/client'
import { isId } from '@/server/db/id'
import { type AgencyInScope, agencyInScope } from './agency-in-scope'

export type ContractLine = {
  contractId: string
  title: string
  programme: string
  fromOn: string
  lastOn: string
  isRunning: boolean
  enterprises: number
}
export type Member = { grantId: string; name: string; lastOn: string | null }

/** An agency of the officer's area with its contracts, the latest first, and who works for it; null for every other. */
export async function agencyPage(
  actor: Actor,
  agencyId: string,
): Promise<{ agency: AgencyInScope; contracts: ContractLine[]; members: Member[] } | null> {
  const agency = isId(agencyId) ? await agencyInScope(db, actor, agencyId) : null
  if (!agency) return null
  const today = shanghaiToday()
  const [contracts, members] = await Promise.all([
    pool.query<ContractLine & { toOn: string }>(
      `SELECT c.id AS "contractId", c.title, g.name AS programme, c.from_on::text AS "fromOn", c.to_on::text AS "toOn",
         (c.from_on <= $2::date AND c.to_on > $2::date) AS "isRunning",
         (SELECT count(*)::int FROM agency_contract_entry x WHERE x.contract_id = c.id AND x.retracted_at IS NULL) AS enterprises
       FROM agency_contract c JOIN programme g ON g.id = c.programme_id WHERE c.agency_id = $1 ORDER BY c.from_on DESC, c.id DESC`,
      [agencyId, today],
    ),
    pool.query<{ grantId: string; name: string; toOn: string | null }>(
      `SELECT g.id AS "grantId", p.name, g.to_on::text AS "toOn" FROM officer_grant g JOIN person p ON p.id = g.person_id
       WHERE g.agency_id = $1 AND g.retracted_at IS NULL AND (g.to_on IS NULL OR g.to_on > $2::date) ORDER BY p.pinyin_key, p.id`,
      [agencyId, today],
    ),
  ])
  return {
    agency,
    contracts: contracts.rows.map(({ toOn, ...line }) => ({ ...line, lastOn: addDays(toOn, -1) })),
    members: members.rows.map(({ toOn, ...member }) => ({ ...member, lastOn: toOn && addDays(toOn, -1) })),
  }
}
