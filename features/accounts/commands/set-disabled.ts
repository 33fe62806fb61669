import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import { ok, refuse } from '@/server/outcome'
import type { Outcome } from '@/server/outcome'
import { mayManageGrant } from './may-manage-grant'
import { hasOtherCityOfficer, lockGrants } from './standing-grants'

/** Closes or reopens an officer's account; counts at the next request. Never one's own, never somebody with a role out of reach. */
export function setDisabled(
  ctx: Context,
  personId: string,
  isDisabled: boolean,
): Promise<Outcome<null, 'not-found' | 'last-city-officer'>> {
  return ctx.transaction(async (tx) => {
    await lockGrants(tx)
    const grants = await tx.officerGrant.findMany({
      where: { personId, retractedAt: null },
      include: { region: { select: { path: true, kind: true } } },
    })
    const isReached =
      grants.length > 0 &&
      grants.every((grant) => mayManageGrant(ctx.actor, { role: grant.role, regionPath: grant.region?.path ?? null }))
    if (!isReached || personId === ctx.actor.personId) return refuse('not-found')
    const isCityForGood = grants.some(
      ({ role, region, toOn }) => role === 'OFFICER' && region?.kind === 'CITY' && toOn === null,
    )
    if (isDisabled && isCityForGood && !(await hasOtherCityOfficer(tx, personId))) return refuse('last-city-officer')
    const { count } = await tx.account.updateMany({
      where: { personId },
      data: { disabledAt: isDisabled ? new Date() : null },
    })
    if (count === 0) return refuse('not-found')
    if (isDisabled) await tx.login.updateMany({ where: { personId, revokedAt: null }, data: { revokedAt: new Date() } })
    await recordAudit(tx, ctx, { kind: 'account.disabled', subjectId: personId, detail: { disabled: isDisabled } })
    return ok(null)
  })
}
