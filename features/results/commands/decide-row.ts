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

type Choice = Pick<DecideRow, 'position' | 'entryId' | 'personId'>

/**
 * An officer says whom a waiting row is about. The spelling is remembered, and other waiting rows of the batch that it explains are
 * matched with it. In a batch that is written already, all of them count at once.
 *
 * @returns how many other rows were matched by it
 */
export function decideRow(ctx: Context, input: DecideRow): Promise<Outcome<{ others: number }, OpenRefusal>> {
  return decideRows(ctx, { batchId: input.batchId, choices: [input] })
}

/**
 * The same for several rows that an officer has looked over, in one transaction. Rows that have found their end meanwhile are left
 * as they are; refused ('not-open') when that is true of all, and whole ('not-found') when somebody chosen holds no seat there.
 *
 * @returns how many were decided, and how many others were matched by what was learnt
 */
export function decideRows(
  ctx: Context,
  { batchId, choices }: { batchId: string; choices: readonly Choice[] },
): Promise<Outcome<{ decided: number; others: number }, OpenRefusal>> {
  return ctx
    .transaction(async (tx) => {
      const opened = await openBatch(tx, ctx, batchId)
      if (!opened.ok) return opened
      const one = opened.value
      const where = { batchId: one.id, position: { in: choices.map(({ position }) => position) } }
      const rows = await tx.resultRow.findMany({ where, orderBy: { position: 'asc' } })
      if (rows.length === 0) return refuse('not-found')
      const open = rows.filter(({ state }) => state === 'QUEUED' || state === 'SET_ASIDE')
      if (open.length === 0) return refuse('not-open')
      const ground = await matchingGround(tx, one.id)
      const taught: TaughtAlias[] = []
      const decided: number[] = []
      for (const row of open) {
        const choice = choices.find(({ position }) => position === row.position)
        const entry = openRow(row.sealed).entry
        const holders = ground.index.byEntryId.get(choice?.entryId ?? '')?.holders ?? []
        const holder = holders.find((some) => some.holder.personId === choice?.personId)
        // Thrown, so that what was decided before it in this transaction is not kept.
        if (!choice || !entry || !holder) throw new ChosenNobody()
        await keepDecision(tx, ctx, row, choice)
        const learnt = taughtAliases(ground.index, entry, holder).filter((alias) => !isKnown(alias, taught))
        await remember(tx, ctx, one, row.position, learnt)
        taught.push(...learnt)
        decided.push(row.position)
      }
      const others = await matchOthers(tx, ground, taught)
      const first = decided[0] ?? 0
      await settle(tx, ctx, one, [...decided, ...others], {
        position: first,
        rows: decided.length,
        others: others.length,
      })
      return ok({ decided: decided.length, others: others.length })
    })
    .catch((error: unknown) => {
      if (error instanceof ChosenNobody) return refuse('not-found')
      throw error
    })
}

/** Somebody was chosen who holds no seat of that entry in the batch's area. */
class ChosenNobody extends Error {
  override name = 'ChosenNobody'
}

function isKnown(alias: TaughtAlias, taught: readonly TaughtAlias[]): boolean {
  const { enterpriseKey, personKey } = alias
  return taught.some((one) => one.enterpriseKey === enterpriseKey && one.personKey === personKey)
}

async function keepDecision(
  tx: Transaction,
  ctx: Context,
  { batchId, position }: { batchId: string; position: number },
  { entryId, personId }: Choice,
): Promise<void> {
  const by = { decidedById: ctx.actor.personId, decidedAt: new Date() }
  await tx.resultRow.update({
    where: { batchId_position: { batchId, position } },
    data: { state: 'MATCHED', how: 'decided', reasons: [], personId, entryId, ...by },
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
