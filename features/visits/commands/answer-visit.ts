import 'server-only'
import { restandMany } from '@/features/standing/commands/restand-many'
import { recordAudit } from '@/server/audit/record'
import { shanghaiToday } from '@/server/clock'
import type { Context } from '@/server/context'
import { columnOfDay } from '@/server/db/day'
import { ok, type Outcome, refuse } from '@/server/outcome'
import { visitToAnswer } from '../queries/visits-to-confirm'

/**
 * The enterprise says whether a visit took place: "yes" confirms it from today and counts it, "no" is noted for the officer. Answered by whoever holds a seat
 * of the enterprise now and did not record it; a link answers for its own holding's enterprise alone. Refuses 'not-found' otherwise and when it is
 * confirmed already; a "no" may become a "yes", a "yes" stays.
 */
export function answerVisit(
  ctx: Context,
  { visitId, answer }: { visitId: string; answer: 'yes' | 'no' },
): Promise<Outcome<null, 'not-found'>> {
  return ctx.transaction(async (tx) => {
    const visit = await visitToAnswer(tx, ctx.actor, visitId)
    if (!visit) return refuse('not-found')
    const said =
      answer === 'yes'
        ? { confirmedOn: columnOfDay(shanghaiToday()), confirmedById: ctx.actor.personId, disputedAt: null }
        : { disputedAt: new Date() }
    const { count } = await tx.visit.updateMany({
      where: { id: visitId, confirmedOn: null, retractedAt: null },
      data: said,
    })
    if (count === 0) return refuse('not-found')
    await recordAudit(tx, ctx, {
      kind: 'visit.answered',
      subjectId: visitId,
      regionPath: visit.leafPath,
      detail: { answer },
    })
    if (answer === 'yes') await restandMany(tx, [visit.entryId])
    return ok(null)
  })
}
