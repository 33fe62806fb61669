import { maskName } from '@/domain/permissions/mask'
import { shanghaiToday } from '@/server/clock'
import { tokenHmac } from '@/server/crypto/token'
import { db } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'

export type LinkGreeting = {
  linkId: string
  holdingId: string
  personId: string
  maskedName: string
  enterprise: string
  seatKind: 'HEAD' | 'CLERK'
  /** Where the number came from whose last digits are asked for. */
  mobileSource: string | null
}

/** What stands on the page of a personal link before anything was proved, or null when the link is unknown, over or revoked. */
export async function linkGreeting(token: string): Promise<LinkGreeting | null> {
  if (!/^[\w-]{22}$/.test(token)) return null
  const link = await db.personalLink.findUnique({
    where: { tokenHmac: tokenHmac('link', token) },
    include: {
      holding: {
        include: {
          person: true,
          seat: { include: { entry: { include: { enterprise: { include: { names: namesToday() } } } } } },
        },
      },
    },
  })
  if (!link || link.revokedAt || link.expiresAt <= new Date()) return null
  const { holding } = link
  const today = columnOfDay(shanghaiToday())
  const isOver = (fact: { retractedAt: Date | null; toOn: Date | null }) =>
    fact.retractedAt || (fact.toOn && fact.toOn <= today)
  if (isOver(holding) || isOver(holding.seat) || !holding.person.mobileCipher || holding.person.mergedIntoId)
    return null
  return {
    linkId: link.id,
    holdingId: holding.id,
    personId: holding.personId,
    maskedName: maskName(holding.person.name),
    enterprise: holding.seat.entry.enterprise.names[0]?.name ?? '',
    seatKind: holding.seat.kind,
    mobileSource: holding.person.mobileSource,
  }
}

function namesToday() {
  const today = columnOfDay(shanghaiToday())
  return {
    where: { retractedAt: null, fromOn: { lte: today }, OR: [{ toOn: null }, { toOn: { gt: today } }] },
    take: 1,
  }
}
