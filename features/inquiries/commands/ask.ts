import 'server-only'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { ok, type Outcome, refuse } from '@/server/outcome'
import { ownEntries } from '../queries/own-entries'

/** So many open at once: more would be a list, better brought to a visit. */
export const OPEN_AT_MOST = 5

/**
 * Asks on behalf of an enterprise where the actor holds a seat. It goes to the level above the leaf (the county), or to the leaf where that is the city. Refuses
 * 'not-found' for an enterprise that is not theirs, 'too-many' with five open ones; the same words again are the same inquiry.
 */
export function ask(
  ctx: Context,
  { entryId, question }: { entryId: string; question: string },
): Promise<Outcome<{ inquiryId: string }, 'not-found' | 'too-many'>> {
  return ctx.transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM person WHERE id = ${ctx.actor.personId}::uuid FOR NO KEY UPDATE`
    const entry = (await ownEntries(ctx.actor, tx)).find((one) => one.entryId === entryId)
    if (!entry) return refuse('not-found')
    const open = await tx.inquiry.findMany({
      where: { entryId, askedById: ctx.actor.personId, answeredAt: null, retractedAt: null },
      select: { id: true, question: true },
    })
    const same = open.find((one) => one.question === question)
    if (same) return ok({ inquiryId: same.id })
    if (open.length >= OPEN_AT_MOST) return refuse('too-many')
    const inquiryId = newId()
    const regionId = await answeringRegion(tx, entry.leafId)
    await tx.inquiry.create({ data: { id: inquiryId, entryId, askedById: ctx.actor.personId, question, regionId } })
    await recordAudit(tx, ctx, { kind: 'inquiry.asked', subjectId: inquiryId, regionPath: entry.leafPath })
    return ok({ inquiryId })
  })
}

/** The county of a township; a leaf that lies right beneath the city answers itself. */
async function answeringRegion(tx: Transaction, leafId: string): Promise<string> {
  const { parent } = await tx.region.findUniqueOrThrow({ where: { id: leafId }, include: { parent: true } })
  return parent && parent.kind !== 'CITY' ? parent.id : leafId
}

/** Takes one's own question back while nobody has answered. Refuses 'not-found' otherwise. */
export function takeBack(ctx: Context, inquiryId: string): Promise<Outcome<null, 'not-found'>> {
  return ctx.transaction(async (tx) => {
    const { count } = await tx.inquiry.updateMany({
      where: { id: inquiryId, askedById: ctx.actor.personId, answeredAt: null, retractedAt: null },
      data: { retractedAt: new Date() },
    })
    if (count === 0) return refuse('not-found')
    await recordAudit(tx, ctx, { kind: 'inquiry.retracted', subjectId: inquiryId })
    return ok(null)
  })
}
