import 'server-only'
import type { Transaction } from '@/server/db/client'

/**
 * Sets every tally to the sum of the standings that remember its bucket. All tallies are locked first, in key order, as `moveTallies`
 * does: a restand under way adds its own change afterwards.
 */
export async function mendTallies(tx: Transaction): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO tally (programme_id, leaf_id, is_key)
    SELECT DISTINCT programme_id, leaf_id, is_key FROM standing WHERE leaf_id IS NOT NULL ORDER BY 1, 2, 3
    ON CONFLICT DO NOTHING`
  await tx.$queryRaw`
    SELECT count(*)::int AS locked
    FROM (SELECT 1 FROM tally ORDER BY programme_id, leaf_id, is_key FOR NO KEY UPDATE) AS tally`
  await tx.$executeRaw`
    UPDATE tally t SET entries = n.entries, asked = n.asked, trained_any = n.trained_any, trained_every = n.trained_every,
      heads = n.heads, aware = n.aware, clerks = n.clerks, ready = n.ready, visited = n.visited,
      trained_any_by = n.any_by, trained_every_by = n.every_by, aware_by = n.aware_by, ready_by = n.ready_by
    FROM (
      SELECT k.programme_id, k.leaf_id, k.is_key, count(s.entry_id)::int AS entries,
        count(*) FILTER (WHERE s.asks_training)::int AS asked, count(*) FILTER (WHERE s.trained_any)::int AS trained_any,
        count(*) FILTER (WHERE s.trained_every)::int AS trained_every, coalesce(sum(s.heads), 0)::int AS heads,
        coalesce(sum(s.aware), 0)::int AS aware, coalesce(sum(s.clerks), 0)::int AS clerks,
        coalesce(sum(s.ready), 0)::int AS ready, count(*) FILTER (WHERE s.visited)::int AS visited,
        ARRAY[count(*) FILTER (WHERE s.trained_any_evidence = 'IN_PERSON'), count(*) FILTER (WHERE s.trained_any_evidence = 'SESSION'),
          count(*) FILTER (WHERE s.trained_any_evidence = 'ONLINE'),
          count(*) FILTER (WHERE s.trained_any_evidence = 'IMPORTED')]::int[] AS any_by,
        ARRAY[count(*) FILTER (WHERE s.trained_every_evidence = 'IN_PERSON'),
          count(*) FILTER (WHERE s.trained_every_evidence = 'SESSION'), count(*) FILTER (WHERE s.trained_every_evidence = 'ONLINE'),
          count(*) FILTER (WHERE s.trained_every_evidence = 'IMPORTED')]::int[] AS every_by,
        ARRAY[coalesce(sum(s.aware_by[1]), 0), coalesce(sum(s.aware_by[2]), 0), coalesce(sum(s.aware_by[3]), 0),
          coalesce(sum(s.aware_by[4]), 0)]::int[] AS aware_by,
        ARRAY[coalesce(sum(s.ready_by[1]), 0), coalesce(sum(s.ready_by[2]), 0), coalesce(sum(s.ready_by[3]), 0),
          coalesce(sum(s.ready_by[4]), 0)]::int[] AS ready_by
      FROM tally k LEFT JOIN standing s ON s.programme_id = k.programme_id AND s.leaf_id = k.leaf_id AND s.is_key = k.is_key
      GROUP BY k.programme_id, k.leaf_id, k.is_key) n
    WHERE t.programme_id = n.programme_id AND t.leaf_id = n.leaf_id AND t.is_key = n.is_key`
}
