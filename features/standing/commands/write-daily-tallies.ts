import 'server-only'
import { addDays, type Day } from '@/domain/calendar/day'
import { inTransaction } from '@/server/context'
import type { Transaction } from '@/server/db/client'

/**
 * Writes what is known now about one past day of a programme for every node of the region tree, parents too, once: counted from the
 * time lines, so a missed day can be caught up. Rows of a day that was written before stay as they are.
 *
 * @returns whether it was written now. A correction mark at that day moves on, as the day has just been counted with everything known.
 */
export function writeDailyTallies(programmeId: string, day: Day): Promise<boolean> {
  return inTransaction(async (tx) => {
    const isOurs = await tx.$executeRaw`
      INSERT INTO settlement (programme_id, day, tallied_at) VALUES (${programmeId}::uuid, ${day}::date, clock_timestamp())
      ON CONFLICT (programme_id, day) DO UPDATE SET tallied_at = clock_timestamp() WHERE settlement.tallied_at IS NULL`
    if (isOurs === 0) return false
    // Whoever corrects a past day holds a tally: after this lock everything committed is counted, the rest marks anew.
    await tx.$queryRaw`
      SELECT count(*)::int AS locked FROM (SELECT 1 FROM tally WHERE programme_id = ${programmeId}::uuid
        ORDER BY programme_id, leaf_id, is_key FOR NO KEY UPDATE) AS tally`
    await insertNodes(tx, programmeId, day)
    await moveCorrectionMark(tx, programmeId, day)
    return true
  })
}

async function insertNodes(tx: Transaction, programmeId: string, day: Day): Promise<void> {
  await tx.$executeRaw`
    WITH line AS MATERIALIZED (
      SELECT leaf_id, is_key, seat_id IS NULL AS is_entry, seat_kind AS kind, asks_training,
        CASE WHEN trained_any THEN trained_any_evidence END AS any_by,
        CASE WHEN trained_every THEN trained_every_evidence END AS every_by, visited,
        awareness, CASE WHEN awareness THEN awareness_evidence END AS aware_by,
        readiness, CASE WHEN readiness THEN readiness_evidence END AS ready_by
      FROM standing_interval
      WHERE programme_id = ${programmeId}::uuid AND leaf_id IS NOT NULL
        AND from_on <= ${day}::date AND (to_on IS NULL OR to_on > ${day}::date)),
    leaf AS (
      SELECT leaf_id, is_key,
        count(*) FILTER (WHERE is_entry) AS entries, count(*) FILTER (WHERE is_entry AND asks_training) AS asked,
        count(any_by) AS trained_any, count(every_by) AS trained_every, count(*) FILTER (WHERE is_entry AND visited) AS visited,
        count(awareness) FILTER (WHERE kind = 'HEAD') AS heads, count(aware_by) FILTER (WHERE kind = 'HEAD') AS aware,
        count(readiness) FILTER (WHERE kind = 'CLERK') AS clerks, count(ready_by) FILTER (WHERE kind = 'CLERK') AS ready,
        count(*) FILTER (WHERE any_by = 'IN_PERSON') AS any1, count(*) FILTER (WHERE any_by = 'SESSION') AS any2,
        count(*) FILTER (WHERE any_by = 'ONLINE') AS any3, count(*) FILTER (WHERE any_by = 'IMPORTED') AS any4,
        count(*) FILTER (WHERE every_by = 'IN_PERSON') AS every1, count(*) FILTER (WHERE every_by = 'SESSION') AS every2,
        count(*) FILTER (WHERE every_by = 'ONLINE') AS every3, count(*) FILTER (WHERE every_by = 'IMPORTED') AS every4,
        count(*) FILTER (WHERE kind = 'HEAD' AND aware_by = 'IN_PERSON') AS aware1,
        count(*) FILTER (WHERE kind = 'HEAD' AND aware_by = 'SESSION') AS aware2,
        count(*) FILTER (WHERE kind = 'HEAD' AND aware_by = 'ONLINE') AS aware3,
        count(*) FILTER (WHERE kind = 'HEAD' AND aware_by = 'IMPORTED') AS aware4,
        count(*) FILTER (WHERE kind = 'CLERK' AND ready_by = 'IN_PERSON') AS ready1,
        count(*) FILTER (WHERE kind = 'CLERK' AND ready_by = 'SESSION') AS ready2,
        count(*) FILTER (WHERE kind = 'CLERK' AND ready_by = 'ONLINE') AS ready3,
        count(*) FILTER (WHERE kind = 'CLERK' AND ready_by = 'IMPORTED') AS ready4
      FROM line GROUP BY leaf_id, is_key),
    node AS (
      SELECT a.id AS region_id, leaf.* FROM leaf JOIN region l ON l.id = leaf.leaf_id
      JOIN LATERAL (
        WITH RECURSIVE up AS (
          SELECT l.id, l.parent_id UNION ALL SELECT r.id, r.parent_id FROM region r JOIN up ON r.id = up.parent_id)
        SELECT id FROM up) a ON true)
    INSERT INTO daily_tally (programme_id, region_id, is_key, day, entries, asked, trained_any, trained_every, heads, aware,
      clerks, ready, visited, trained_any_by, trained_every_by, aware_by, ready_by)
    SELECT ${programmeId}::uuid, region_id, is_key, ${day}::date, sum(entries), sum(asked), sum(trained_any), sum(trained_every),
      sum(heads), sum(aware), sum(clerks), sum(ready), sum(visited),
      ARRAY[sum(any1), sum(any2), sum(any3), sum(any4)]::int[], ARRAY[sum(every1), sum(every2), sum(every3), sum(every4)]::int[],
      ARRAY[sum(aware1), sum(aware2), sum(aware3), sum(aware4)]::int[],
      ARRAY[sum(ready1), sum(ready2), sum(ready3), sum(ready4)]::int[]
    FROM node GROUP BY region_id, is_key
    ON CONFLICT DO NOTHING`
}

async function moveCorrectionMark(tx: Transaction, programmeId: string, day: Day): Promise<void> {
  const next = addDays(day, 1)
  await tx.$executeRaw`
    UPDATE tally t SET corrected_from_on =
      CASE WHEN ${next}::date < (clock_timestamp() AT TIME ZONE 'Asia/Shanghai')::date THEN ${next}::date END
    WHERE t.programme_id = ${programmeId}::uuid AND t.corrected_from_on <= ${day}::date
      AND NOT EXISTS (SELECT 1 FROM settlement s WHERE s.programme_id = t.programme_id AND s.tallied_at IS NOT NULL
        AND s.day >= t.corrected_from_on AND s.day < ${day}::date)`
}
