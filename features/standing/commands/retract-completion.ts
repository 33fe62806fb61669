import 'server-only'
import { recordAudit } from '@/server/audit/record'
import type { Writer } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { ok, type Outcome, refuse } from '@/server/outcome'
import { lockPersonsAndFindEntries } from './lock-persons'
import { restandMany } from './restand-many'

/**
 * Takes a completion back: it stays stored, and from now on counts on no day, past ones included. Leaves an outbox row (kind
 * 'completion.retracted') and an audit event. Make it the last step of the transaction; the caller has asked whether the actor may.
 *
 * Refuses, and writes nothing, when there is no such completion or it was retracted before ('not-found').
 */
export async function retractCompletion(
  tx: Transaction,
  ctx: Writer,
  completionId: string,
): Promise<Outcome<{ completionId: string }, 'not-found'>> {
  const where = { id: completionId, retractedAt: null }
  const completion = await tx.completion.findFirst({ where, select: { personId: true } })
  if (!completion) return refuse('not-found')
  const { personId } = completion
  const entryIds = await lockPersonsAndFindEntries(tx, [personId])
  const retractedById = ctx.actor?.personId ?? null
  const changed = await tx.completion.updateMany({ where, data: { retractedAt: new Date(), retractedById } })
  if (changed.count === 0) return refuse('not-found')

  const key = `completion.retracted:${completionId}`
  await tx.outbox.create({
    data: { id: newId(), kind: 'completion.retracted', key, payload: { completionId, personId } },
  })
  await recordAudit(tx, ctx, { kind: 'completion.retracted', subjectId: completionId })
  await restandMany(tx, entryIds)
  return ok({ completionId })
}
