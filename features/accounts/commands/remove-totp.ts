import { needsSecondFactor } from '@/domain/permissions/actor'
import { recordAudit } from '@/server/audit/record'
import { forgetTries, takeTry } from '@/server/auth/limits'
import { HashingBusy, passwordFits } from '@/server/auth/password-hash'
import type { Context } from '@/server/context'
import { db } from '@/server/db/client'
import { ok, refuse } from '@/server/outcome'
import type { Outcome } from '@/server/outcome'

/** Switches the second factor off after the password was given. Officers and auditors of the city keep it: refused. */
export async function removeTotp(
  ctx: Context,
  password: string,
): Promise<Outcome<null, 'must-stay-on' | 'wrong-current' | 'locked' | 'busy'>> {
  const { personId, grants } = ctx.actor
  if (needsSecondFactor(grants)) return refuse('must-stay-on')
  const wait = await takeTry('password-name', personId)
  if (wait > 0) return refuse('locked', { minutes: Math.ceil(wait / 60) })
  const account = await db.account.findUnique({ where: { personId }, select: { passwordHash: true } })
  try {
    if (!(await passwordFits(account?.passwordHash ?? null, password))) return refuse('wrong-current')
  } catch (error) {
    if (error instanceof HashingBusy) return refuse('busy')
    throw error
  }
  await forgetTries('password-name', personId)
  return ctx.transaction(async (tx) => {
    await tx.account.update({ where: { personId }, data: { totpCipher: null } })
    await tx.recoveryCode.deleteMany({ where: { personId } })
    await recordAudit(tx, ctx, { kind: 'account.totp-enrolled', subjectId: personId, detail: { on: false } })
    return ok(null)
  })
}
