import 'server-only'
import { type ImportedCompletion, recordImportedCompletions } from '@/features/standing/commands/imported-completions'
import type { Context } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { batchOptions } from '../batch-options'
import { type CountedRow, countedRows, type RowsMeant } from '../queries/counted-rows'
import { writeSignUps } from './write-sign-ups'

/** Who writes: the actor's person and the request. */
export type Writer = Pick<Context, 'actor' | 'requestId'>

/** Of a batch, what its rows are written with. */
export interface BatchToWrite {
  id: string
  programmeId: string
  title: string
  options: unknown
}

/**
 * Writes the MATCHED rows of a batch (all, or those at `positions`): as completions of evidence IMPORTED, or as sign-ups. Rows whose like
 * is written already become REPEATED, rows that nothing in the programme takes become UNCOUNTED with the reason.
 *
 * The last step of a transaction that holds the lock of the programme's results.
 *
 * @param settle what else belongs to it (counts, trail): done when every row's state is settled, before the standings are counted
 */
export async function writeRows(
  tx: Transaction,
  ctx: Writer,
  batch: BatchToWrite,
  positions: readonly number[] | null,
  settle: () => Promise<void>,
): Promise<void> {
  const { countsAs } = batchOptions(batch.options)
  if (!countsAs) throw new Error('A batch is written before its columns were confirmed.')
  await markRepeated(tx, batch.id, positions)
  if (countsAs.rates.length === 0) {
    await writeSignUps(tx, ctx, batch, positions)
    return settle()
  }
  const persons = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT person_id AS id FROM result_row
    WHERE batch_id = ${batch.id}::uuid AND state = 'MATCHED' AND (${positions}::int[] IS NULL OR position = ANY(${positions}::int[]))`
  await recordImportedCompletions(tx, ctx, {
    importId: batch.id,
    personIds: persons.map(({ id }) => id),
    pieces: pieces(tx, { batchId: batch.id, programmeId: batch.programmeId, countsAs, positions }, settle),
  })
}

/** The second of two rows with one key is written never, wherever the first was. */
async function markRepeated(tx: Transaction, batchId: string, positions: readonly number[] | null): Promise<void> {
  await tx.$executeRaw`
    WITH mine AS (
      SELECT position, row_key, row_number() OVER (PARTITION BY row_key ORDER BY position) AS nth FROM result_row
      WHERE batch_id = ${batchId}::uuid AND state = 'MATCHED' AND row_key IS NOT NULL
        AND (${positions}::int[] IS NULL OR position = ANY(${positions}::int[])))
    UPDATE result_row r SET state = 'REPEATED' FROM mine
    WHERE r.batch_id = ${batchId}::uuid AND r.position = mine.position
      AND (mine.nth > 1 OR EXISTS (SELECT FROM result_row w WHERE w.row_key = mine.row_key AND w.state = 'WRITTEN'))`
}

/** The completions of the rows, piece by piece; each row's state is settled with its piece, and everything else after the last. */
async function* pieces(
  tx: Transaction,
  meant: RowsMeant,
  settle: () => Promise<void>,
): AsyncGenerator<ImportedCompletion[]> {
  for await (const rows of countedRows(tx, meant)) {
    await settleRows(tx, meant.batchId, rows)
    yield rows.flatMap(({ completions }) => completions)
  }
  await settle()
}

/** Marks the MATCHED rows of a batch that would count for nothing, so that the number to confirm is the number that counts. */
export async function markUncounted(tx: Transaction, batch: BatchToWrite): Promise<void> {
  const { countsAs } = batchOptions(batch.options)
  if (!countsAs || countsAs.rates.length === 0) return
  const meant = { batchId: batch.id, programmeId: batch.programmeId, countsAs, positions: null }
  for await (const rows of countedRows(tx, meant))
    await settleRows(
      tx,
      batch.id,
      rows.filter(({ reason }) => reason !== null),
    )
}

async function settleRows(tx: Transaction, batchId: string, rows: readonly CountedRow[]): Promise<void> {
  const json = JSON.stringify(
    rows.map(({ position, reason }) => ({ position, reason, state: reason === null ? 'WRITTEN' : 'UNCOUNTED' })),
  )
  await tx.$executeRaw`
    UPDATE result_row r SET state = x.state, reasons = CASE WHEN x.reason IS NULL THEN '{}' ELSE ARRAY[x.reason] END
    FROM json_to_recordset(${json}::json) AS x(position int, state result_row_state, reason text)
    WHERE r.batch_id = ${batchId}::uuid AND r.position = x.position`
}
