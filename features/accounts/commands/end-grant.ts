import { recordAudit } from '@/server/audit/record'
import { shanghaiToday } from '@/server/clock'
import type { Context } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { ok, refuse } from '@/server/outcome'
import type { Outcome } from '@/server/outcome'
import { mayManageGrant } from './may-manage-grant'
import { hasOtherCityOfficer, lockGrants, standing } from './standing-grants'

/**
 * Ends a role as of today, also one that has a last day to come; it counts no more from the next request on. The last officer of the city stays: two at
 * the same moment wait for each other. Ending an ended one changes nothing.
 */
export function endGrant(ctx: Context, grantId: string): Promise<Outcome<null, 'not-found' | 'last-city-officer'>> {
  return ctx.transaction(async (tx) => {
    await lockGrants(tx)
    const grant = await tx.officerGrant.findFirst({
      where: { AND: [{ id: grantId }, standing()] },
      include: { region: { select: { path: true, kind: true } } },
    })
    if (!grant || !mayManageGrant(ctx.actor, { role: grant.role, regionPath: grant.region?.path ?? null }))
      return refuse('not-found')
    const isCityForGood = grant.role === 'OFFICER' && grant.region?.kind === 'CITY' && grant.toOn === null
    if (isCityForGood && !(await hasOtherCityOfficer(tx, grant.personId))) return refuse('last-city-officer')
    await end(tx, ctx, grant)
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

type Grant = NonNullable<Awaited<ReturnType<Transaction['officerGrant']['findFirst']>>>

/** An open last day is set once; one that was set is a fact: the row is retracted, and another takes its place. */
async function end(
  tx: Transaction,
  ctx: Context,
  { id, personId, role, regionId, agencyId, fromOn, toOn }: Grant,
): Promise<void> {
  const today = columnOfDay(shanghaiToday())
  if (toOn === null) {
    await tx.officerGrant.update({ where: { id }, data: { toOn: today } })
    return
  }
  const by = ctx.actor.personId
  await tx.officerGrant.update({ where: { id }, data: { retractedAt: new Date(), retractedById: by } })
  await tx.officerGrant.create({
    data: { id: newId(), personId, role, regionId, agencyId, fromOn, toOn: today, recordedById: by },
  })
}
