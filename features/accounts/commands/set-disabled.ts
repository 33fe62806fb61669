import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { ok, refuse } from '@/server/outcome'
import type { Outcome } from '@/server/outcome'
import { mayManageGrant } from './may-manage-grant'

/** Closes or reopens an officer's account; counts at the next request. Never one's own, never somebody with a role out of reach. */
export function setDisabled(
  ctx: Context,
  personId: string,
  isDisabled: boolean,
): Promise<Outcome<null, 'not-found' | 'last-city-officer'>> {
  return ctx.transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('officer-grants'))`
    const grants = await tx.officerGrant.findMany({
      where: { personId, retractedAt: null },
      include: { region: { select: { path: true, kind: true } } },
    })
    const isReached =
      grants.length > 0 && grants.every((grant) => mayManageGrant(ctx.actor, grant.region?.path ?? null))
    if (!isReached || personId === ctx.actor.personId) return refuse('not-found')
    const isCity = grants.some((grant) => grant.region?.kind === 'CITY' && grant.toOn === null)
    if (isDisabled && isCity && !(await othersOfCity(tx, personId))) return refuse('last-city-officer')
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

function othersOfCity(tx: Transaction, personId: string): Promise<number> {
  return tx.officerGrant.count({
    where: {
      role: 'OFFICER',
      retractedAt: null,
      toOn: null,
      region: { kind: 'CITY' },
      NOT: { personId },
      person: { account: { disabledAt: null } },
    },
  })
}
