import { passwordProblem } from '@/domain/accounts/password-policy'
import type { PasswordProblem } from '@/domain/accounts/password-policy'
import { recordAudit } from '@/server/audit/record'
import { HashingBusy, hashPassword } from '@/server/auth/password-hash'
import type { Context } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { db } from '@/server/db/client'
import { ok, refuse } from '@/server/outcome'
import type { Outcome } from '@/server/outcome'
import { passwordWords } from '../queries/password-words'
import { openLogin } from './open-login'
import type { OpenedLogin } from './open-login'

type Refusal = PasswordProblem | 'not-a-clerk' | 'has-account' | 'ask-officer' | 'no-mobile' | 'busy'

/**
 * A clerk who came by personal link sets a password, which makes the full account; the link login is replaced by one of the account.
 * Never for somebody with a password already or with an officer's grant: a link must not become a key to more than its holding held.
 */
export async function claimAccount(
  ctx: Context,
  input: { password: string; device: string | null },
): Promise<Outcome<OpenedLogin, Refusal>> {
  const { personId, loginId, holdingId } = ctx.actor
  const refusal = await claimRefusal(db, personId, holdingId)
  if (refusal) return refuse(refusal)
  const problem = passwordProblem(input.password, 'learner', await passwordWords(db, personId))
  if (problem) return refuse(problem)
  try {
    const passwordHash = await hashPassword(input.password)
    return await ctx.transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`
      const late = await claimRefusal(tx, personId, holdingId)
      if (late) return refuse(late)
      await tx.account.upsert({ where: { personId }, create: { personId, passwordHash }, update: { passwordHash } })
      await tx.login.updateMany({ where: { id: loginId, revokedAt: null }, data: { revokedAt: new Date() } })
      await recordAudit(tx, ctx, { kind: 'account.created', subjectId: personId, detail: { by: 'link' } })
      return ok(await openLogin(tx, { personId, device: input.device }))
    })
  } catch (error) {
    if (error instanceof HashingBusy) return refuse('busy')
    throw error
  }
}

/** Why this person may not make an account by their link, or null. */
export async function claimRefusal(
  tx: Pick<Transaction, 'person' | 'holding'>,
  personId: string,
  holdingId: string | null,
): Promise<Exclude<Refusal, PasswordProblem | 'busy'> | null> {
  const holding = holdingId
    ? await tx.holding.findFirst({ where: { id: holdingId, personId, seat: { kind: 'CLERK' } }, select: { id: true } })
    : null
  if (!holding) return 'not-a-clerk'
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { mobileHmac: true, account: true, grants: { where: { retractedAt: null }, select: { id: true } } },
  })
  if (person.account?.passwordHash || person.account?.disabledAt) return 'has-account'
  if (person.grants.length > 0) return 'ask-officer'
  return person.mobileHmac ? null : 'no-mobile'
}
