import { recordAudit } from '@/server/audit/record'
import { forgetTries, takeTry } from '@/server/auth/limits'
import { acceptedTotpStep, offeredTotpSecret, recoveryCodes, recoveryHash } from '@/server/auth/totp'
import type { Context } from '@/server/context'
import { encryptColumn } from '@/server/crypto/column'
import { ok, refuse } from '@/server/outcome'
import type { Outcome } from '@/server/outcome'
import { rotateLogin } from './rotate-login'

export type Renewed = { secret: string; endsAt: Date }

/**
 * Switches the second factor on once a code of the offered secret was typed; this login counts as confirmed from then on and gets
 * ten fresh recovery codes. Refused when it is on already.
 */
export async function enrolTotp(
  ctx: Context,
  code: string,
): Promise<Outcome<Renewed, 'wrong-code' | 'locked' | 'already-on'>> {
  const { personId, loginId } = ctx.actor
  const wait = await takeTry('totp', personId)
  if (wait > 0) return refuse('locked', { minutes: Math.ceil(wait / 60) })
  const outcome = await ctx.transaction(async (tx) => {
    const account = await tx.account.findUnique({ where: { personId } })
    if (!account || account.totpCipher) return refuse('already-on')
    const secret = offeredTotpSecret(loginId, account.totpLastStep)
    const step = await acceptedTotpStep(secret, code, account.totpLastStep)
    if (step === null) return refuse('wrong-code')
    const { count } = await tx.account.updateMany({
      where: { personId, totpCipher: null },
      data: { totpCipher: encryptColumn('totp', secret), totpLastStep: step },
    })
    if (count === 0) return refuse('already-on')
    const madeAt = new Date()
    await tx.recoveryCode.deleteMany({ where: { personId } })
    await tx.recoveryCode.createMany({
      data: recoveryCodes(personId, madeAt).map((each) => ({
        personId,
        codeHmac: recoveryHash(personId, each),
        recordedAt: madeAt,
      })),
    })
    await recordAudit(tx, ctx, { kind: 'account.totp-enrolled', subjectId: personId })
    return ok(await rotateLogin(tx, loginId, true))
  })
  if (outcome.ok) await forgetTries('totp', personId)
  return outcome
}
