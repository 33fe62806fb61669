import 'server-only'
import { retractImportedCompletions } from '@/features/standing/commands/imported-completions'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { type Outcome, ok, refuse } from '@/server/outcome'
import type { RowInput } from '../input'
import { matchingGround } from '../queries/matching-ground'
import { type MatchedRow, matchedRow, type RowToMatch } from '../row-matcher'
import { sourceOf } from '../source-of'
import { countRows } from './count-rows'
import { openBatch, type OpenRefusal } from './open-batch'
import { saveRows } from './save-rows'

/** A matched or written row with the batch it is in. */
interface RowBefore extends RowToMatch {
  batchId: string
  state: string
  how: string
  entryId: string
  personId: string
}

/**
 * Takes one decision back: the spellings it taught are forgotten, what it counted is retracted, and the row waits again; so do rows of any
 * batch of the programme that only those spellings explained.
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
    const { count } = await tx.nameAlias.updateMany({
      where: { ...where, retractedAt: null },
      data: { retractedAt: new Date(), retractedById: ctx.actor.personId },
    })
    const own: RowBefore = { ...row, how: 'decided', entryId: row.entryId, personId: row.personId }
    const leant = count > 0 ? await rowsAt(tx, one.programmeId, row.entryId) : []
    const back = await putBack(tx, [own, ...leant])
    const others = back.length - 1
    const detail = { position: input.position, others }
    const about = { subjectId: one.id, regionPath: one.region.path, detail }
    await recordAudit(tx, ctx, { kind: 'result-row.undone', ...about })
    await unwrite(tx, ctx, one.id, back)
    return ok({ others })
  })
}

/** Rows that were found to be about this entry without anybody deciding it. */
function rowsAt(tx: Transaction, programmeId: string, entryId: string): Promise<RowBefore[]> {
  return tx.$queryRaw<RowBefore[]>`
    SELECT r.batch_id AS "batchId", r.position, r.sheet, r.row, r.sealed, r.state::text AS state, r.how, r.entry_id AS "entryId",
      r.person_id AS "personId"
    FROM result_batch b JOIN result_row r ON r.batch_id = b.id
    WHERE b.programme_id = ${programmeId}::uuid AND b.state IN ('MATCHED', 'WRITTEN') AND r.entry_id = ${entryId}::uuid
      AND r.state IN ('MATCHED', 'WRITTEN') AND r.how <> 'decided'
    ORDER BY r.batch_id, r.position`
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
      changed.map(({ row, now }) => (row.how === 'decided' ? waiting(now) : now)),
    )
    await countRows(tx, batchId)
    back.push(...changed.map(({ row }) => row))
  }
  return back
}

/** A row whose decision was taken back waits, even when it could now be matched: that match is its first suggestion. */
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
