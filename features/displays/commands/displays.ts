import 'server-only'
import { addDays } from '@/domain/calendar/day'
import { recordAudit } from '@/server/audit/record'
import { regionScope } from '@/server/auth/scope'
import { shanghaiToday } from '@/server/clock'
import type { Context } from '@/server/context'
import { newToken, tokenHmac } from '@/server/crypto/token'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { ok, type Outcome, refuse } from '@/server/outcome'

/** No display hangs longer without somebody looking after it. */
const DAYS_AT_MOST = 400

/**
 * Makes an address for a region of the officer's area that shows its rates until a last day. The token is in the answer and nowhere else. Refuses 'not-found' for
 * another region or programme, 'day-outside' for a last day that has passed or lies more than 400 days ahead.
 */
export function makeDisplay(
  ctx: Context,
  said: { programmeId: string; regionId: string; label: string; lastOn: string },
): Promise<Outcome<{ token: string }, 'not-found' | 'day-outside'>> {
  return ctx.transaction(async (tx) => {
    const region = await tx.region.findFirst({ where: { AND: [{ id: said.regionId }, regionScope(ctx.actor)] } })
    const programme = await tx.programme.findUnique({ where: { id: said.programmeId }, select: { id: true } })
    if (!region || !programme) return refuse('not-found')
    const today = shanghaiToday()
    if (said.lastOn < today || said.lastOn > addDays(today, DAYS_AT_MOST)) return refuse('day-outside')
    const [id, token] = [newId(), newToken()]
    await tx.displayLink.create({
      data: {
        id,
        tokenHmac: tokenHmac('display', token),
        programmeId: programme.id,
        regionId: region.id,
        label: said.label,
        toOn: columnOfDay(addDays(said.lastOn, 1)),
        recordedById: ctx.actor.personId,
      },
    })
    await recordAudit(tx, ctx, {
      kind: 'display.changed',
      subjectId: id,
      regionPath: region.path,
      detail: { what: 'made', lastOn: said.lastOn },
    })
    return ok({ token })
  })
}

/** Takes an address back: from the next look on it shows nothing. Refuses 'not-found' for another area's. */
export function retractDisplay(ctx: Context, displayId: string): Promise<Outcome<null, 'not-found'>> {
  return ctx.transaction(async (tx) => {
    const found = await tx.displayLink.findFirst({ where: { id: displayId, retractedAt: null } })
    const region =
      found && (await tx.region.findFirst({ where: { AND: [{ id: found.regionId }, regionScope(ctx.actor)] } }))
    if (!found || !region) return refuse('not-found')
    await tx.displayLink.update({
      where: { id: found.id },
      data: { retractedAt: new Date(), retractedById: ctx.actor.personId },
      select: { id: true },
    })
    await recordAudit(tx, ctx, {
      kind: 'display.changed',
      subjectId: found.id,
      regionPath: region.path,
      detail: { what: 'retracted' },
    })
    return ok(null)
  })
}
