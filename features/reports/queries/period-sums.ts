import 'server-only'
import { countedIntervalColumns } from '@/features/standing/queries/tally-columns'
import { addTally, emptyTally, type TallySums } from '@/domain/rates/tally'
import { Prisma } from '@/server/db/client'
import type { Snapshot } from '@/server/db/snapshot'
import { correctable } from './period-source'

/** What became known about the closing day before, per thing that can be met: "+trainedAny" → 3. */
export type Corrections = Readonly<Record<string, number>>

export type PeriodSums = { sums: TallySums; corrections: Corrections }

export const emptySums: PeriodSums = { sums: emptyTally, corrections: {} }

const correctionNames = correctable.flatMap(([name]) => [`+${name}`, `-${name}`])
const counted = Prisma.raw(
  [
    countedIntervalColumns,
    ...correctionNames.map((name) => `count(*) FILTER (WHERE '${name}' = ANY(t.corrections))::int AS "${name}"`),
  ].join(',\n  '),
)

type Row = TallySums & Record<string, number> & { code: string }

/**
 * Counts rows of a period below a region: the sums of each child (by code; '' for a leaf's own) and of the region, which is their sum by
 * construction.
 *
 * @param rows as `rowsOfDay` or `frozenRows` gives them
 */
export async function periodSums(
  snapshot: Snapshot,
  rows: Prisma.Sql,
  { path, keyOnly }: { path: string; keyOnly: boolean },
): Promise<{ total: PeriodSums; children: Map<string, PeriodSums> }> {
  const depth = path.split('.').length
  const question = Prisma.sql`
    SELECT split_part(l.path, '.', ${depth}::int) AS code, ${counted}
    FROM (${rows}) t JOIN region l ON l.id = t.leaf_id
    WHERE l.path LIKE ${`${path}%`} AND (NOT ${keyOnly}::boolean OR t.is_key) GROUP BY 1`
  const found = await snapshot.rows<Row>(question.text, question.values)
  const children = new Map(found.map((row) => [row.code, sumsOf(row)]))
  return { total: [...children.values()].reduce(addSums, emptySums), children }
}

/** The sums of one region in every frozen period of a programme, by period. */
export async function sumsByPeriod(
  snapshot: Snapshot,
  programmeId: string,
  { path, keyOnly }: { path: string; keyOnly: boolean },
): Promise<Map<string, PeriodSums>> {
  const question = Prisma.sql`
    SELECT t.period_id AS code, ${counted}
    FROM reporting_period p JOIN period_row t ON t.period_id = p.id JOIN region l ON l.id = t.leaf_id
    WHERE p.programme_id = ${programmeId}::uuid AND l.path LIKE ${`${path}%`} AND (NOT ${keyOnly}::boolean OR t.is_key) GROUP BY 1`
  const found = await snapshot.rows<Row>(question.text, question.values)
  return new Map(found.map((row) => [row.code, sumsOf(row)]))
}

function sumsOf({ code: _code, ...row }: Row): PeriodSums {
  const corrections = Object.fromEntries(correctionNames.map((name) => [name, row[name] ?? 0]))
  return { sums: addTally(emptyTally, row), corrections }
}

function addSums(a: PeriodSums, b: PeriodSums): PeriodSums {
  const corrections = Object.fromEntries(
    correctionNames.map((name) => [name, (a.corrections[name] ?? 0) + (b.corrections[name] ?? 0)]),
  )
  return { sums: addTally(a.sums, b.sums), corrections }
}
