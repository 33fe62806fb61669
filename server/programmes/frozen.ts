import 'server-only'
import type { Day } from '@/domain/calendar/day'
import type { Actor } from '@/domain/permissions/actor'
import { shanghaiToday } from '@/server/clock'
import type { Transaction } from '@/server/db/client'
import { dayOfColumn } from '@/server/db/day'

/** The day up to which a programme's facts are settled; null while it is not frozen or that day has not ended. */
export async function settledUpTo(tx: Pick<Transaction, 'programme'>, programmeId: string): Promise<Day | null> {
  const found = await tx.programme.findUnique({ where: { id: programmeId }, select: { frozenOn: true } })
  const day = found?.frozenOn ? dayOfColumn(found.frozenOn) : null
  return day !== null && day < shanghaiToday() ? day : null
}

/** Whether a day of a programme is settled: what is dated there is no longer changed in the ordinary way. */
export async function isSettled(tx: Pick<Transaction, 'programme'>, programmeId: string, day: Day): Promise<boolean> {
  const upTo = await settledUpTo(tx, programmeId)
  return upTo !== null && day <= upTo
}

/** An officer of the root: the one who may correct what is settled, with a reason. */
export function mayCorrect(actor: Actor): boolean {
  return actor.grants.some(({ role, regionKind }) => role === 'OFFICER' && regionKind === 'CITY')
}
