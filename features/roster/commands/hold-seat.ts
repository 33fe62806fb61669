import 'server-only'
import { readMobile } from '@/domain/roster/mobile'
import { nameKey, readPersonName } from '@/domain/roster/person-name'
import { lockPersonsAndFindEntries } from '@/features/standing/commands/lock-persons'
import { restandMany } from '@/features/standing/commands/restand-many'
import { recordAudit } from '@/server/audit/record'
import { shanghaiToday } from '@/server/clock'
import type { Context } from '@/server/context'
import { mobileColumns, mobileHmac } from '@/server/crypto/mobile'
import type { Transaction } from '@/server/db/client'
import { columnOfDay, dayOfColumn } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { type Outcome, ok, refuse } from '@/server/outcome'
import { isSettled } from '@/server/programmes/frozen'
import type { EndHolding, HoldSeat, MarkHolding } from '../input'
import { ending } from '../ending'
import { personPinyinKey } from '../pinyin-key'
import { type EntryInScope, entryInScope } from '../queries/entry-in-scope'
import { lockEntry, lockMobile } from './lock-roster'

type Refusal = 'not-found' | 'day-outside' | 'frozen' | 'name' | 'mobile' | 'mobile-other-name' | 'already-holds'

/**
 * Puts somebody on a seat from a day: the holder before them ends that day, a vacant seat is filled. The same mobile and
 * name is the same person; the same mobile under another name is refused without saying whose it is.
 */
export function holdSeat(ctx: Context, given: HoldSeat): Promise<Outcome<null, Refusal>> {
  return ctx.transaction(async (tx) => {
    await lockEntry(tx, given.entryId)
    const entry = await entryInScope(tx, ctx.actor, given.entryId)
    const seat =
      entry &&
      (await tx.seat.findFirst({ where: { id: given.seatId, entryId: entry.id, retractedAt: null, toOn: null } }))
    if (!entry || !seat) return refuse('not-found')
    const before = await tx.holding.findFirst({
      where: { seatId: seat.id, retractedAt: null },
      orderBy: { fromOn: 'desc' },
    })
    const earliest = before ? dayOfColumn(before.toOn ?? before.fromOn) : dayOfColumn(seat.fromOn)
    if (given.fromOn > shanghaiToday() || given.fromOn < earliest) return refuse('day-outside')
    if (await isSettled(tx, entry.programmeId, given.fromOn)) return refuse('frozen')
    const person = await personFor(tx, given, entry)
    if ('refusal' in person) return refuse(person.refusal)
    if (before && !before.toOn && before.personId === person.id) return refuse('already-holds')
    const others = await lockPersonsAndFindEntries(tx, [person.id, ...(before ? [before.personId] : [])])
    if (before && !before.toOn)
      await tx.holding.update({
        where: { id: before.id },
        data: ending(before.fromOn, given.fromOn, ctx.actor.personId),
      })
    const holding = {
      id: newId(),
      seatId: seat.id,
      personId: person.id,
      fromOn: columnOfDay(given.fromOn),
      recordedById: ctx.actor.personId,
    }
    await tx.holding.create({ data: { ...holding, delegation: given.delegation ?? null } })
    await recordAudit(tx, ctx, {
      kind: 'holding.changed',
      subjectId: holding.id,
      regionPath: entry.leafPath,
      detail: { replaced: before?.id ?? null },
    })
    await restandMany(tx, [entry.id, ...others])
    return ok(null)
  })
}

/** The person meant by name and mobile; a new one when nobody is known by them. */
async function personFor(
  tx: Transaction,
  given: HoldSeat,
  entry: EntryInScope,
): Promise<{ id: string } | { refusal: Refusal }> {
  const name = readPersonName(given.name)
  if (!name.ok) return { refusal: 'name' }
  const mobile = given.mobile ? readMobile(given.mobile) : null
  if (mobile && !mobile.ok) return { refusal: 'mobile' }
  if (mobile?.ok) {
    await lockMobile(tx, mobileHmac(mobile.value))
    const known = await tx.person.findUnique({
      where: { mobileHmac: mobileHmac(mobile.value) },
      select: { id: true, name: true },
    })
    if (known) return nameKey(known.name) === nameKey(name.value) ? known : { refusal: 'mobile-other-name' }
  }
  const id = newId()
  const columns = mobile?.ok
    ? { ...mobileColumns(mobile.value), mobileSource: `人工登记 ${shanghaiToday()} ${entry.areaName}` }
    : {}
  await tx.person.create({ data: { id, name: name.value, pinyinKey: personPinyinKey(name.value), ...columns } })
  return { id }
}

/** Ends a holding on a day (the first day it no longer counts); the seat is vacant from then on. */
export function endHolding(
  ctx: Context,
  given: EndHolding,
): Promise<Outcome<null, 'not-found' | 'day-outside' | 'frozen'>> {
  return ctx.transaction(async (tx) => {
    const found = await holdingInScope(tx, ctx, given)
    if (!found) return refuse('not-found')
    const { entry, holding } = found
    if (given.toOn > shanghaiToday() || given.toOn < dayOfColumn(holding.fromOn)) return refuse('day-outside')
    if (await isSettled(tx, entry.programmeId, given.toOn)) return refuse('frozen')
    const others = await lockPersonsAndFindEntries(tx, [holding.personId])
    await tx.holding.update({ where: { id: holding.id }, data: ending(holding.fromOn, given.toOn, ctx.actor.personId) })
    await recordAudit(tx, ctx, {
      kind: 'holding.changed',
      subjectId: holding.id,
      regionPath: entry.leafPath,
      detail: { ended: given.toOn },
    })
    await restandMany(tx, [entry.id, ...others])
    return ok(null)
  })
}

/**
 * Marks a holding as delegated (受托负责人) or held by a bookkeeping agency (代账), or takes the mark away. The mark does
 * not count in any rate; it is corrected in place and audited, so that links of the holding stay alive.
 */
export function markHolding(ctx: Context, given: MarkHolding): Promise<Outcome<null, 'not-found'>> {
  return ctx.transaction(async (tx) => {
    const found = await holdingInScope(tx, ctx, given)
    if (!found) return refuse('not-found')
    const { entry, holding } = found
    await tx.holding.update({ where: { id: holding.id }, data: { delegation: given.delegation ?? null } })
    await recordAudit(tx, ctx, {
      kind: 'holding.changed',
      subjectId: holding.id,
      regionPath: entry.leafPath,
      detail: { delegation: given.delegation ?? null },
    })
    return ok(null)
  })
}

async function holdingInScope(tx: Transaction, ctx: Context, given: { entryId: string; holdingId: string }) {
  await lockEntry(tx, given.entryId)
  const entry = await entryInScope(tx, ctx.actor, given.entryId)
  const holding =
    entry &&
    (await tx.holding.findFirst({
      where: { id: given.holdingId, retractedAt: null, toOn: null, seat: { entryId: entry.id } },
    }))
  return entry && holding ? { entry, holding } : null
}
