import type { Day } from '@/domain/calendar/day'
import { Prisma } from '@/server/db/client'

/** The frozen period before: what a period's corrections are told against. */
export type FormerPeriod = { id: string; lastDay: Day }

/** The columns of `period_row` that a row of a time line has, too. */
export const periodColumns =
  Prisma.raw(`entry_id, seat_id, seat_kind, holder_id, leaf_id, is_key, asks_training, trained_any, trained_every,
  trained_any_evidence, trained_every_evidence, visited, training, awareness, readiness, training_evidence, awareness_evidence,
  readiness_evidence, missing`)

/** What can be met, as `corrections` names it, with its column. */
export const correctable = [
  ['trainedAny', 'trained_any'],
  ['trainedEvery', 'trained_every'],
  ['awareness', 'awareness'],
  ['readiness', 'readiness'],
  ['visited', 'visited'],
] as const

const corrections = Prisma.raw(
  correctable
    .flatMap(([name, column]) => [
      `CASE WHEN t.${column} AND b.${column} AND NOT coalesce(q.${column}, false) THEN '+${name}' END`,
      `CASE WHEN q.${column} AND NOT b.${column} THEN '-${name}' END`,
    ])
    .join(',\n      '),
)

/**
 * The rows a period counts on a day as known now: one per entry and seat on the roster, as in `period_row`, with what has become known
 * about the closing day of the period before since that was frozen.
 */
export function rowsOfDay(programmeId: string, day: Day, former: FormerPeriod | null): Prisma.Sql {
  const before = former?.lastDay ?? null
  return Prisma.sql`
    SELECT t.*, array_remove(ARRAY[${corrections}], NULL) AS corrections
    FROM standing_interval t
    LEFT JOIN standing_interval b ON b.entry_id = t.entry_id AND b.leaf_id IS NOT NULL
      AND coalesce(b.seat_id, b.entry_id) = coalesce(t.seat_id, t.entry_id)
      AND b.from_on <= ${before}::date AND (b.to_on IS NULL OR b.to_on > ${before}::date)
    LEFT JOIN period_row q ON q.period_id = ${former?.id ?? null}::uuid AND q.entry_id = t.entry_id
      AND coalesce(q.seat_id, q.entry_id) = coalesce(t.seat_id, t.entry_id)
    WHERE t.programme_id = ${programmeId}::uuid AND t.leaf_id IS NOT NULL
      AND t.from_on <= ${day}::date AND (t.to_on IS NULL OR t.to_on > ${day}::date)`
}

/** The rows of a frozen period. */
export function frozenRows(periodId: string): Prisma.Sql {
  return Prisma.sql`SELECT t.* FROM period_row t WHERE t.period_id = ${periodId}::uuid`
}
