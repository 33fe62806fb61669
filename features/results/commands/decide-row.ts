import 'server-only'
import type { ResultEntry } from '@/domain/results/result-row'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { type Outcome, ok, refuse } from '@/server/outcome'
import type { DecideRow } from '../input'
import type { BatchInScope } from '../queries/batch-in-scope'
import { matchingGround } from '../queries/matching-ground'
import { enterpriseKeyOf, matchedRow, type MatchingGround, personKeyOf, type RowToMatch } from '../row-matcher'
import { openRow } from '../sealed-row'
import { type TaughtAlias, taughtAliases } from '../taught-aliases'
import { countRows } from './count-rows'
import { openBatch, type OpenRefusal } from './open-batch'
import { saveRows } from './save-rows'
import { writeRows } from './write-rows'

/**
 * An officer says whom a waiting row is about. The spelling is remembered, and other waiting rows of the batch that it explains are
 * matched with it. In a batch that is written already, all of them count at once.
 *
 * @returns how many other rows were matched by it
 */
export function decideRow(ctx: Context, input: DecideRow): Promise<Outcome<{ others: number }, OpenRefusal>> {
  return ctx.transaction(async (tx) => {
    const opened = await openBatch(tx, ctx, input.batchId)
    if (!opened.ok) return opened
    const one = opened.value
    const where = { batchId_position: { batchId: one.id, position: input.position } }
    const row = await tx.resultRow.findUnique({ where })
    if (!row) return refuse('not-found')
    const entry = openRow(row.sealed).entry
    if (!entry || (row.state !== 'QUEUED' && row.state !== 'SET_ASIDE')) return refuse('not-open')
    const ground = await matchingGround(tx, one.id)
    const holders = ground.index.byEntryId.get(input.entryId)?.holders ?? []
    const decided = holders.find(({ holder }) => holder.personId === input.personId)
    if (!decided) return refuse('not-found')
    const said = { state: 'MATCHED' as const, how: 'decided', reasons: [], personId: input.personId }
    const by = { decidedById: ctx.actor.personId, decidedAt: new Date() }
    await tx.resultRow.update({ where, data: { ...said, ...by, entryId: input.entryId } })
    const taught = taughtAliases(ground.index, entry, decided)
    await remember(tx, ctx, one, input.position, taught)
    const others = await matchOthers(tx, ground, taught)
    await settle(tx, ctx, one, [input.position, ...others], { position: input.position, others: others.length })
    return ok({ others: others.length })
  })
}

async function remember(
  tx: Transaction,
  ctx: Context,
  batch: BatchInScope,
  position: number,
  taught: readonly TaughtAlias[],
): Promise<void> {
  await tx.nameAlias.createMany({
    data: taught.map((alias) => ({
      id: newId(),
      regionId: batch.regionId,
      ...alias,
      batchId: batch.id,
      position,
      recordedById: ctx.actor.personId,
    })),
  })
}

/** Matches the waiting rows that a spelling explains; returns their positions. */
async function matchOthers(tx: Transaction, before: MatchingGround, taught: readonly TaughtAlias[]): Promise<number[]> {
  if (taught.length === 0) return []
  const { batchId } = before
  const rows = await tx.$queryRaw<RowToMatch[]>`
    SELECT position, sheet, row, sealed FROM result_row WHERE batch_id = ${batchId}::uuid AND state = 'QUEUED' ORDER BY position`
  const meant = rows.filter(({ sealed }) => isExplained(openRow(sealed).entry, taught, before))
  if (meant.length === 0) return []
  // Loaded anew with what was just learnt; only now, as most decisions concern one row.
  const ground = await matchingGround(tx, batchId)
  const matched = meant.map((row) => matchedRow(ground, row)).filter(({ state }) => state === 'MATCHED')
  await saveRows(tx, batchId, matched)
  return matched.map(({ position }) => position)
}

function isExplained(entry: ResultEntry | null, taught: readonly TaughtAlias[], { index }: MatchingGround): boolean {
  if (!entry) return false
  const enterprise = enterpriseKeyOf(entry.enterprise, index.spelling)
  const person = personKeyOf(entry.person, index.spelling)
  return taught.some((alias) => alias.enterpriseKey === enterprise || alias.personKey === person)
}

async function settle(
  tx: Transaction,
  ctx: Context,
  one: BatchInScope,
  positions: readonly number[],
  detail: Record<string, number>,
): Promise<void> {
  const note = async () => {
    await countRows(tx, one.id)
    const about = { subjectId: one.id, regionPath: one.region.path, detail }
    await recordAudit(tx, ctx, { kind: 'result-row.decided', ...about })
  }
  if (one.state === 'WRITTEN') await writeRows(tx, ctx, one, positions, note)
  else await note()
}
