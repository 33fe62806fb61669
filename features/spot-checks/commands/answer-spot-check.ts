import 'server-only'
import { seesPersonsInFull } from '@/domain/permissions/reaches'
import { recordAudit } from '@/server/audit/record'
import { shanghaiToday } from '@/server/clock'
import type { Context } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { ok, type Outcome, refuse } from '@/server/outcome'

type Refusal = 'not-found' | 'own-enterprise'

/** The person answers on their own page. Refuses 'not-found' for another's, an answered one, and after its last day. Nobody is told a score: it is no exam. */
export function answerOwn(
  ctx: Context,
  given: { seatId: string; answers: readonly string[] },
): Promise<Outcome<null, 'not-found'>> {
  return ctx.transaction(async (tx) => {
    const seat = await openSeat(tx, given.seatId)
    const isOwn = seat?.personId === ctx.actor.personId
    const isOfLink = ctx.actor.via !== 'link' || seat?.holdingId === ctx.actor.holdingId
    if (!seat || !isOwn || !isOfLink) return refuse('not-found')
    await settle(tx, ctx, seat, { answers: given.answers, channel: 'LINK' })
    return ok(null)
  })
}

/**
 * An officer who may name the person records what they said, on the phone or on a visit. Refuses 'own-enterprise' where the officer holds a seat, 'not-found' out
 * of reach, for an answered one and after its last day.
 */
export function recordAnswers(
  ctx: Context,
  given: { seatId: string; answers: readonly string[]; channel: 'PHONE' | 'VISIT' },
): Promise<Outcome<null, Refusal>> {
  return asOfficer(ctx, given.seatId, (tx, seat) => settle(tx, ctx, seat, given))
}

/** Not reached, or not willing: counted apart, neither as yes nor as no. */
export function recordSilent(
  ctx: Context,
  given: { seatId: string; outcome: 'DECLINED' | 'UNREACHED' },
): Promise<Outcome<null, Refusal>> {
  return asOfficer(ctx, given.seatId, (tx, seat) => settle(tx, ctx, seat, { outcome: given.outcome }))
}

type Seat = NonNullable<Awaited<ReturnType<typeof openSeat>>>

/** A seat of a sample that has no answer yet and may still get one, locked. Whoever was not reached may be reached later. */
async function openSeat(tx: Transaction, seatId: string) {
  await tx.$queryRaw`SELECT id FROM spot_check_seat WHERE id = ${seatId}::uuid FOR NO KEY UPDATE`
  return tx.spotCheckSeat.findFirst({
    where: {
      id: seatId,
      OR: [{ outcome: null }, { outcome: 'UNREACHED' }],
      check: { closesOn: { gte: columnOfDay(shanghaiToday()) } },
    },
  })
}

function asOfficer(
  ctx: Context,
  seatId: string,
  write: (tx: Transaction, seat: Seat) => Promise<void>,
): Promise<Outcome<null, Refusal>> {
  return ctx.transaction(async (tx) => {
    const seat = await openSeat(tx, seatId)
    const [place] = await tx.$queryRaw<{ path: string; isOwn: boolean }[]>`
      SELECT l.path, EXISTS (SELECT FROM holding h JOIN seat s ON s.id = h.seat_id WHERE s.entry_id = t.entry_id
        AND h.person_id = ${ctx.actor.personId}::uuid AND h.retracted_at IS NULL) AS "isOwn"
      FROM standing t JOIN region l ON l.id = t.leaf_id WHERE t.entry_id = ${seat?.entryId ?? null}::uuid`
    if (!seat || !place || !seesPersonsInFull(ctx.actor, place.path)) return refuse('not-found')
    if (place.isOwn) return refuse('own-enterprise')
    await write(tx, seat)
    return ok(null)
  })
}

async function settle(
  tx: Transaction,
  ctx: Context,
  seat: Seat,
  said: { answers: readonly string[]; channel: 'LINK' | 'PHONE' | 'VISIT' } | { outcome: 'DECLINED' | 'UNREACHED' },
): Promise<void> {
  const told =
    'answers' in said
      ? {
          ...{ answers: [...said.answers], channel: said.channel, outcome: 'ANSWERED' as const },
          right: seat.key.filter((right, index) => said.answers[index] === right).length,
        }
      : { outcome: said.outcome }
  await tx.spotCheckSeat.update({
    where: { id: seat.id },
    data: { ...told, settledAt: new Date(), settledById: ctx.actor.personId },
  })
  await recordAudit(tx, ctx, {
    kind: 'spot-check.settled',
    subjectId: seat.id,
    detail: { outcome: told.outcome, channel: 'answers' in said ? said.channel : null },
  })
}
