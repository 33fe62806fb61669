import 'server-only'
import { Prisma, type Transaction } from '@/server/db/client'
import { keptPrepared } from '../kept-prepared'
import type { RowDifferences } from '../row-differences'
import type { TallyChange } from '../tally-changes'
import { tallyRows, tallyUpdate } from './move-tallies'

/**
 * Writes the differences in one statement. The standings of the entries are locked by the caller and exist.
 *
 * @param single a change of one tally row that exists, to be added by the same statement; else none
 */
export async function saveStandings(
  tx: Transaction,
  differences: RowDifferences,
  single: readonly TallyChange[],
): Promise<void> {
  const rows = Math.max(...Object.values(differences).map((some) => some.length))
  const standings = JSON.stringify(differences.standings)
  const seats = JSON.stringify(differences.seats)
  const intervals = JSON.stringify(differences.intervals)
  const goneSeats = JSON.stringify(differences.goneSeats)
  const goneIntervals = JSON.stringify(removedIds(differences))
  await tx.$executeRaw`
    ${keptPrepared(Prisma.sql`/* prepared: save-standings */`, rows)}
    WITH gone_intervals AS (
      DELETE FROM standing_interval i USING json_array_elements_text(${goneIntervals}::json) AS gone(id) WHERE i.id = gone.id::uuid),
    gone_seats AS (
      DELETE FROM seat_standing s USING json_array_elements_text(${goneSeats}::json) AS gone(id) WHERE s.seat_id = gone.id::uuid),
    new_intervals AS (
      INSERT INTO standing_interval SELECT * FROM json_populate_recordset(NULL::standing_interval, ${intervals}::json)
      ON CONFLICT (id) DO UPDATE SET
        to_on = excluded.to_on, seat_kind = excluded.seat_kind, holder_id = excluded.holder_id, leaf_id = excluded.leaf_id,
        is_key = excluded.is_key, asks_training = excluded.asks_training, trained_any = excluded.trained_any,
        trained_every = excluded.trained_every, trained_any_evidence = excluded.trained_any_evidence,
        trained_every_evidence = excluded.trained_every_evidence, visited = excluded.visited, training = excluded.training,
        awareness = excluded.awareness, readiness = excluded.readiness, training_evidence = excluded.training_evidence,
        awareness_evidence = excluded.awareness_evidence, readiness_evidence = excluded.readiness_evidence,
        missing = excluded.missing),
    new_seats AS (
      INSERT INTO seat_standing SELECT * FROM json_populate_recordset(NULL::seat_standing, ${seats}::json)
      ON CONFLICT (seat_id) DO UPDATE SET
        entry_id = excluded.entry_id, kind = excluded.kind, holding_id = excluded.holding_id, holder_id = excluded.holder_id,
        training = excluded.training, awareness = excluded.awareness, readiness = excluded.readiness,
        training_evidence = excluded.training_evidence, awareness_evidence = excluded.awareness_evidence,
        readiness_evidence = excluded.readiness_evidence, missing = excluded.missing),
    moved AS (${tallyUpdate(tallyRows(single))})
    UPDATE standing s SET
      settled_on = n.settled_on, next_change_on = n.next_change_on, leaf_id = n.leaf_id, is_key = n.is_key,
      trained_any = n.trained_any, trained_every = n.trained_every, trained_any_evidence = n.trained_any_evidence,
      trained_every_evidence = n.trained_every_evidence, asks_training = n.asks_training, heads = n.heads, aware = n.aware,
      clerks = n.clerks, ready = n.ready, visited = n.visited, aware_by = n.aware_by, ready_by = n.ready_by
    FROM json_populate_recordset(NULL::standing, ${standings}::json) n
    WHERE s.entry_id = n.entry_id`
}

function removedIds({ intervals, goneIntervals }: RowDifferences): string[] {
  const reused = new Set(intervals.map((row) => row.id))
  return goneIntervals.map((row) => row.id).filter((id) => !reused.has(id))
}
