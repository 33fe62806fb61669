import 'server-only'
import { reaches } from '@/domain/permissions/reaches'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import { courseBySlug } from '@/server/content/catalog'
import { newToken } from '@/server/crypto/token'
import { newId } from '@/server/db/id'
import { ok, type Outcome, refuse } from '@/server/outcome'
import type { PlanSession } from '../input'
import { sessionHosts } from '../queries/session-hosts'

/**
 * Plans a session: officers for a region of their area, with the agency and the lecturer they name; people of an agency for the region that commissioned it, in
 * the agency's name. Refuses 'not-found' for another region or programme, 'no-course' for a course that is not there, 'no-host' for an agency or
 * lecturer who is none there.
 */
export function planSession(
  ctx: Context,
  plan: PlanSession,
): Promise<Outcome<{ sessionId: string }, 'not-found' | 'no-course' | 'no-host'>> {
  return ctx.transaction(async (tx) => {
    const region = await tx.region.findFirst({ where: { code: plan.region, closedOn: null } })
    const programme = await tx.programme.findUnique({ where: { id: plan.programmeId }, select: { id: true } })
    if (!region || !programme) return refuse('not-found')
    const own =
      ctx.actor.grants.find(({ role, regionId }) => role === 'AGENCY' && regionId === region.id)?.agencyId ?? null
    const isOfficer = reaches(ctx.actor, region.path)
    if (!isOfficer && !own) return refuse('not-found')
    if (!courseBySlug(plan.course)) return refuse('no-course')
    const { agencyId, lecturerId } = isOfficer ? plan : { agencyId: own, lecturerId: plan.lecturerId }
    const hosts = await sessionHosts(tx, region.path)
    if (agencyId && !hosts.agencies.some(({ id }) => id === agencyId)) return refuse('no-host')
    if (lecturerId && !hosts.lecturers.some(({ id }) => id === lecturerId)) return refuse('no-host')
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
        agencyId,
        lecturerId,
        hasExitExam: plan.exitExam === 'yes',
      },
    })
    await recordAudit(tx, ctx, { kind: 'session.planned', subjectId: sessionId, regionPath: region.path })
    return ok({ sessionId })
  })
}
