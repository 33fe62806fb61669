import 'server-only'
import type { Transaction } from '@/server/db/client'

/** A tally row that is not the sum of its standings. */
export interface TallyDifference {
  readonly programmeId: string
  readonly leafId: string
  readonly isKey: boolean
  readonly tallied: string
  readonly summed: string
}

/**
 * Compares every tally with the sum of the standings that remember its bucket, in one snapshot. A tally row of nothing but zeros needs no
 * standing.
 */
export async function tallyDifferences(tx: Pick<Transaction, '$queryRaw'>): Promise<TallyDifference[]> {
  return await tx.$queryRaw<TallyDifference[]>`
    WITH summed AS (
      SELECT programme_id, leaf_id, is_key, ARRAY[count(*), count(*) FILTER (WHERE asks_training),
        count(*) FILTER (WHERE trained_any), count(*) FILTER (WHERE trained_every), sum(heads), sum(aware), sum(clerks), sum(ready),
        count(*) FILTER (WHERE visited),
        count(*) FILTER (WHERE trained_any_evidence = 'IN_PERSON'), count(*) FILTER (WHERE trained_any_evidence = 'SESSION'),
        count(*) FILTER (WHERE trained_any_evidence = 'ONLINE'), count(*) FILTER (WHERE trained_any_evidence = 'IMPORTED'),
        count(*) FILTER (WHERE trained_every_evidence = 'IN_PERSON'), count(*) FILTER (WHERE trained_every_evidence = 'SESSION'),
        count(*) FILTER (WHERE trained_every_evidence = 'ONLINE'), count(*) FILTER (WHERE trained_every_evidence = 'IMPORTED'),
        sum(aware_by[1]), sum(aware_by[2]), sum(aware_by[3]), sum(aware_by[4]),
        sum(ready_by[1]), sum(ready_by[2]), sum(ready_by[3]), sum(ready_by[4])]::bigint[] AS sums
      FROM standing WHERE leaf_id IS NOT NULL GROUP BY programme_id, leaf_id, is_key),
    tallied AS (
      SELECT programme_id, leaf_id, is_key, (ARRAY[entries, asked, trained_any, trained_every, heads, aware, clerks, ready, visited]
        || trained_any_by || trained_every_by || aware_by || ready_by)::bigint[] AS sums
      FROM tally)
    SELECT programme_id AS "programmeId", leaf_id AS "leafId", is_key AS "isKey",
      coalesce(t.sums::text, 'none') AS tallied, coalesce(s.sums::text, 'none') AS summed
    FROM tallied t FULL JOIN summed s USING (programme_id, leaf_id, is_key)
    WHERE coalesce(t.sums, array_fill(0::bigint, ARRAY[25])) <> coalesce(s.sums, array_fill(0::bigint, ARRAY[25]))
    ORDER BY 1, 2, 3`
}
