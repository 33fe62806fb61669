import 'server-only'
import { addDays } from '@/domain/calendar/day'
import { recordAudit } from '@/server/audit/record'
import { regionScope } from '@/server/auth/scope'
import type { Context } from '@/server/context'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { ok, type Outcome, refuse } from '@/server/outcome'

/**
 * Plans a round of visits in a region of the officer's area, both days included. Refuses 'not-found' for another region or programme, 'day-outside' when the
 * last day comes before the first or the round lies outside the programme.
 */
export function planRound(
  ctx: Context,
  said: { programmeId: string; regionId: string; title: string; fromOn: string; lastOn: string; roster: 'key' | 'all' },
): Promise<Outcome<{ roundId: string }, 'not-found' | 'day-outside'>> {
  return ctx.transaction(async (tx) => {
    const region = await tx.region.findFirst({ where: { AND: [{ id: said.regionId }, regionScope(ctx.actor)] } })
    const programme = await tx.programme.findUnique({ where: { id: said.programmeId } })
    if (!region || !programme) return refuse('not-found')
    const [fromOn, toOn] = [columnOfDay(said.fromOn), columnOfDay(addDays(said.lastOn, 1))]
    const isOutside = fromOn < programme.fromOn || (programme.toOn !== null && toOn > programme.toOn)
    if (toOn <= fromOn || isOutside) return refuse('day-outside')
    const roundId = newId()
    await tx.visitRound.create({
      data: {
        id: roundId,
        programmeId: programme.id,
        regionId: region.id,
        title: said.title,
        fromOn,
        toOn,
        isKeyOnly: said.roster === 'key',
        recordedById: ctx.actor.personId,
      },
    })
    await recordAudit(tx, ctx, {
      kind: 'visit.round-planned',
      subjectId: roundId,
      regionPath: region.path,
      detail: { fromOn: said.fromOn, lastOn: said.lastOn, roster: said.roster },
    })
    return ok({ roundId })
  })
}

/** Takes a round back; the visits stay. Refuses 'not-found' for a round of a region that is not the officer's. */
export function retractRound(ctx: Context, roundId: string): Promise<Outcome<null, 'not-found'>> {
  return ctx.transaction(async (tx) => {
    const found = await tx.visitRound.findFirst({ where: { id: roundId, retractedAt: null } })
    const region =
      found && (await tx.region.findFirst({ where: { AND: [{ id: found.regionId }, regionScope(ctx.actor)] } }))
    if (!found || !region) return refuse('not-found')
    await tx.visitRound.update({
      where: { id: found.id },
      data: { retractedAt: new Date(), retractedById: ctx.actor.personId },
      select: { id: true },
    })
    await recordAudit(tx, ctx, { kind: 'visit.round-retracted', subjectId: found.id, regionPath: region.path })
    return ok(null)
  })
}
