import 'server-only'
import { type Day, shanghaiDayOf } from '@/domain/calendar/day'
import type { SeatKind } from '@/domain/rates/entry-facts'
import { type ImportedCompletion, recordImportedCompletions } from '@/features/standing/commands/imported-completions'
import { databaseNow } from '@/server/clock'
import type { Context } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { batchOptions, countedRates, type CountsAs } from '../batch-options'
import { type ImportedSubject, importedSubjects } from '../queries/imported-subjects'
import { openRow } from '../sealed-row'
import { sourceOf } from '../source-of'
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

interface RowToWrite {
  position: number
  personId: string
  happenedOn: Day
  sealed: Uint8Array
  seatKinds: SeatKind[]
}

const PIECE = 2000

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
    pieces: settledPieces(pieces(tx, batch, countsAs, positions), settle),
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

async function* settledPieces<T>(pieces: AsyncIterable<T>, settle: () => Promise<void>): AsyncGenerator<T> {
  yield* pieces
  await settle()
}

/** The completions of the rows, piece by piece; each row's state is settled with its piece. */
async function* pieces(
  tx: Transaction,
  batch: BatchToWrite,
  countsAs: CountsAs,
  positions: readonly number[] | null,
): AsyncGenerator<ImportedCompletion[]> {
  const today = shanghaiDayOf(await databaseNow(tx))
  const subjects = await importedSubjects(batch.programmeId, today, tx)
  for (let after = -1; ; ) {
    const rows = await rowsToWrite(tx, batch, { after, today, positions })
    const last = rows.at(-1)
    if (!last) return
    after = last.position
    const counted = rows.map((row) => ({ row, completions: completionsOf(batch.id, row, subjects, countsAs) }))
    await settleRows(tx, batch.id, counted)
    yield counted.flatMap(({ completions }) => completions)
  }
}

function rowsToWrite(
  tx: Transaction,
  { id, programmeId }: BatchToWrite,
  { after, today, positions }: { after: number; today: Day; positions: readonly number[] | null },
): Promise<RowToWrite[]> {
  return tx.$queryRaw<RowToWrite[]>`
    SELECT r.position, r.person_id AS "personId", to_char(r.happened_on, 'YYYY-MM-DD') AS "happenedOn", r.sealed,
      ARRAY(SELECT DISTINCT s.kind::text FROM holding h JOIN seat s ON s.id = h.seat_id JOIN roster_entry e ON e.id = s.entry_id
        WHERE h.person_id = r.person_id AND e.programme_id = ${programmeId}::uuid AND h.retracted_at IS NULL AND s.retracted_at IS NULL
          AND ((h.from_on <= r.happened_on AND (h.to_on IS NULL OR h.to_on > r.happened_on))
            OR (h.from_on <= ${today}::date AND (h.to_on IS NULL OR h.to_on > ${today}::date)))) AS "seatKinds"
    FROM result_row r
    WHERE r.batch_id = ${id}::uuid AND r.position > ${after} AND r.state = 'MATCHED'
      AND (${positions}::int[] IS NULL OR r.position = ANY(${positions}::int[]))
    ORDER BY r.position LIMIT ${PIECE}`
}

function completionsOf(
  batchId: string,
  row: RowToWrite,
  subjects: readonly ImportedSubject[],
  countsAs: CountsAs,
): ImportedCompletion[] {
  const { entry } = openRow(row.sealed)
  const { rates } = countedRates(entry ?? { score: null, passed: null }, countsAs)
  const mine = subjects.filter(({ rate, seatKind }) => rates.includes(rate) && row.seatKinds.includes(seatKind))
  const once = new Map(mine.map((one) => [`${one.subjectKind}:${one.slug}:${one.minVersion}`, one]))
  return [...once.values()].map(({ subjectKind, slug, minVersion }) => ({
    personId: row.personId,
    subjectKind,
    slug,
    contentVersion: minVersion,
    happenedOn: row.happenedOn,
    sourceKey: sourceOf(batchId, row.position) + newId(),
  }))
}

async function settleRows(
  tx: Transaction,
  batchId: string,
  counted: readonly { row: RowToWrite; completions: readonly ImportedCompletion[] }[],
): Promise<void> {
  const json = JSON.stringify(
    counted.map(({ row, completions }) => ({
      position: row.position,
      state: completions.length > 0 ? 'WRITTEN' : 'UNCOUNTED',
      reason: completions.length > 0 ? null : row.seatKinds.length === 0 ? 'no-seat' : 'no-requirement',
    })),
  )
  await tx.$executeRaw`
    UPDATE result_row r SET state = x.state, reasons = CASE WHEN x.reason IS NULL THEN '{}' ELSE ARRAY[x.reason] END
    FROM json_to_recordset(${json}::json) AS x(position int, state result_row_state, reason text)
    WHERE r.batch_id = ${batchId}::uuid AND r.position = x.position`
}
