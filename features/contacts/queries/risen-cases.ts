import 'server-only'
import { addDays, type Day } from '@/domain/calendar/day'
import { type CaseLevel, caseLevel, RISES_AFTER_DAYS, risesOn } from '@/domain/contacts/rising'
import type { Actor } from '@/domain/permissions/actor'
import { officerPaths } from '@/domain/permissions/reaches'
import { scopePatterns } from '@/server/auth/scope'
import { shanghaiToday } from '@/server/clock'
import { pool } from '@/server/db/client'

/** An enterprise with something open that nobody has spoken to for a while. */
export type RisenCase = {
  entryId: string
  enterprise: string
  place: string
  owner: string | null
  quietSince: Day
  level: CaseLevel
  risesOn: Day | null
}
export type RisenCases = {
  /** From which level on the officer is asked: the leaf sees, a week ahead, what is about to rise. */
  level: CaseLevel
  count: number
  list: RisenCase[]
}

const AT_MOST = 200
/** An officer of the leaf is told this many days before a case rises. */
const AHEAD_DAYS = 7

/** The level of the officer's highest region: the root is the city, a leaf of enterprises the leaf, anything between a county. */
function levelOf(actor: Actor): CaseLevel {
  const kinds = new Set(actor.grants.filter(({ role }) => role === 'OFFICER').map(({ regionKind }) => regionKind))
  if (officerPaths(actor).length === 0) return 'LEAF'
  if (kinds.has('CITY')) return 'CITY'
  return kinds.has('COUNTY') ? 'COUNTY' : 'LEAF'
}

/** The last day of quiet from which a case is shown to that level today. */
function quietBy(level: CaseLevel, today: Day): Day {
  if (level === 'CITY') return addDays(today, -RISES_AFTER_DAYS.CITY)
  return addDays(today, -RISES_AFTER_DAYS.COUNTY + (level === 'LEAF' ? AHEAD_DAYS : 0))
}

/**
 * Cases that have risen to the officer's level, the longest quiet first, at most two hundred with how many there are. Enterprises that
 * said no or are closing down rest and do not rise.
 */
export async function risenCases(actor: Actor, programmeId: string): Promise<RisenCases> {
  const today = shanghaiToday()
  const level = levelOf(actor)
  const { rows } = await pool.query<Omit<RisenCase, 'level' | 'risesOn'> & { count: number }>(
    `SELECT q.*, (count(*) OVER ())::int AS count FROM (
       SELECT t.entry_id AS "entryId", n.name AS enterprise, l.name AS place, w.name AS owner,
         GREATEST(g.from_on, x.from_on, c.talked)::text AS "quietSince"
       FROM standing t JOIN region l ON l.id = t.leaf_id JOIN programme g ON g.id = t.programme_id
       JOIN roster_entry e ON e.id = t.entry_id
       JOIN LATERAL (SELECT min(x.from_on) AS from_on FROM entry_placement x WHERE x.entry_id = t.entry_id AND x.retracted_at IS NULL) x ON true
       LEFT JOIN LATERAL (SELECT max(c.contacted_on) FILTER (WHERE c.outcome <> 'NO_ANSWER') AS talked,
           bool_or(c.outcome IN ('DECLINED', 'CLOSED_DOWN') AND c.rest_until > $3::date) AS rests
         FROM contact c WHERE c.entry_id = t.entry_id AND c.retracted_at IS NULL) c ON true
       LEFT JOIN LATERAL (SELECT p.name FROM entry_owner o JOIN person p ON p.id = o.person_id WHERE o.entry_id = t.entry_id
         AND o.post = 'A' AND o.to_on IS NULL AND o.retracted_at IS NULL LIMIT 1) w ON true
       LEFT JOIN LATERAL (SELECT name FROM enterprise_name n WHERE n.enterprise_id = e.enterprise_id AND n.retracted_at IS NULL
         AND n.from_on <= $3::date AND (n.to_on IS NULL OR n.to_on > $3::date) LIMIT 1) n ON true
       WHERE t.programme_id = $1 AND l.path LIKE ANY ($2::text[]) AND c.rests IS NOT TRUE
         AND EXISTS (SELECT FROM seat_standing s WHERE s.entry_id = t.entry_id AND (s.holder_id IS NULL OR cardinality(s.missing) > 0))) q
     WHERE q."quietSince" <= $4 ORDER BY q."quietSince", q."entryId" LIMIT ${AT_MOST}`,
    [programmeId, scopePatterns(actor), today, quietBy(level, today)],
  )
  return {
    level,
    count: rows[0]?.count ?? 0,
    list: rows.map(({ count: _, ...one }) => ({
      ...one,
      level: caseLevel(one.quietSince, today),
      risesOn: risesOn(one.quietSince, today),
    })),
  }
}
