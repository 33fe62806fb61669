import 'server-only'
import type { Transaction } from '@/server/db/client'
import type { RowDifferences } from '../row-differences'

/** Writes the differences in one statement. The standings of the entries are locked by the caller and exist. */
export async function saveStandings(tx: Transaction, differences: RowDifferences): Promise<void> {
  const { goneSeats } = differences
  const goneIntervals = differences.goneIntervals.map((row) => row.id)
  const standings = JSON.stringify(differences.standings)
  const seats = JSON.stringify(differences.seats)
  const intervals = JSON.stringify(differences.intervals)
  await tx.$executeRaw`
    WITH gone_intervals AS (DELETE FROM standing_interval WHERE id = ANY(${goneIntervals}::uuid[])),
    gone_seats AS (DELETE FROM seat_standing WHERE seat_id = ANY(${goneSeats}::uuid[])),
    new_intervals AS (
      INSERT INTO standing_interval SELECT * FROM json_populate_recordset(NULL::standing_interval, ${intervals}::json)),
    new_seats AS (
      INSERT INTO seat_standing SELECT * FROM json_populate_recordset(NULL::seat_standing, ${seats}::json)
      ON CONFLICT (seat_id) DO UPDATE SET
        entry_id = excluded.entry_id, kind = excluded.kind, holding_id = excluded.holding_id, holder_id = excluded.holder_id,
        training = excluded.training, awareness = excluded.awareness, readiness = excluded.readiness,
        training_evidence = excluded.training_evidence, awareness_evidence = excluded.awareness_evidence,
        readiness_evidence = excluded.readiness_evidence, missing = excluded.missing)
    UPDATE standing s SET
      settled_on = n.settled_on, next_change_on = n.next_change_on, leaf_id = n.leaf_id, is_key = n.is_key,
      trained_any = n.trained_any, trained_every = n.trained_every, trained_any_evidence = n.trained_any_evidence,
      trained_every_evidence = n.trained_every_evidence, asks_training = n.asks_training, heads = n.heads, aware = n.aware,
      clerks = n.clerks, ready = n.ready, visited = n.visited, aware_by = n.aware_by, ready_by = n.ready_by
    FROM json_populate_recordset(NULL::standing, ${standings}::json) n
    WHERE s.entry_id = n.entry_id`
}
