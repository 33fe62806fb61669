import 'server-only'
import { recordAudit } from '@/server/audit/record'
import { courseBySlug } from '@/server/content/catalog'
import type { Context } from '@/server/context'
import { newId } from '@/server/db/id'
import { ok, type Outcome, refuse } from '@/server/outcome'
import { itemHash } from './item-body'

/**
 * Takes a question of a bank out of use: it is drawn no more, open papers that hold it will count it as right for everybody, and the
 * worker grades closed ones again, which may give a pass and never takes one away (decision 031).
 *
 * Refuses, and writes nothing: no such course or question ('not-found'), withdrawn already ('withdrawn').
 */
export function withdrawItem(
  ctx: Context,
  { course: slug, questionId, reason }: { course: string; questionId: string; reason: string },
): Promise<Outcome<string, 'not-found' | 'withdrawn'>> {
  const course = courseBySlug(slug)
  const question = course?.bank.find(({ id }) => id === questionId)
  if (!course || !question) return Promise.resolve(refuse('not-found'))
  return ctx.transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`item-withdrawal/${slug}/${questionId}`})) IS NULL AS locked`
    if (
      await tx.itemWithdrawal.findFirst({ where: { course: slug, questionId, restoredAt: null }, select: { id: true } })
    )
      return refuse('withdrawn')
    const id = newId()
    await tx.itemWithdrawal.create({
      data: {
        id,
        course: slug,
        questionId,
        itemSha: itemHash(course, question),
        reason,
        withdrawnById: ctx.actor.personId,
      },
    })
    await recordAudit(tx, ctx, {
      kind: 'item.withdrawn',
      subjectId: id,
      detail: { course: slug, question: questionId },
    })
    await tx.outbox.create({
      data: { id: newId(), kind: 'item.withdrawn', key: `item.withdrawn:${id}`, payload: { withdrawalId: id } },
    })
    return ok(id)
  })
}
