import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { seesPersonsInFull } from '@/domain/permissions/reaches'
import { scopePatterns } from '@/server/auth/scope'
import { db, Prisma } from '@/server/db/client'

/** Which entries a run is about. */
export interface RunScope {
  actor: Actor
  programmeId: string
  /** Path of the chosen area. */
  path: string
  /** Shanghai day. */
  on: string
}

export interface FullEntry {
  entryId: string
  enterprise: string
  uscc: string
  region: string
}

/**
 * Entries of an area that are on the roster now and meet `condition` (SQL over `st`, the standing), by pinyin: those whose persons the
 * officer sees in full, and how many others there are.
 */
export async function fullNameEntries(
  { actor, programmeId, path, on }: RunScope,
  condition: Prisma.Sql,
): Promise<{ entries: FullEntry[]; masked: number }> {
  const rows = await db.$queryRaw<(FullEntry & { leafPath: string })[]>(Prisma.sql`
    SELECT st.entry_id AS "entryId", n.name AS enterprise, en.uscc, coalesce(c.name, '') || r.name AS region, r.path AS "leafPath"
    FROM standing st
    JOIN region r ON r.id = st.leaf_id AND starts_with(r.path, ${path}) AND r.path LIKE ANY (${scopePatterns(actor)})
    LEFT JOIN region c ON c.id = r.parent_id AND c.kind <> 'CITY'
    JOIN roster_entry e ON e.id = st.entry_id
    JOIN enterprise en ON en.id = e.enterprise_id
    JOIN LATERAL (
      SELECT name, pinyin_key FROM enterprise_name n WHERE n.enterprise_id = en.id AND n.retracted_at IS NULL
      ORDER BY (n.from_on <= ${on}::date) DESC, n.from_on DESC LIMIT 1) n ON true
    WHERE st.programme_id = ${programmeId}::uuid AND ${condition}
    ORDER BY n.pinyin_key COLLATE "C", st.entry_id`)
  const entries = rows.filter(({ leafPath }) => seesPersonsInFull(actor, leafPath))
  return { entries: entries.map(({ leafPath: _leafPath, ...entry }) => entry), masked: rows.length - entries.length }
}
