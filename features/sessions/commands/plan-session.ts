import 'server-only'
import { regionScope } from '@/server/auth/scope'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import { courseBySlug } from '@/server/content/catalog'
import { newToken } from '@/server/crypto/token'
import { newId } from '@/server/db/id'
import { ok, type Outcome, refuse } from '@/server/outcome'
import type { PlanSession } from '../input'

/** Plans a session for a region of the officer's area. Refuses 'not-found' for another region or programme, 'no-course' for a course that is not there. */
export function planSession(
  ctx: Context,
  plan: PlanSession,
): Promise<Outcome<{ sessionId: string }, 'not-found' | 'no-course'>> {
  return ctx.transaction(async (tx) => {
    const region = await tx.region.findFirst({ where: { AND: [{ code: plan.region }, regionScope(ctx.actor)] } })
    const programme = await tx.programme.findUnique({ where: { id: plan.programmeId }, select: { id: true } })
    if (!region || !programme) return refuse('not-found')
    if (!courseBySlug(plan.course)) return refuse('no-course')
    const sessionId = newId()
    await tx.trainingSession.create({
      data: {
        id: sessionId,
        programmeId: programme.id,
        regionId: region.id,
        title: plan.title,
        courseSlug: plan.course,
        place: plan.place,
        startsAt: plan.startsAt,
        endsAt: plan.endsAt,
        token: newToken(),
        createdById: ctx.actor.personId,
      },
    })
    await recordAudit(tx, ctx, { kind: 'session.planned', subjectId: sessionId, regionPath: region.path })
    return ok({ sessionId })
  })
}
