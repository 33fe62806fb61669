import 'server-only'
import { inTransaction } from '@/server/context'
import { db } from '@/server/db/client'
import { matchingGround } from '../queries/matching-ground'
import { type MatchedRow, type MatchingGround, matchedRow, type RowToMatch } from '../row-matcher'
import { countRows } from './count-rows'
import { longTransaction } from './long-transaction'
import { leaveResultJob } from './outbox'
import { BatchStopped } from './read-rows'
import { saveRows } from './save-rows'
import { markUncounted } from './write-rows'

const CHUNK = 500

/**
 * Matches the rows of a batch to the roster: MATCHING → MATCHED; a batch that was written before goes on to be written at once, so that
 * what the roster knows by now counts. Rows that are written, decided or put aside are left as they are.
 *
 * Runs in the worker; progress and a cancel work as in reading. After a crash it starts over; again for a batch that is not MATCHING it
 * does nothing.
 */
export async function matchBatch(batchId: string): Promise<void> {
  const { count } = await db.resultBatch.updateMany({
    where: { id: batchId, state: 'MATCHING' },
    data: { rowsDone: 0 },
  })
  if (count === 0) return
  try {
    const ground = await longTransaction((tx) => matchingGround(tx, batchId))
    await matchRows(ground)
    await finish(batchId)
  } catch (error) {
    if (!(error instanceof BatchStopped)) throw error
  }
}

async function matchRows(ground: MatchingGround): Promise<void> {
  const { batchId } = ground
  const seen = await keptKeys(batchId)
  let done = 0
  for (let after = -1; ; ) {
    const rows = await db.$queryRaw<RowToMatch[]>`
      SELECT position, sheet, row, sealed FROM result_row
      WHERE batch_id = ${batchId}::uuid AND position > ${after} AND state NOT IN ('WRITTEN', 'SET_ASIDE')
        AND how IS DISTINCT FROM 'decided'
      ORDER BY position LIMIT ${CHUNK}`
    const last = rows.at(-1)
    if (!last) return
    after = last.position
    const matched = await withRepeated(
      rows.map((row) => matchedRow(ground, row)),
      seen,
    )
    done += rows.length
    await inTransaction(async (tx) => {
      const where = { id: batchId, state: 'MATCHING' as const }
      const { count } = await tx.resultBatch.updateMany({ where, data: { rowsDone: done } })
      if (count === 0) throw new BatchStopped()
      await saveRows(tx, batchId, matched)
    })
  }
}

const keyText = (key: Uint8Array) => Buffer.from(key).toString('base64')

/** Keys of the rows that stay as they are. */
async function keptKeys(batchId: string): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ rowKey: Uint8Array }[]>`
    SELECT row_key AS "rowKey" FROM result_row WHERE batch_id = ${batchId}::uuid AND row_key IS NOT NULL
      AND (state = 'WRITTEN' OR how = 'decided')`
  return new Set(rows.map(({ rowKey }) => keyText(rowKey)))
}

/** Marks rows that are written already, by any batch, or stood earlier in this one. `seen` grows by the rest. */
async function withRepeated(rows: readonly MatchedRow[], seen: Set<string>): Promise<MatchedRow[]> {
  const keys = rows.flatMap(({ rowKey }) => rowKey ?? [])
  const written = await db.$queryRaw<{ rowKey: Uint8Array }[]>`
    SELECT row_key AS "rowKey" FROM result_row WHERE state = 'WRITTEN' AND row_key = ANY(${keys}::bytea[])`
  const elsewhere = new Set(written.map(({ rowKey }) => keyText(rowKey)))
  return rows.map((row) => {
    if (!row.rowKey || row.state === 'UNCOUNTED') return row
    const key = keyText(row.rowKey)
    if (elsewhere.has(key) || seen.has(key)) return { ...row, state: 'REPEATED', candidates: [], reasons: [] }
    seen.add(key)
    return row
  })
}

async function finish(batchId: string): Promise<void> {
  await longTransaction(async (tx) => {
    const [locked] = await tx.$queryRaw<{ state: string }[]>`
      SELECT state::text FROM result_batch WHERE id = ${batchId}::uuid FOR UPDATE`
    if (locked?.state !== 'MATCHING') return
    const one = await tx.resultBatch.findUniqueOrThrow({ where: { id: batchId } })
    const isWritten = one.writtenAt !== null
    await markUncounted(tx, one)
    await countRows(tx, batchId)
    await tx.resultBatch.update({ where: { id: batchId }, data: { state: isWritten ? 'WRITING' : 'MATCHED' } })
    if (isWritten) await leaveResultJob(tx, 'results.write', batchId)
  })
}
