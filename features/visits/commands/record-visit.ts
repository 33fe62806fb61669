import 'server-only'
import { reaches } from '@/domain/permissions/reaches'
import { recordAudit } from '@/server/audit/record'
import { servingAgency } from '@/server/auth/served'
import { shanghaiToday } from '@/server/clock'
import type { Context } from '@/server/context'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { ok, type Outcome, refuse } from '@/server/outcome'
import type { RecordVisit } from '../input'
import { lockedEntry } from './locked-entry'

/**
 * Records a visit with what was found; it counts once the enterprise has confirmed it. The same id again records nothing and succeeds, so that a
 * phone that was offline may send it as often as it likes. Refuses 'not-found' outside the officer's scope and the running contracts of
 * an agency, 'day-outside' for a day that has not come
 * or lies before the programme, 'taken' when the id is another's.
 */
export function recordVisit(
  ctx: Context,
  said: RecordVisit,
): Promise<Outcome<{ visitId: string }, 'not-found' | 'day-outside' | 'taken'>> {
  return ctx.transaction(async (tx) => {
    const entry = await lockedEntry(tx, said.entryId)
    if (!entry) return refuse('not-found')
    // An officer's own visit is the office's, also when they work for an agency.
    const agencyId = reaches(ctx.actor, entry.leafPath) ? null : await servingAgency(ctx.actor, said.entryId)
    if (!agencyId && !reaches(ctx.actor, entry.leafPath)) return refuse('not-found')
    const known = await tx.visit.findUnique({ where: { id: said.visitId } })
    if (known) {
      const isSame = known.entryId === said.entryId && known.recordedById === ctx.actor.personId
      return isSame ? ok({ visitId: known.id }) : refuse('taken')
    }
    const { visitedOn } = said
    if (visitedOn > shanghaiToday() || visitedOn < entry.fromOn) return refuse('day-outside')
    await tx.visit.create({
      data: {
        id: said.visitId,
        entryId: said.entryId,
        visitedOn: columnOfDay(visitedOn),
        topics: said.topics,
        recordedById: ctx.actor.personId,
        agencyId,
        findings: {
          create: [
            ...said.needs.map((text) => ({ id: newId(), kind: 'NEED' as const, text })),
            ...said.projects.map((text) => ({ id: newId(), kind: 'PROJECT' as const, text })),
          ],
        },
      },
    })
    await recordAudit(tx, ctx, {
      kind: 'visit.recorded',
      subjectId: said.visitId,
      regionPath: entry.leafPath,
      detail: { visitedOn, needs: said.needs.length, projects: said.projects.length },
    })
    return ok({ visitId: said.visitId })
  })
}

/** Takes a visit back that the enterprise has not confirmed; only whoever recorded it. Refuses 'not-found' for anything else. */
export function retractVisit(ctx: Context, visitId: string): Promise<Outcome<null, 'not-found'>> {
  return ctx.transaction(async (tx) => {
    const [retracted] = await tx.visit.updateManyAndReturn({
      where: { id: visitId, recordedById: ctx.actor.personId, confirmedOn: null, retractedAt: null },
      data: { retractedAt: new Date(), retractedById: ctx.actor.personId },
      select: { entryId: true },
    })
    if (!retracted) return refuse('not-found')
    const entry = await lockedEntry(tx, retracted.entryId)
    await recordAudit(tx, ctx, { kind: 'visit.retracted', subjectId: visitId, regionPath: entry?.leafPath ?? null })
    return ok(null)
  })
}
