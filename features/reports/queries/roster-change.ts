import 'server-only'
import { Prisma } from '@/server/db/client'
import type { ProposalKind } from '@/domain/roster/proposal'
import type { Snapshot } from '@/server/db/snapshot'
import { frozenRows } from './period-source'

/** 名册变动: entries counted now that were not at the closing day before, and the reverse; `whole` moved by their difference. */
export type RosterChange = { joined: number; left: number }

/** Compares the entries of two periods below a region, so that whole now = whole before + joined - left, exactly. */
export async function rosterChange(
  snapshot: Snapshot,
  asked: { rows: Prisma.Sql; formerId: string; path: string; keyOnly: boolean },
): Promise<RosterChange> {
  const { path, keyOnly } = asked
  const entries = (rows: Prisma.Sql) => Prisma.sql`
    SELECT t.entry_id FROM (${rows}) t JOIN region l ON l.id = t.leaf_id
    WHERE t.seat_id IS NULL AND l.path LIKE ${`${path}%`} AND (NOT ${keyOnly}::boolean OR t.is_key)`
  const question = Prisma.sql`
    SELECT count(*) FILTER (WHERE b.entry_id IS NULL)::int AS joined, count(*) FILTER (WHERE n.entry_id IS NULL)::int AS "left"
    FROM (${entries(asked.rows)}) n FULL JOIN (${entries(frozenRows(asked.formerId))}) b ON b.entry_id = n.entry_id`
  const [found] = await snapshot.rows<RosterChange>(question.text, question.values)
  return found ?? { joined: 0, left: 0 }
}

export type ChangedEntry = {
  enterprise: string
  change: 'joined' | 'left'
  on: string | null
  /** The recorded change that took effect on that day, when there is one. */
  why: ProposalKind | null
  leafPath: string
}

/** The entries behind `rosterChange` with the day their present or last placement began or ended; for levels that may name them. */
export async function changedEntries(
  snapshot: Snapshot,
  asked: { rows: Prisma.Sql; formerId: string; path: string; keyOnly: boolean; on: string },
): Promise<ChangedEntry[]> {
  const { path, keyOnly, on } = asked
  const entries = (rows: Prisma.Sql) => Prisma.sql`
    SELECT t.entry_id, l.path FROM (${rows}) t JOIN region l ON l.id = t.leaf_id
    WHERE t.seat_id IS NULL AND l.path LIKE ${`${path}%`} AND (NOT ${keyOnly}::boolean OR t.is_key)`
  const question = Prisma.sql`
    SELECT name.name AS enterprise, CASE WHEN b.entry_id IS NULL THEN 'joined' ELSE 'left' END AS change,
      coalesce(n.path, b.path) AS "leafPath",
      to_char(CASE WHEN b.entry_id IS NULL THEN place.from_on ELSE coalesce(place.to_on, place.from_on) END, 'YYYY-MM-DD') AS "on", why.kind AS why
    FROM (${entries(asked.rows)}) n FULL JOIN (${entries(frozenRows(asked.formerId))}) b ON b.entry_id = n.entry_id
    JOIN roster_entry e ON e.id = coalesce(n.entry_id, b.entry_id)
    JOIN LATERAL (
      SELECT name, pinyin_key FROM enterprise_name x WHERE x.enterprise_id = e.enterprise_id AND x.retracted_at IS NULL
      ORDER BY (x.from_on <= ${on}::date) DESC, x.from_on DESC LIMIT 1) name ON true
    LEFT JOIN LATERAL (
      SELECT from_on, to_on FROM entry_placement p WHERE p.entry_id = e.id AND p.retracted_at IS NULL AND p.from_on <= ${on}::date
      ORDER BY p.from_on DESC LIMIT 1) place ON true
    LEFT JOIN LATERAL (
      SELECT o.kind FROM roster_proposal o WHERE o.entry_id = e.id AND o.decision = 'ACCEPTED' AND o.kind <> 'RENAME'
        AND o.from_on = CASE WHEN b.entry_id IS NULL THEN place.from_on ELSE coalesce(place.to_on, place.from_on) END
      ORDER BY o.decided_at DESC LIMIT 1) why ON true
    WHERE n.entry_id IS NULL OR b.entry_id IS NULL ORDER BY 2, name.pinyin_key COLLATE "C", e.id`
  return snapshot.rows<ChangedEntry>(question.text, question.values)
}
