import 'server-only'
import { recordAudit } from '@/server/audit/record'
import type { Transaction } from '@/server/db/client'
import { matchingGround } from '../queries/matching-ground'
import { matchedRow, type RowToMatch } from '../row-matcher'
import { countRows } from './count-rows'
import { saveRows } from './save-rows'
import { markUncounted, type Writer, writeRows } from './write-rows'

const CHUNK = 500

/**
 * When rows that were written free their keys, what other written batches also proved counts from now on: of each key its oldest REPEATED
 * row is matched anew and written; one that matches nobody any more waits, and the next oldest is tried. Rows of batches that are not
 * written yet are matched anew only, so that the number to confirm is the number that counts.
 *
 * For a transaction that holds the lock of the programme's results, after the freed rows' completions were retracted. Rows of one batch
 * are written with one event in that batch's trail.
 *
 * @param from the batch that freed them: there such rows stay as they are
 */
export async function restoreRepeated(
  tx: Transaction,
  ctx: Writer,
  from: { id: string; programmeId: string },
  freed: readonly (Uint8Array | null)[],
): Promise<void> {
  const keys = freed.filter((key) => key !== null).map((key) => new Uint8Array(key))
  if (keys.length === 0) return
  const batches = await tx.$queryRaw<{ id: string }[]>`
    SELECT b.id FROM result_batch b
    WHERE b.programme_id = ${from.programmeId}::uuid AND b.id <> ${from.id}::uuid AND b.state IN ('MATCHED', 'WRITING', 'WRITTEN')
      AND EXISTS (SELECT FROM result_row r WHERE r.batch_id = b.id AND r.state = 'REPEATED' AND r.row_key = ANY(${keys}::bytea[]))
    ORDER BY (b.state = 'WRITTEN') DESC, b.id FOR UPDATE`
  for (const { id } of batches) await restoreIn(tx, ctx, id, keys)
}

async function restoreIn(
  tx: Transaction,
  ctx: Writer,
  batchId: string,
  keys: readonly Uint8Array<ArrayBuffer>[],
): Promise<void> {
  const rows = await tx.$queryRaw<(RowToMatch & { how: string | null })[]>`
    SELECT DISTINCT ON (r.row_key) r.position, r.sheet, r.row, r.sealed, r.how FROM result_row r
    WHERE r.batch_id = ${batchId}::uuid AND r.state = 'REPEATED' AND r.row_key = ANY(${[...keys]}::bytea[])
      AND NOT EXISTS (SELECT FROM result_row w WHERE w.row_key = r.row_key
        AND (w.state = 'WRITTEN' OR (w.batch_id = r.batch_id AND w.state <> 'REPEATED')))
    ORDER BY r.row_key, r.position`
  if (rows.length === 0) return
  const ground = await matchingGround(tx, batchId)
  const anew = rows.filter(({ how }) => how !== 'decided')
  for (let start = 0; start < anew.length; start += CHUNK) {
    const matched = anew.slice(start, start + CHUNK).map((row) => matchedRow(ground, row))
    await saveRows(tx, batchId, matched)
  }
  const positions = rows.map(({ position }) => position)
  // What somebody decided stays decided.
  await tx.resultRow.updateMany({
    where: { batchId, position: { in: positions }, how: 'decided', state: 'REPEATED' },
    data: { state: 'MATCHED', reasons: [] },
  })
  const batch = await tx.resultBatch.findUniqueOrThrow({ where: { id: batchId } })
  if (batch.state !== 'WRITTEN') {
    await markUncounted(tx, batch)
    await countRows(tx, batchId)
    return
  }
  const { path } = await tx.region.findUniqueOrThrow({ where: { id: batch.regionId }, select: { path: true } })
  await writeRows(tx, ctx, batch, positions, async () => {
    const { WRITTEN = 0 } = await countRows(tx, batchId)
    const detail = { rows: WRITTEN, restored: positions.length }
    await recordAudit(tx, ctx, { kind: 'results.written', subjectId: batchId, regionPath: path, detail })
  })
}
