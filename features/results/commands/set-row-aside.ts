import 'server-only'
import type { Context } from '@/server/context'
import { recordAudit } from '@/server/audit/record'
import { type Outcome, ok, refuse } from '@/server/outcome'
import type { RowInput } from '../input'
import { countRows } from './count-rows'
import { openBatch, type OpenRefusal } from './open-batch'

/**
 * Puts a waiting row aside, so that nobody is asked about it again; or, when it is aside, lets it wait again.
 *
 * @returns whether it is aside now
 */
export function setRowAside(ctx: Context, input: RowInput): Promise<Outcome<{ isAside: boolean }, OpenRefusal>> {
  return ctx.transaction(async (tx) => {
    const opened = await openBatch(tx, ctx, input.batchId)
    if (!opened.ok) return opened
    const where = { batchId: input.batchId, position: input.position }
    const row = await tx.resultRow.findUnique({ where: { batchId_position: where } })
    if (row?.state !== 'QUEUED' && row?.state !== 'SET_ASIDE') return refuse('not-open')
    const wasAside = row.state === 'SET_ASIDE'
    const by = { decidedById: ctx.actor.personId, decidedAt: new Date() }
    const data = wasAside ? { decidedById: null, decidedAt: null } : by
    await tx.resultRow.update({
      where: { batchId_position: where },
      data: { state: wasAside ? 'QUEUED' : 'SET_ASIDE', ...data },
    })
    await countRows(tx, input.batchId)
    const about = { subjectId: input.batchId, regionPath: opened.value.region.path }
    const detail = { position: input.position, aside: !wasAside }
    await recordAudit(tx, ctx, { kind: 'result-row.decided', ...about, detail })
    return ok({ isAside: !wasAside })
  })
}
