import { shanghaiToday } from '@/server/clock'
import type { Prisma, Transaction } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'

/** Grants that are not over: open ones, and those whose last day has not passed. One that has passed counts nowhere. */
export function standing(): Prisma.OfficerGrantWhereInput {
  return { retractedAt: null, OR: [{ toOn: null }, { toOn: { gt: columnOfDay(shanghaiToday()) } }] }
}

/** From here on changes of grants and accounts of officers wait for one another, until the end of the transaction. */
export async function lockGrants(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('officer-grants'))`
}

/**
 * Whether somebody else is officer of the city for good and able to sign in: no last day, a password, not disabled. Whoever ends a role or closes an
 * account of an officer of the city asks this, so that the city never runs out of officers, not even by the calendar.
 */
export async function hasOtherCityOfficer(tx: Transaction, personId: string): Promise<boolean> {
  const other = await tx.officerGrant.findFirst({
    where: {
      role: 'OFFICER',
      retractedAt: null,
      toOn: null,
      region: { kind: 'CITY' },
      NOT: { personId },
      person: { account: { disabledAt: null, passwordHash: { not: null } } },
    },
    select: { id: true },
  })
  return other !== null
}
