import 'server-only'
import { restandMany } from '@/features/standing/commands/restand-many'
import { recordAudit } from '@/server/audit/record'
import { shanghaiToday } from '@/server/clock'
import type { Context } from '@/server/context'
import { columnOfDay, dayOfColumn } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { type Outcome, ok, refuse } from '@/server/outcome'
import { isSettled } from '@/server/programmes/frozen'
import type { AddSeat, CloseSeat } from '../input'
import { ending } from '../ending'
import { entryInScope } from '../queries/entry-in-scope'
import { lockEntry } from './lock-roster'

/** Adds a vacant CLERK seat to an entry from a day. There is always exactly one HEAD seat, so none can be added. */
export function addSeat(ctx: Context, given: AddSeat): Promise<Outcome<null, 'not-found' | 'day-outside' | 'frozen'>> {
  return ctx.transaction(async (tx) => {
    await lockEntry(tx, given.entryId)
    const entry = await entryInScope(tx, ctx.actor, given.entryId)
    if (!entry) return refuse('not-found')
    if (given.fromOn > shanghaiToday() || given.fromOn < entry.programmeFromOn) return refuse('day-outside')
    if (await isSettled(tx, entry.programmeId, given.fromOn)) return refuse('frozen')
    const seat = { id: newId(), entryId: entry.id, kind: 'CLERK' as const, post: given.post?.trim() || null }
    await tx.seat.create({ data: { ...seat, fromOn: columnOfDay(given.fromOn), recordedById: ctx.actor.personId } })
    await recordAudit(tx, ctx, {
      kind: 'seat.changed',
      subjectId: seat.id,
      regionPath: entry.leafPath,
      detail: { added: true },
    })
    await restandMany(tx, [entry.id])
    return ok(null)
  })
}

/** Closes a vacant CLERK seat from a day. The head's seat, the last clerk's seat and a held seat stay. */
export function closeSeat(
  ctx: Context,
  given: CloseSeat,
): Promise<Outcome<null, 'not-found' | 'day-outside' | 'frozen' | 'last-seat' | 'held'>> {
  return ctx.transaction(async (tx) => {
    await lockEntry(tx, given.entryId)
    const entry = await entryInScope(tx, ctx.actor, given.entryId)
    const open = entry
      ? await tx.seat.findMany({ where: { entryId: entry.id, kind: 'CLERK', retractedAt: null, toOn: null } })
      : []
    const seat = open.find(({ id }) => id === given.seatId)
    if (!entry || !seat) return refuse('not-found')
    if (open.length < 2) return refuse('last-seat')
    const last = await tx.holding.findFirst({
      where: { seatId: seat.id, retractedAt: null },
      orderBy: { fromOn: 'desc' },
    })
    if (last && !last.toOn) return refuse('held')
    const earliest = dayOfColumn(last?.toOn ?? seat.fromOn)
    if (given.toOn > shanghaiToday() || given.toOn < earliest) return refuse('day-outside')
    if (await isSettled(tx, entry.programmeId, given.toOn)) return refuse('frozen')
    await tx.seat.update({ where: { id: seat.id }, data: ending(seat.fromOn, given.toOn, ctx.actor.personId) })
    await recordAudit(tx, ctx, {
      kind: 'seat.changed',
      subjectId: seat.id,
      regionPath: entry.leafPath,
      detail: { closed: given.toOn },
    })
    await restandMany(tx, [entry.id])
    return ok(null)
  })
}
