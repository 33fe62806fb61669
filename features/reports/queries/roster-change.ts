import 'server-only'
import { Prisma } from '@/server/db/client'
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
