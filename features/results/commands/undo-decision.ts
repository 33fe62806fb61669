import 'server-only'
import { retractImportedCompletions } from '@/features/standing/commands/imported-completions'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { type Outcome, ok, refuse } from '@/server/outcome'
import type { RowInput } from '../input'
import { matchingGround } from '../queries/matching-ground'
import { type MatchedRow, matchedRow } from '../row-matcher'
import { sourceOf } from '../source-of'
import { countRows } from './count-rows'
import { leaningRows, type RowBefore } from './leaning-rows'
import { openBatch, type OpenRefusal } from './open-batch'
import { restoreRepeated } from './restore-repeated'
import { saveRows } from './save-rows'

/**
 * Takes one decision back: the spellings it taught are forgotten, what it counted is retracted, and the row waits again; so do rows of any
 * batch of the programme that were matched by those spellings and by nothing else. What other written batches proved with the same rows
 * counts from then on.
 *
 * @returns how many other rows wait again
 */
export function undoDecision(ctx: Context, input: RowInput): Promise<Outcome<{ others: number }, OpenRefusal>> {
  return ctx.transaction(async (tx) => {
    const opened = await openBatch(tx, ctx, input.batchId)
    if (!opened.ok) return opened
    const one = opened.value
    const where = { batchId: one.id, position: input.position }
    const row = await tx.resultRow.findUnique({ where: { batchId_position: where } })
    if (row?.how !== 'decided' || !row.entryId || !row.personId) return refuse('not-open')
    const taught = { ...where, retractedAt: null }
    const forgotten = await tx.nameAlias.findMany({ where: taught })
    const data = { retractedAt: new Date(), retractedById: ctx.actor.personId }
    await tx.nameAlias.updateMany({ where: taught, data })
    const own: RowBefore = { ...row, how: 'decided', entryId: row.entryId, personId: row.personId }
    const leant = await leaningRows(tx, one.programmeId, one.region.path, forgotten)
    const back = await putBack(tx, [own, ...leant])
    const others = back.length - 1
    for (const batchId of new Set(back.map((some) => some.batchId))) {
      const mine = back.filter((some) => some.batchId === batchId)
      const detail: Record<string, number> =
        batchId === one.id ? { position: input.position, others } : { others: mine.length }
      const regionPath = await pathOf(tx, batchId)
      await recordAudit(tx, ctx, { kind: 'result-row.undone', subjectId: batchId, regionPath, detail })
      await unwrite(tx, ctx, batchId, mine)
    }
    const freed = back.filter(({ state }) => state === 'WRITTEN').map(({ rowKey }) => rowKey)
    await restoreRepeated(tx, ctx, one, freed)
    return ok({ others })
  })
}

async function pathOf(tx: Transaction, batchId: string): Promise<string> {
  const { regionId } = await tx.resultBatch.findUniqueOrThrow({ where: { id: batchId }, select: { regionId: true } })
  const { path } = await tx.region.findUniqueOrThrow({ where: { id: regionId }, select: { path: true } })
  return path
}

/** Matches the rows anew with what is still known; stores and returns those that are not what they were. */
async function putBack(tx: Transaction, rows: readonly RowBefore[]): Promise<RowBefore[]> {
  const back: RowBefore[] = []
  for (const batchId of new Set(rows.map((row) => row.batchId))) {
    const ground = await matchingGround(tx, batchId)
    const changed = rows
      .filter((row) => row.batchId === batchId)
      .map((row) => ({ row, now: matchedRow(ground, row) }))
      .filter(({ row, now }) => row.how === 'decided' || now.personId !== row.personId || now.entryId !== row.entryId)
    await saveRows(
      tx,
      batchId,
      changed.map(({ now }) => waiting(now)),
    )
    await countRows(tx, batchId)
    back.push(...changed.map(({ row }) => row))
  }
  return back
}

/** A row that is put back waits, even when it could now be matched otherwise: that match is its first suggestion. */
function waiting(row: MatchedRow): MatchedRow {
  if (row.state !== 'MATCHED' || !row.entryId) return row
  const candidates = [{ entryId: row.entryId, personId: row.personId, because: [] }]
  return { ...row, state: 'QUEUED', how: null, personId: null, candidates }
}

async function unwrite(tx: Transaction, ctx: Context, batchId: string, rows: readonly RowBefore[]): Promise<void> {
  const written = rows.filter(({ state }) => state === 'WRITTEN')
  if (written.length === 0) return
  const json = JSON.stringify(written.map((row) => ({ batch_id: row.batchId, position: row.position })))
  await tx.$executeRaw`
    UPDATE sign_up s SET retracted_at = clock_timestamp(), retracted_by_id = ${ctx.actor.personId}::uuid
    FROM json_to_recordset(${json}::json) AS x(batch_id uuid, position int)
    WHERE s.batch_id = x.batch_id AND s.position = x.position AND s.retracted_at IS NULL`
  await retractImportedCompletions(tx, ctx, {
    importId: batchId,
    personIds: written.map(({ personId }) => personId),
    sources: written.map((row) => sourceOf(row.batchId, row.position)),
  })
}
