import 'server-only'
import type { TrainingRule } from '@/domain/rates/entry-facts'
import { type ShownRate, shownRates } from '@/domain/rates/rate-display'
import { Prisma } from '@/server/db/client'
import type { Snapshot } from '@/server/db/snapshot'

export type OpenEntry = { enterprise: string; place: string; leafPath: string; needs: ShownRate[] }

export type OpenQuestion = { rows: Prisma.Sql; rule: TrainingRule; path: string; keyOnly: boolean; on: string }

type Row = { enterprise: string; place: string; leafPath: string } & Record<ShownRate, boolean>

const anythingOpen = Prisma.raw(shownRates.map((rate) => `o.${rate}`).join(' OR '))

/** One row per entry of a period: for which rates it has something still missing. A rate that asks nothing of it is never missing. */
function openRows({ rows, rule, path, keyOnly }: OpenQuestion): Prisma.Sql {
  const trained = Prisma.raw(rule === 'ANY' ? 't.trained_any' : 't.trained_every')
  return Prisma.sql`
    SELECT t.entry_id, max(l.path) AS path, max(l.name) AS place,
      bool_or(t.seat_id IS NULL AND t.asks_training AND NOT ${trained}) AS training,
      coalesce(bool_or(t.seat_kind = 'HEAD' AND NOT t.awareness), false) AS awareness,
      coalesce(bool_or(t.seat_kind = 'CLERK' AND NOT t.readiness), false) AS readiness,
      bool_or(t.seat_id IS NULL AND NOT t.visited) AS visits
    FROM (${rows}) t JOIN region l ON l.id = t.leaf_id
    WHERE l.path LIKE ${`${path}%`} AND (NOT ${keyOnly}::boolean OR t.is_key) GROUP BY t.entry_id`
}

/** How many entries of each child region (by code; '' for a leaf's own) have something still missing. */
export async function countOpenEntries(snapshot: Snapshot, question: OpenQuestion): Promise<Map<string, number>> {
  const depth = question.path.split('.').length
  const sql = Prisma.sql`
    SELECT split_part(o.path, '.', ${depth}::int) AS code, count(*)::int AS count
    FROM (${openRows(question)}) o WHERE ${anythingOpen} GROUP BY 1`
  const found = await snapshot.rows<{ code: string; count: number }>(sql.text, sql.values)
  return new Map(found.map(({ code, count }) => [code, count]))
}

/** The entries themselves, in the order of the regions and then of pinyin: 还差名单. Who may be named is asked by the caller. */
export async function openEntries(
  snapshot: Snapshot,
  question: OpenQuestion,
  only: ShownRate | null = null,
): Promise<OpenEntry[]> {
  const wanted = only ? Prisma.raw(`o.${only}`) : anythingOpen
  const sql = Prisma.sql`
    SELECT n.name AS enterprise, o.place, o.path AS "leafPath", o.training, o.awareness, o.readiness, o.visits
    FROM (${openRows(question)}) o
    JOIN roster_entry e ON e.id = o.entry_id
    JOIN LATERAL (
      SELECT name, pinyin_key FROM enterprise_name n WHERE n.enterprise_id = e.enterprise_id AND n.retracted_at IS NULL
      ORDER BY (n.from_on <= ${question.on}::date) DESC, n.from_on DESC LIMIT 1) n ON true
    WHERE ${wanted} ORDER BY o.path COLLATE "C", n.pinyin_key COLLATE "C", o.entry_id`
  const found = await snapshot.rows<Row>(sql.text, sql.values)
  return found.map(({ enterprise, place, leafPath, ...row }) => ({
    enterprise,
    place,
    leafPath,
    needs: shownRates.filter((rate) => row[rate]),
  }))
}
