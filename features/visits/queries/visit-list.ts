import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { maskName } from '@/domain/permissions/mask'
import { agencyIds, seesPersonsInFull } from '@/domain/permissions/reaches'
import { readPatterns } from '@/server/auth/scope'
import { shanghaiToday } from '@/server/clock'
import { pool } from '@/server/db/client'

/** Where a visit stands: waiting for the enterprise, confirmed by it, or said by it not to have taken place. */
export type VisitLine = {
  visitId: string
  entryId: string
  enterprise: string
  place: string
  visitedOn: string
  confirmedOn: string | null
  isDisputed: boolean
  topics: string | null
  by: string | null
  /** The agency it was made for. */
  agency: string | null
  isOwn: boolean
  needs: number
  projects: number
}

const AT_MOST = 100

type Row = VisitLine & { leafPath: string }

/** Visits in the reader's scope, or of the agency they work for, in a programme, newest first, at most a hundred; `entryId`: those of one enterprise. */
export async function visitList(
  actor: Actor,
  asked: { programmeId: string } | { entryId: string },
): Promise<{ visits: VisitLine[]; isCut: boolean }> {
  const [column, value] = 'entryId' in asked ? ['t.entry_id', asked.entryId] : ['t.programme_id', asked.programmeId]
  const { rows } = await pool.query<Row>(
    `SELECT v.id AS "visitId", t.entry_id AS "entryId", n.name AS enterprise, l.name AS place, l.path AS "leafPath",
       v.visited_on::text AS "visitedOn", v.confirmed_on::text AS "confirmedOn", v.disputed_at IS NOT NULL AS "isDisputed", v.topics,
       p.name AS by, k.name AS agency, v.recorded_by_id = $4 AS "isOwn",
       (SELECT count(*)::int FROM visit_finding f WHERE f.visit_id = v.id AND f.kind = 'NEED' AND f.retracted_at IS NULL) AS needs,
       (SELECT count(*)::int FROM visit_finding f WHERE f.visit_id = v.id AND f.kind = 'PROJECT' AND f.retracted_at IS NULL) AS projects
     FROM visit v JOIN standing t ON t.entry_id = v.entry_id JOIN region l ON l.id = t.leaf_id
     JOIN roster_entry e ON e.id = t.entry_id LEFT JOIN person p ON p.id = v.recorded_by_id LEFT JOIN agency k ON k.id = v.agency_id
     LEFT JOIN enterprise_name n ON n.enterprise_id = e.enterprise_id AND n.retracted_at IS NULL AND n.from_on <= $3::date
       AND (n.to_on IS NULL OR n.to_on > $3::date)
     WHERE ${column} = $1 AND v.retracted_at IS NULL AND (l.path LIKE ANY ($2::text[]) OR v.agency_id = ANY ($5::uuid[]))
     ORDER BY v.visited_on DESC, v.id DESC LIMIT ${AT_MOST + 1}`,
    [value, readPatterns(actor), shanghaiToday(), actor.personId, agencyIds(actor)],
  )
  const visits = rows.slice(0, AT_MOST).map(({ leafPath, by, ...visit }) => ({
    ...visit,
    // One's own name needs no mask.
    by: by && !visit.isOwn && !seesPersonsInFull(actor, leafPath) ? maskName(by) : by,
  }))
  return { visits, isCut: rows.length > AT_MOST }
}
