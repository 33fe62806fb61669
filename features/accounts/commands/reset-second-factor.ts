import { recordAudit } from '@/server/audit/record'
import { systemContext } from '@/server/context'
import type { Context, SystemContext } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { ok, refuse } from '@/server/outcome'
import type { Outcome } from '@/server/outcome'
import { mayManageGrant } from './may-manage-grant'
import { standing } from './standing-grants'

/**
 * Forgets the second factor of an officer whose phone and recovery codes are lost; the password stays and the factor is set up anew
 * at the next sign-in. By an officer above all of the person's roles, never for oneself.
 */
export function resetSecondFactor(ctx: Context, personId: string): Promise<Outcome<null, 'not-found'>> {
  return ctx.transaction(async (tx) => {
    const grants = await tx.officerGrant.findMany({
      where: { AND: [{ personId }, standing()] },
      include: { region: { select: { path: true } } },
    })
    const isReached =
      grants.length > 0 &&
      grants.every((grant) => mayManageGrant(ctx.actor, { role: grant.role, regionPath: grant.region?.path ?? null }))
    if (!isReached || personId === ctx.actor.personId) return refuse('not-found')
    await forget(tx, ctx, personId)
    return ok(null)
  })
}

/** The same from the console of the machine, for when the last officer of the city is locked out. False: nobody has that name. */
export function resetSecondFactorFromConsole(loginName: string): Promise<boolean> {
  const ctx = systemContext('console')
  return ctx.transaction(async (tx) => {
    const account = await tx.account.findUnique({ where: { loginName }, select: { personId: true } })
    if (account) await forget(tx, ctx, account.personId)
    return account !== null
  })
}

async function forget(tx: Transaction, ctx: Context | SystemContext, personId: string): Promise<void> {
  await tx.account.updateMany({ where: { personId }, data: { totpCipher: null } })
  await tx.recoveryCode.deleteMany({ where: { personId } })
  await tx.login.updateMany({ where: { personId, revokedAt: null }, data: { revokedAt: new Date() } })
  await recordAudit(tx, ctx, {
    kind: 'account.totp-enrolled',
    subjectId: personId,
    detail: { on: false, by: ctx.requestId === 'console' ? 'console' : 'officer' },
  })
}
