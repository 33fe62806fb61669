import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { maskName } from '@/domain/permissions/mask'
import { seesPersonsInFull } from '@/domain/permissions/reaches'
import { shanghaiToday } from '@/server/clock'
import { db, pool } from '@/server/db/client'
import { isId } from '@/server/db/id'
import { type ContractInScope, contractInScope } from './agency-in-scope'

/** What an agency did for one enterprise of a contract, and what changed there meanwhile. */
export type LedgerLine = {
  entryId: string
  enterprise: string
  uscc: string
  place: string
  isRemoved: boolean
  visits: number
  confirmed: number
  disputed: number
  /** People of the enterprise who were at its sessions. */
  attended: number
  /** Seats on the day it began and now (or on its last day), and those with nothing open. */
  seatsBefore: number
  doneBefore: number
  seatsNow: number
  doneNow: number
  /** Mean of the first and of the last score, 0–1, of people who sat the same exam twice in the time of the contract; null: nobody did. */
  firstScore: number | null
  lastScore: number | null
}

export type LedgerVisit = {
  enterprise: string
  visitedOn: string
  topics: string
  by: string
  /** Who confirmed it for the enterprise, when. */
  confirmedOn: string | null
  confirmedBy: string | null
  isDisputed: boolean
}

const SCORES = `
  SELECT z.entry_id, avg(s.first) AS first, avg(s.last) AS last FROM (
    SELECT a.person_id, (array_agg(a.score::numeric / a.score_max ORDER BY a.no))[1] AS first,
      (array_agg(a.score::numeric / a.score_max ORDER BY a.no DESC))[1] AS last
    FROM attempt a WHERE a.score_max > 0 AND a.state <> 'OPEN' AND a.started_at >= ($2::date)::timestamp AT TIME ZONE 'Asia/Shanghai'
      AND a.started_at < ($3::date)::timestamp AT TIME ZONE 'Asia/Shanghai'
      AND a.person_id IN (SELECT y.holder_id FROM seat_standing y JOIN listed ON listed.entry_id = y.entry_id)
    GROUP BY a.person_id, a.exam_slug HAVING count(*) > 1) s
  JOIN seat_standing z ON z.holder_id = s.person_id JOIN listed ON listed.entry_id = z.entry_id GROUP BY z.entry_id`

/** Seats on a day, and those that are held with nothing open. */
const seatsOn = (day: string) => `
  SELECT i.entry_id, count(*)::int AS seats, count(*) FILTER (WHERE i.holder_id IS NOT NULL AND coalesce(i.training, true)
    AND coalesce(i.awareness, true) AND coalesce(i.readiness, true))::int AS done
  FROM standing_interval i JOIN listed ON listed.entry_id = i.entry_id
  WHERE i.seat_id IS NOT NULL AND i.from_on <= ${day} AND (i.to_on IS NULL OR i.to_on > ${day}) GROUP BY i.entry_id`

/**
 * 验收台账: every enterprise that is or was on the contract's list, with the agency's visits and sessions in the time of the contract, what the enterprise said
 * to them, and its people's state on the first day and now. Null for a contract of another area.
 */
