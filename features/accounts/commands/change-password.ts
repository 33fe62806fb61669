import { passwordProblem } from '@/domain/accounts/password-policy'
import type { PasswordProblem } from '@/domain/accounts/password-policy'
import { recordAudit } from '@/server/audit/record'
import { takeTry, forgetTries } from '@/server/auth/limits'
import { HashingBusy, hashPassword, passwordFits } from '@/server/auth/password-hash'
import type { Context } from '@/server/context'
import { db } from '@/server/db/client'
import { ok, refuse } from '@/server/outcome'
import type { Outcome } from '@/server/outcome'
import { passwordWords } from '../queries/password-words'
import type { Renewed } from './enrol-totp'
import { rotateLogin } from './rotate-login'

/**
 * Changes the actor's own password: the present one is asked for, the new one must meet the policy. Every other login of the person
 * ends, this one gets a new secret.
 */
export async function changePassword(
  ctx: Context,
  input: { current: string; password: string },
): Promise<Outcome<Renewed, PasswordProblem | 'wrong-current' | 'locked' | 'busy'>> {
  const { personId, loginId, grants } = ctx.actor
  const wait = await takeTry('password-name', personId)
  if (wait > 0) return refuse('locked', { minutes: Math.ceil(wait / 60) })
  const account = await db.account.findUnique({ where: { personId }, select: { passwordHash: true } })
  try {
    if (!(await passwordFits(account?.passwordHash ?? null, input.current))) return refuse('wrong-current')
    const problem = passwordProblem(
      input.password,
      grants.length > 0 ? 'officer' : 'learner',
      await passwordWords(db, personId),
    )
    if (problem) return refuse(problem)
    const passwordHash = await hashPassword(input.password)
    await forgetTries('password-name', personId)
    return ctx.transaction(async (tx) => {
      await tx.account.update({ where: { personId }, data: { passwordHash } })
      await tx.login.updateMany({
        where: { personId, revokedAt: null, NOT: { id: loginId } },
        data: { revokedAt: new Date() },
      })
      await recordAudit(tx, ctx, { kind: 'account.password-set', subjectId: personId, detail: { by: 'change' } })
      return ok(await rotateLogin(tx, loginId, false))
    })
  } catch (error) {
    if (error instanceof HashingBusy) return refuse('busy')
    throw error
  }
}
