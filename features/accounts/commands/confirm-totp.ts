import { recordAudit } from '@/server/audit/record'
import { forgetTries, takeTry } from '@/server/auth/limits'
import { acceptedTotpStep, recoveryHash } from '@/server/auth/totp'
import type { Context } from '@/server/context'
import { decryptColumn } from '@/server/crypto/column'
import { ok, refuse } from '@/server/outcome'
import type { Outcome } from '@/server/outcome'
import type { Renewed } from './enrol-totp'
import { rotateLogin } from './rotate-login'

/**
 * Confirms this login by a code of the authenticator. A code counts once: the step is moved on by a conditional update, so of two
 * equal codes sent together one is refused. Five tries in fifteen minutes.
 */
export async function confirmTotp(ctx: Context, code: string): Promise<Outcome<Renewed, 'wrong-code' | 'locked'>> {
  const { personId, loginId } = ctx.actor
  const wait = await takeTry('totp', personId)
  if (wait > 0) return refuse('locked', { minutes: Math.ceil(wait / 60) })
  const outcome = await ctx.transaction(async (tx) => {
    const account = await tx.account.findUnique({ where: { personId } })
    if (!account?.totpCipher) return refuse('wrong-code')
    const step = await acceptedTotpStep(decryptColumn('totp', account.totpCipher), code, account.totpLastStep)
    if (step === null) return refuse('wrong-code')
    const { count } = await tx.account.updateMany({
      where: { personId, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
      data: { totpLastStep: step },
    })
    if (count === 0) return refuse('wrong-code')
    await recordAudit(tx, ctx, { kind: 'login.opened', subjectId: personId, detail: { by: 'totp' } })
    return ok(await rotateLogin(tx, loginId, true))
  })
  if (outcome.ok) await forgetTries('totp', personId)
  return outcome
}

/** Confirms this login by a recovery code, which is then used up. */
export async function confirmByRecoveryCode(
  ctx: Context,
  code: string,
): Promise<Outcome<Renewed, 'wrong-code' | 'locked'>> {
  const { personId, loginId } = ctx.actor
  const wait = await takeTry('totp', personId)
  if (wait > 0) return refuse('locked', { minutes: Math.ceil(wait / 60) })
  const outcome = await ctx.transaction(async (tx) => {
    const { count } = await tx.recoveryCode.updateMany({
      where: { codeHmac: recoveryHash(personId, code), personId, usedAt: null },
      data: { usedAt: new Date() },
    })
    if (count === 0) return refuse('wrong-code')
    await recordAudit(tx, ctx, { kind: 'login.opened', subjectId: personId, detail: { by: 'recovery-code' } })
    return ok(await rotateLogin(tx, loginId, true))
  })
  if (outcome.ok) await forgetTries('totp', personId)
  return outcome
}
