import 'server-only'
import type { Context } from '@/server/context'
import { newId } from '@/server/db/id'

/**
 * Notes that a list for an SMS platform or letters left the house: each of these persons has been written to, and the budget counts it like any other
 * message. Whoever lets them out calls it.
 */
export function noteSent(
  ctx: Context,
  channel: 'SMS_SHEET' | 'LETTER',
  holdings: readonly { holdingId: string; personId: string }[],
): Promise<void> {
  return ctx.transaction(async (tx) => {
    const entries = await tx.holding.findMany({
      where: { id: { in: holdings.map(({ holdingId }) => holdingId) } },
      select: { id: true, seat: { select: { entryId: true } } },
    })
    const entryOf = new Map(entries.map(({ id, seat }) => [id, seat.entryId]))
    const now = new Date()
    await tx.message.createMany({
      data: holdings.map(({ holdingId, personId }) => ({
        ...{
          id: newId(),
          channel,
          state: 'SENT' as const,
          holdingId,
          personId,
          entryId: entryOf.get(holdingId) ?? null,
        },
        ...{ createdById: ctx.actor.personId, claimedAt: now, settledAt: now },
      })),
    })
  })
}