export async function contractLedger(
  actor: Actor,
  contractId: string,
): Promise<{ contract: ContractInScope; lines: LedgerLine[] } | null> {
  const contract = isId(contractId) ? await contractInScope(db, actor, contractId) : null
  if (!contract) return null
  const today = shanghaiToday()
  const { rows } = await pool.query<LedgerLine>(
    `WITH listed AS (SELECT entry_id, bool_and(retracted_at IS NOT NULL) AS removed FROM agency_contract_entry WHERE contract_id = $1 GROUP BY entry_id),
     before AS (${seatsOn('$2::date')}), now AS (${seatsOn('least($4::date, $3::date - 1)')}), scores AS (${SCORES}),
     visits AS (SELECT v.entry_id, count(*)::int AS visits, count(v.confirmed_on)::int AS confirmed,
         count(*) FILTER (WHERE v.confirmed_on IS NULL AND v.disputed_at IS NOT NULL)::int AS disputed
       FROM visit v JOIN listed ON listed.entry_id = v.entry_id
       WHERE v.agency_id = $5 AND v.retracted_at IS NULL AND v.visited_on >= $2::date AND v.visited_on < $3::date GROUP BY v.entry_id),
     rooms AS (SELECT z.entry_id, count(DISTINCT (a.session_id, a.person_id))::int AS attended
       FROM attendance a JOIN training_session s ON s.id = a.session_id AND s.agency_id = $5
       JOIN seat_standing z ON z.holder_id = a.person_id JOIN listed ON listed.entry_id = z.entry_id
       WHERE a.retracted_at IS NULL AND s.starts_at >= ($2::date)::timestamp AT TIME ZONE 'Asia/Shanghai'
         AND s.starts_at < ($3::date)::timestamp AT TIME ZONE 'Asia/Shanghai' GROUP BY z.entry_id)
     SELECT listed.entry_id AS "entryId", coalesce(n.name, '') AS enterprise, x.uscc, coalesce(l.name, '') AS place, listed.removed AS "isRemoved",
       coalesce(visits.visits, 0) AS visits, coalesce(visits.confirmed, 0) AS confirmed, coalesce(visits.disputed, 0) AS disputed,
       coalesce(rooms.attended, 0) AS attended, coalesce(before.seats, 0) AS "seatsBefore", coalesce(before.done, 0) AS "doneBefore",
       coalesce(now.seats, 0) AS "seatsNow", coalesce(now.done, 0) AS "doneNow",
       scores.first::float8 AS "firstScore", scores.last::float8 AS "lastScore"
     FROM listed JOIN roster_entry e ON e.id = listed.entry_id JOIN enterprise x ON x.id = e.enterprise_id
     LEFT JOIN standing t ON t.entry_id = e.id LEFT JOIN region l ON l.id = t.leaf_id
     LEFT JOIN enterprise_name n ON n.enterprise_id = e.enterprise_id AND n.retracted_at IS NULL AND n.from_on <= $4::date
       AND (n.to_on IS NULL OR n.to_on > $4::date)
     LEFT JOIN before ON before.entry_id = e.id LEFT JOIN now ON now.entry_id = e.id LEFT JOIN scores ON scores.entry_id = e.id
     LEFT JOIN visits ON visits.entry_id = e.id LEFT JOIN rooms ON rooms.entry_id = e.id
     ORDER BY l.path, n.name, e.id`,
    [contract.id, contract.fromOn, contract.toOn, today, contract.agency.id],
  )
  return { contract, lines: rows }
}

/** The agency's visits in the time of a contract, to its enterprises, by day; names masked above the leaf's parent. */
export async function contractVisits(actor: Actor, contract: ContractInScope): Promise<LedgerVisit[]> {
  const { rows } = await pool.query<LedgerVisit & { path: string }>(
    `SELECT coalesce(n.name, '') AS enterprise, v.visited_on::text AS "visitedOn", coalesce(v.topics, '') AS topics, coalesce(p.name, '') AS by,
       v.confirmed_on::text AS "confirmedOn", q.name AS "confirmedBy", v.confirmed_on IS NULL AND v.disputed_at IS NOT NULL AS "isDisputed",
       coalesce(l.path, '') AS path
     FROM visit v JOIN roster_entry e ON e.id = v.entry_id LEFT JOIN standing t ON t.entry_id = e.id LEFT JOIN region l ON l.id = t.leaf_id
     LEFT JOIN person p ON p.id = v.recorded_by_id LEFT JOIN person q ON q.id = v.confirmed_by_id
     LEFT JOIN enterprise_name n ON n.enterprise_id = e.enterprise_id AND n.retracted_at IS NULL AND n.from_on <= $4::date
       AND (n.to_on IS NULL OR n.to_on > $4::date)
     WHERE v.agency_id = $1 AND v.retracted_at IS NULL AND v.visited_on >= $2::date AND v.visited_on < $3::date
       AND EXISTS (SELECT FROM agency_contract_entry c WHERE c.contract_id = $5 AND c.entry_id = v.entry_id)
     ORDER BY v.visited_on, v.id`,
    [contract.agency.id, contract.fromOn, contract.toOn, shanghaiToday(), contract.id],
  )
  return rows.map(({ path, ...visit }) => ({
    ...visit,
    confirmedBy: visit.confirmedBy && !seesPersonsInFull(actor, path) ? maskName(visit.confirmedBy) : visit.confirmedBy,
  }))
}
