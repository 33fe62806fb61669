import 'server-only'
import { Prisma, type Transaction } from '@/server/db/client'
import { keptPrepared } from '../kept-prepared'
import type { TallyChange } from '../tally-changes'

/**
 * Adds the changes to the tallies. Missing rows are inserted first and empty, in key order; then all rows concerned are locked in
 * key order; then they are changed. `changes` are sorted by key, each key once.
 *
 * @throws when a count would fall below zero (the table's check): the standings and the tallies have parted; see `recount`.
 */
export async function moveTallies(tx: Transaction, changes: readonly TallyChange[]): Promise<void> {
  if (changes.length === 0) return
  const rows = tallyRows(changes)
  if (changes.some((change) => !change.isKnown)) await insertMissing(tx, changes)
  if (changes.length > 1) await lockTallies(tx, changes)
  await tx.$executeRaw`${keptPrepared(Prisma.sql`/* prepared: move-tallies */`, changes.length)} ${tallyUpdate(rows)}`
}

/** Whether one statement can add the changes beside others: one row that is known to exist needs no sorted locking. */
export function isSingleMove(changes: readonly TallyChange[]): boolean {
  return changes.length <= 1 && changes.every((change) => change.isKnown)
}

/** The statement that adds `rows` (from `tallyRows`) to tallies that exist. */
export function tallyUpdate(rows: string): Prisma.Sql {
  return Prisma.sql`
    UPDATE tally t SET
      entries = t.entries + n.entries, asked = t.asked + n.asked, trained_any = t.trained_any + n.trained_any,
      trained_every = t.trained_every + n.trained_every, heads = t.heads + n.heads, aware = t.aware + n.aware,
      clerks = t.clerks + n.clerks, ready = t.ready + n.ready, visited = t.visited + n.visited,
      trained_any_by = ARRAY[t.trained_any_by[1] + n.trained_any_by[1], t.trained_any_by[2] + n.trained_any_by[2],
        t.trained_any_by[3] + n.trained_any_by[3], t.trained_any_by[4] + n.trained_any_by[4]],
      trained_every_by = ARRAY[t.trained_every_by[1] + n.trained_every_by[1], t.trained_every_by[2] + n.trained_every_by[2],
        t.trained_every_by[3] + n.trained_every_by[3], t.trained_every_by[4] + n.trained_every_by[4]],
      aware_by = ARRAY[t.aware_by[1] + n.aware_by[1], t.aware_by[2] + n.aware_by[2],
        t.aware_by[3] + n.aware_by[3], t.aware_by[4] + n.aware_by[4]],
      ready_by = ARRAY[t.ready_by[1] + n.ready_by[1], t.ready_by[2] + n.ready_by[2],
        t.ready_by[3] + n.ready_by[3], t.ready_by[4] + n.ready_by[4]],
      corrected_from_on = least(t.corrected_from_on, n.corrected_from_on)
    FROM json_populate_recordset(NULL::tally, ${rows}::json) n
    WHERE t.programme_id = n.programme_id AND t.leaf_id = n.leaf_id AND t.is_key = n.is_key`
}

/** The changes as JSON rows with the names of the table's columns. */
export function tallyRows(changes: readonly TallyChange[]): string {
  return JSON.stringify(changes.map(tallyRow))
}

async function insertMissing(tx: Transaction, changes: readonly TallyChange[]): Promise<void> {
  const rows = tallyRows(changes)
  await tx.$executeRaw`
    ${keptPrepared(Prisma.sql`/* prepared: insert-tallies */`, changes.length)}
    INSERT INTO tally (programme_id, leaf_id, is_key)
    SELECT n.programme_id, n.leaf_id, n.is_key FROM json_populate_recordset(NULL::tally, ${rows}::json) n
    WHERE NOT EXISTS (SELECT 1 FROM tally t
      WHERE t.programme_id = n.programme_id AND t.leaf_id = n.leaf_id AND t.is_key = n.is_key)
    ORDER BY n.programme_id, n.leaf_id, n.is_key
    ON CONFLICT DO NOTHING`
}

async function lockTallies(tx: Transaction, changes: readonly TallyChange[]): Promise<void> {
  const rows = tallyRows(changes)
  await tx.$queryRaw`
    ${keptPrepared(Prisma.sql`/* prepared: lock-tallies */`, changes.length)}
    SELECT count(*)::int AS locked FROM (
      SELECT 1 FROM tally t JOIN json_populate_recordset(NULL::tally, ${rows}::json) n
        ON t.programme_id = n.programme_id AND t.leaf_id = n.leaf_id AND t.is_key = n.is_key
      ORDER BY t.programme_id, t.leaf_id, t.is_key FOR NO KEY UPDATE OF t) AS tally`
}

function tallyRow({ programmeId, leafId, isKey, sums, correctedFromOn }: TallyChange) {
  return {
    programme_id: programmeId,
    leaf_id: leafId,
    is_key: isKey,
    entries: sums.entries,
    asked: sums.asked,
    trained_any: sums.trainedAny,
    trained_every: sums.trainedEvery,
    heads: sums.heads,
    aware: sums.aware,
    clerks: sums.clerks,
    ready: sums.ready,
    visited: sums.visited,
    trained_any_by: sums.trainedAnyBy,
    trained_every_by: sums.trainedEveryBy,
    aware_by: sums.awareBy,
    ready_by: sums.readyBy,
    corrected_from_on: correctedFromOn,
  }
}
