import 'server-only'
import { addTally, emptyTally } from '@/domain/rates/tally'
import type { TallySums } from '@/domain/rates/tally'
import type { Snapshot } from '@/server/db/snapshot'
import { countedIntervalColumns, summedTallyColumns } from '@/features/standing/queries/tally-columns'
import type { SumsRow } from '@/features/standing/queries/tally-columns'

export type AreaQuestion = {
  programmeId: string
  /** Path of the region asked about. */
  path: string
  /** Key enterprises only. */
  keyOnly: boolean
  /** Null = now, from the tallies; a past day is counted from the time lines as known now. */
  on: string | null
}

/**
 * The sums of each child of a region (by code; '' for a leaf's own) and of the region, which is their sum by construction.
 */
export async function areaSums(
  snapshot: Snapshot,
  question: AreaQuestion,
): Promise<{ total: TallySums; children: Map<string, TallySums> }> {
  const depth = question.path.split('.').length
  const values = [question.programmeId, `${question.path}%`, question.keyOnly, depth]
  const rows =
    question.on === null
      ? await snapshot.rows<SumsRow>(fromTallies, values)
      : await snapshot.rows<SumsRow>(fromTimeLines, [...values, question.on])
  const children = new Map(rows.map(({ code, ...sums }) => [code, sums]))
  const total = rows.reduce<TallySums>((sum, { code: _code, ...sums }) => addTally(sum, sums), emptyTally)
  return { total, children }
}

const fromTallies = `
  SELECT split_part(l.path, '.', $4::int) AS code,
  ${summedTallyColumns}
  FROM region l JOIN tally t ON t.leaf_id = l.id
  WHERE t.programme_id = $1 AND l.path LIKE $2 AND (NOT $3::boolean OR t.is_key)
  GROUP BY 1`

const fromTimeLines = `
  SELECT split_part(l.path, '.', $4::int) AS code,
  ${countedIntervalColumns}
  FROM region l JOIN standing_interval t ON t.leaf_id = l.id
  WHERE t.programme_id = $1 AND l.path LIKE $2 AND (NOT $3::boolean OR t.is_key)
    AND t.from_on <= $5::date AND (t.to_on IS NULL OR t.to_on > $5::date)
  GROUP BY 1`
