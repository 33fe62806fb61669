import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { scopePatterns } from '@/server/auth/scope'
import { shanghaiToday } from '@/server/clock'
import { pool } from '@/server/db/client'
import { openSnapshot } from '@/server/db/snapshot'
import type { FOLLOW_STATES, ReserveView } from '../input'

export type Finding = {
  findingId: string
  entryId: string
  enterprise: string
  uscc: string
  county: string
  place: string
  kind: 'NEED' | 'PROJECT'
  text: string
  visitedOn: string
  isConfirmed: boolean
  /** Where it stands after the last note. */
  state: FollowState
  nextOn: string | null
}
export type FollowState = (typeof FOLLOW_STATES)[number]

/** What a page shows; an export has no such limit. */
export const SHOWN_AT_MOST = 200

export type ReserveQuestion = ReserveView & { programmeId: string }

const CHUNK_ROWS = 500

/** Findings of visits that were not taken back and that the enterprise does not dispute, with the last note on each; $1 = today. */
export const FOUND_JOINS = `FROM visit_finding f JOIN visit v ON v.id = f.visit_id AND v.retracted_at IS NULL AND v.disputed_at IS NULL
  JOIN standing t ON t.entry_id = v.entry_id JOIN region l ON l.id = t.leaf_id LEFT JOIN region c ON c.id = l.parent_id
  JOIN roster_entry e ON e.id = t.entry_id JOIN enterprise x ON x.id = e.enterprise_id
  LEFT JOIN enterprise_name n ON n.enterprise_id = e.enterprise_id AND n.retracted_at IS NULL AND n.from_on <= $1::date
    AND (n.to_on IS NULL OR n.to_on > $1::date)
  LEFT JOIN LATERAL (SELECT u.next_on, u.is_closed FROM finding_follow_up u WHERE u.finding_id = f.id ORDER BY u.recorded_at DESC, u.id DESC LIMIT 1) u ON true`

const STATE = `CASE WHEN u.is_closed IS NULL THEN 'none' WHEN u.is_closed THEN 'closed' WHEN u.next_on <= $1::date THEN 'due' ELSE 'open' END`

export const FOUND_COLUMNS = `f.id AS "findingId", t.entry_id AS "entryId", n.name AS enterprise, x.uscc, coalesce(c.name, '') AS county, l.name AS place, f.kind, f.text,
  v.visited_on::text AS "visitedOn", v.confirmed_on IS NOT NULL AS "isConfirmed", ${STATE} AS state, u.next_on::text AS "nextOn"`

/** Those of a programme in the officer's area that match. */
const FOUND = `${FOUND_JOINS}
  WHERE f.retracted_at IS NULL AND t.programme_id = $2 AND l.path LIKE ANY ($3::text[])
    AND ($4::text IS NULL OR f.kind::text = $4) AND ($5 = '' OR f.text ILIKE '%' || $5 || '%' OR n.name ILIKE '%' || $5 || '%')
    AND ($6::text IS NULL OR ${STATE} = $6)`

const ROWS = `SELECT ${FOUND_COLUMNS} ${FOUND} ORDER BY v.visited_on DESC, f.id`

const valuesOf = (actor: Actor, asked: ReserveQuestion) => [
  shanghaiToday(),
  asked.programmeId,
  scopePatterns(actor),
  asked.kind ?? null,
  likeText(asked.search),
  asked.state ?? null,
]

/** The newest findings, at most `limit`. */
export async function findings(actor: Actor, asked: ReserveQuestion, limit: number): Promise<Finding[]> {
  const { rows } = await pool.query<Finding>(`${ROWS} LIMIT $7`, [...valuesOf(actor, asked), limit])
  return rows
}

/** How many findings there are. */
export async function findingCount(actor: Actor, asked: ReserveQuestion): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(`SELECT count(*)::int AS count ${FOUND}`, valuesOf(actor, asked))
  return rows[0]?.count ?? 0
}

/** Every finding, of one moment, in chunks so that memory stays flat. */
export async function* everyFinding(actor: Actor, asked: ReserveQuestion): AsyncGenerator<Finding> {
  const { snapshot, close } = await openSnapshot()
  try {
    for await (const rows of snapshot.chunks<Finding>(ROWS, valuesOf(actor, asked), CHUNK_ROWS)) yield* rows
  } finally {
    await close()
  }
}

export type FindingEnterprise = Pick<Finding, 'entryId' | 'enterprise' | 'uscc' | 'county' | 'place'> & {
  needs: number
  projects: number
}

/** Counts the findings that pass by their enterprises, so that both reserve lists are of one moment. */
export class EnterprisesOfFindings {
  readonly #byEntry = new Map<string, FindingEnterprise>()

  count({ entryId, enterprise, uscc, county, place, kind }: Finding): void {
    const known = this.#byEntry.get(entryId) ?? { entryId, enterprise, uscc, county, place, needs: 0, projects: 0 }
    known[kind === 'NEED' ? 'needs' : 'projects'] += 1
    this.#byEntry.set(entryId, known)
  }

  /** Those with most findings first. */
  list(): FindingEnterprise[] {
    return [...this.#byEntry.values()].sort((one, other) => other.needs + other.projects - (one.needs + one.projects))
  }
}

/** What is typed means itself in a LIKE pattern. */
function likeText(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}
