import { recordAudit } from '@/server/audit/record'
import { shanghaiToday } from '@/server/clock'
import type { Context } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { ok, refuse } from '@/server/outcome'
import type { Outcome } from '@/server/outcome'
import { mayManageGrant } from './may-manage-grant'

/**
 * Ends a role as of today; it counts no more from the next request on. The last officer of the city stays: two at the same moment
 * wait for each other. Ending an ended one changes nothing.
 */
export function endGrant(ctx: Context, grantId: string): Promise<Outcome<null, 'not-found' | 'last-city-officer'>> {
  return ctx.transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('officer-grants'))`
    const grant = await tx.officerGrant.findFirst({
      where: { id: grantId, retractedAt: null, toOn: null },
      include: { region: { select: { path: true, kind: true } } },
    })
    if (!grant || !mayManageGrant(ctx.actor, grant.region?.path ?? null)) return refuse('not-found')
    const isCityOfficer = grant.role === 'OFFICER' && grant.region?.kind === 'CITY'
    if (isCityOfficer && !(await hasOtherCityOfficer(tx, grant.personId))) return refuse('last-city-officer')
    await tx.officerGrant.update({ where: { id: grant.id }, data: { toOn: columnOfDay(shanghaiToday()) } })
    await tx.login.updateMany({
      where: { personId: grant.personId, holdingId: null, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    await recordAudit(tx, ctx, {
      kind: 'officer.ended',
      subjectId: grant.personId,
      regionPath: grant.region?.path ?? null,
      detail: { role: grant.role },
    })
    return ok(null)
  })
}

/** Whether somebody else is officer of the city and able to sign in: a password, not disabled. */
async function hasOtherCityOfficer(tx: Transaction, personId: string): Promise<boolean> {
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
