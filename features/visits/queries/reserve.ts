import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { scopePatterns } from '@/server/auth/scope'
import { shanghaiToday } from '@/server/clock'
import { pool } from '@/server/db/client'
import type { ReserveView } from '../input'

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
}

/** What a page shows; an export has no such limit. */
export const SHOWN_AT_MOST = 200

/**
 * Needs and projects that visits came upon, in the officer's scope, newest first. Findings of visits that the enterprise disputes are left out.
 *
 * @param limit how many at most; null = all
 */
export async function findings(
  actor: Actor,
  asked: ReserveView & { programmeId: string },
  limit: number | null,
): Promise<Finding[]> {
  const { rows } = await pool.query<Finding>(
    `SELECT f.id AS "findingId", t.entry_id AS "entryId", n.name AS enterprise, x.uscc, coalesce(c.name, '') AS county, l.name AS place, f.kind, f.text,
       v.visited_on::text AS "visitedOn", v.confirmed_on IS NOT NULL AS "isConfirmed"
     FROM visit_finding f JOIN visit v ON v.id = f.visit_id AND v.retracted_at IS NULL AND v.disputed_at IS NULL
     JOIN standing t ON t.entry_id = v.entry_id JOIN region l ON l.id = t.leaf_id LEFT JOIN region c ON c.id = l.parent_id
     JOIN roster_entry e ON e.id = t.entry_id JOIN enterprise x ON x.id = e.enterprise_id
     LEFT JOIN enterprise_name n ON n.enterprise_id = e.enterprise_id AND n.retracted_at IS NULL AND n.from_on <= $3::date
       AND (n.to_on IS NULL OR n.to_on > $3::date)
     WHERE f.retracted_at IS NULL AND t.programme_id = $1 AND l.path LIKE ANY ($2::text[])
       AND ($4::text IS NULL OR f.kind::text = $4) AND ($5 = '' OR f.text ILIKE '%' || $5 || '%' OR n.name ILIKE '%' || $5 || '%')
     ORDER BY v.visited_on DESC, f.id LIMIT $6`,
    [asked.programmeId, scopePatterns(actor), shanghaiToday(), asked.kind ?? null, likeText(asked.search), limit],
  )
  return rows
}

/** Enterprises with findings, those with most first: the other reserve list. */
export function enterprisesOf(rows: readonly Finding[]): (Finding & { needs: number; projects: number })[] {
  const byEntry = new Map<string, Finding & { needs: number; projects: number }>()
  for (const row of rows) {
    const known = byEntry.get(row.entryId) ?? { ...row, needs: 0, projects: 0 }
    byEntry.set(row.entryId, {
      ...known,
      needs: known.needs + (row.kind === 'NEED' ? 1 : 0),
      projects: known.projects + (row.kind === 'PROJECT' ? 1 : 0),
    })
  }
  return [...byEntry.values()].sort((one, other) => other.needs + other.projects - (one.needs + one.projects))
}

/** What is typed means itself in a LIKE pattern. */
function likeText(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}
