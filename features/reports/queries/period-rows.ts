import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { maskName } from '@/domain/permissions/mask'
import { seesPersonsInFull } from '@/domain/permissions/reaches'
import type { TrainingRule } from '@/domain/rates/entry-facts'
import type { ShownRate } from '@/domain/rates/rate-display'
import { Prisma } from '@/server/db/client'
import type { Snapshot } from '@/server/db/snapshot'
import type { PeriodListView } from '../input'
import type { PeriodInView } from './period-in-view'

/** One thing in the whole of a rate as frozen with its period. */
export type PeriodRow = {
  key: string
  entryId: string
  seatId: string | null
  holderName: string | null
  enterprise: string
  uscc: string
  leafName: string
  leafPath: string
  countyName: string | null
  isKey: boolean
  met: boolean
  evidence: string | null
  /** Codes of what is missing for this rate; of an entry, of each of its seats. */
  missing: { seatKind: 'HEAD' | 'CLERK' | null; codes: string[] }[]
}

export type RowsQuestion = {
  period: PeriodInView
  rate: ShownRate
  rule: TrainingRule
  path: string
  view: Pick<PeriodListView, 'roster' | 'state' | 'after'>
}

/** What a rate counts among a period's rows: which are in its whole, which are met, with what evidence. Constants only. */
function columnsOf(rate: ShownRate, rule: TrainingRule): { whole: string; met: string; evidence: string } {
  if (rate === 'visits') return { whole: 't.seat_id IS NULL', met: 't.visited', evidence: 'NULL::text' }
  if (rate === 'training') {
    const column = rule === 'ANY' ? 'trained_any' : 'trained_every'
    return {
      whole: 't.seat_id IS NULL AND t.asks_training',
      met: `t.${column}`,
      evidence: `t.${column}_evidence::text`,
    }
  }
  const kind = rate === 'awareness' ? 'HEAD' : 'CLERK'
  return {
    whole: `t.seat_kind = '${kind}' AND t.${rate} IS NOT NULL`,
    met: `t.${rate}`,
    evidence: `t.${rate}_evidence::text`,
  }
}

const sortKey = Prisma.raw(`(l.path || ' ' || n.pinyin_key) COLLATE "C"`)

function from({ period, rate, rule, path, view }: RowsQuestion): Prisma.Sql {
  return Prisma.sql`
    FROM period_row t
    JOIN region l ON l.id = t.leaf_id AND l.path LIKE ${`${path}%`}
    LEFT JOIN region c ON c.id = l.parent_id AND c.kind <> 'CITY'
    JOIN roster_entry e ON e.id = t.entry_id
    JOIN enterprise en ON en.id = e.enterprise_id
    JOIN LATERAL (
      SELECT name, pinyin_key FROM enterprise_name n WHERE n.enterprise_id = en.id AND n.retracted_at IS NULL
      ORDER BY (n.from_on <= ${period.on}::date) DESC, n.from_on DESC LIMIT 1) n ON true
    LEFT JOIN person p ON p.id = t.holder_id
    WHERE t.period_id = ${period.id}::uuid AND ${Prisma.raw(columnsOf(rate, rule).whole)}
      AND (NOT ${view.roster === 'key'}::boolean OR t.is_key)`
}

/** How many things a rate counts in a frozen period, and how many of them are met. */
export async function countRows(snapshot: Snapshot, question: RowsQuestion): Promise<{ whole: number; part: number }> {
  const met = Prisma.raw(columnsOf(question.rate, question.rule).met)
  const sql = Prisma.sql`SELECT count(*)::int AS whole, count(*) FILTER (WHERE ${met})::int AS part ${from(question)}`
  const [found] = await snapshot.rows<{ whole: number; part: number }>(sql.text, sql.values)
  return found ?? { whole: 0, part: 0 }
}

/**
 * The statement of a list of a frozen period, in the order of the regions and then of pinyin, from after a place on.
 *
 * @param limit null = all of them
 */
export function rowsStatement(question: RowsQuestion, limit: number | null): Prisma.Sql {
  const { met, evidence } = columnsOf(question.rate, question.rule)
  const { state } = question.view
  const wanted = Prisma.raw({ missing: `AND NOT ${met}`, part: `AND ${met}`, all: '' }[state])
  const place = readPlace(question.view.after)
  const after = place ? Prisma.sql`AND (${sortKey}, t.id) > (${place[0]}, ${place[1]}::uuid)` : Prisma.empty
  return Prisma.sql`
    SELECT t.id AS "rowId", ${sortKey} AS "sortKey", t.entry_id AS "entryId", t.seat_id AS "seatId", p.name AS "holderName",
      n.name AS enterprise, en.uscc, l.name AS "leafName", l.path AS "leafPath", c.name AS "countyName", t.is_key AS "isKey",
      ${Prisma.raw(met)} AS met, ${Prisma.raw(evidence)} AS evidence, t.missing AS codes
    ${from(question)} ${wanted} ${after} ORDER BY ${sortKey}, t.id ${limit === null ? Prisma.empty : Prisma.sql`LIMIT ${limit}::int`}`
}

export type StoredRow = Omit<PeriodRow, 'key' | 'missing'> & { rowId: string; sortKey: string; codes: string[] }

type SeatCodes = { entryId: string; seatKind: 'HEAD' | 'CLERK'; codes: string[] }

/** The rows as the officer may see them, with the reason for each; names are masked above the leaf's parent. */
export async function shownRows(
  snapshot: Snapshot,
  actor: Actor,
  { rate, period }: RowsQuestion,
  rows: readonly StoredRow[],
): Promise<PeriodRow[]> {
  const seats = rate === 'training' ? await seatsOf(snapshot, period.id, rows) : []
  const prefix = `${rate.toUpperCase()}:`
  const ofRate = (codes: readonly string[]) => codes.filter((code) => code === 'vacant' || code.startsWith(prefix))
  return rows.map(({ rowId, sortKey: _key, codes, ...row }) => ({
    ...row,
    key: rowId,
    holderName: row.holderName && !seesPersonsInFull(actor, row.leafPath) ? maskName(row.holderName) : row.holderName,
    missing: row.seatId
      ? [{ seatKind: null, codes: ofRate(codes) }]
      : seats
          .filter((seat) => seat.entryId === row.entryId)
          .map((seat) => ({ seatKind: seat.seatKind, codes: ofRate(seat.codes) })),
  }))
}

async function seatsOf(snapshot: Snapshot, periodId: string, rows: readonly StoredRow[]): Promise<SeatCodes[]> {
  return snapshot.rows<SeatCodes>(
    `SELECT entry_id AS "entryId", seat_kind AS "seatKind", missing AS codes FROM period_row
     WHERE period_id = $1 AND entry_id = ANY($2::uuid[]) AND seat_id IS NOT NULL ORDER BY seat_kind, seat_id`,
    [periodId, rows.map((row) => row.entryId)],
  )
}

/** A place in the list, as the address carries it. */
export function placeAfter(row: StoredRow): string {
  return Buffer.from(JSON.stringify([row.sortKey, row.rowId])).toString('base64url')
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The two parts of a place; null for anything that is not one, which then means the beginning. */
function readPlace(after: string | undefined): [string, string] | null {
  try {
    const place: unknown = JSON.parse(Buffer.from(after ?? '', 'base64url').toString('utf8'))
    if (!Array.isArray(place)) return null
    const [key, id] = place
    return typeof key === 'string' && typeof id === 'string' && uuid.test(id) ? [key, id] : null
  } catch {
    return null
  }
}
