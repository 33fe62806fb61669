import { LEAST_CHARACTERS } from '@/domain/accounts/password-policy'
import { readMobile } from '@/domain/roster/mobile'
import { recordAudit } from '@/server/audit/record'
import { forgetTries, giveTryBack, takeTry } from '@/server/auth/limits'
import type { OpenContext } from '@/server/auth/open-action'
import { HashingBusy, hashPassword, isOutdatedHash, passwordFits } from '@/server/auth/password-hash'
import { shanghaiToday } from '@/server/clock'
import { mobileHmac } from '@/server/crypto/mobile'
import { db } from '@/server/db/client'
import { ok, refuse } from '@/server/outcome'
import type { Outcome } from '@/server/outcome'
import { openLogin } from './open-login'
import type { OpenedLogin } from './open-login'

export type SignedIn = OpenedLogin & { personId: string; hasTotp: boolean; locale: string | null; mustChange: boolean }
export type SignInRefusal = 'wrong' | 'locked' | 'busy'

/** The name as it is looked up and limited: a mobile in any spelling, else a login name in lower case. */
export function signInName(typed: string): { mobile: string } | { loginName: string } {
  const mobile = readMobile(typed)
  return mobile.ok ? { mobile: mobile.value } : { loginName: typed.normalize('NFKC').trim().toLowerCase() }
}

/**
 * Signs somebody in by mobile or login name and password. Whoever is unknown, has no password or is disabled gets the same answer
 * after the same work as a wrong password. Tries are taken before they are made: five wrong in fifteen minutes close the name.
 */
export async function signInWithPassword(
  ctx: OpenContext,
  input: { name: string; password: string; device: string | null },
): Promise<Outcome<SignedIn, SignInRefusal>> {
  const name = signInName(input.name)
  const key = JSON.stringify(name)
  const wait = await takeTries(ctx, key)
  if (wait > 0) return refuse('locked', { minutes: Math.ceil(wait / 60) })
  const found = await accountOf(name)
  try {
    const fits = await passwordFits(found?.passwordHash ?? null, input.password)
    if (!fits || !found?.passwordHash || found.isClosed) {
      await refused(ctx, found?.personId ?? null)
      return refuse('wrong')
    }
    const rehashed = isOutdatedHash(found.passwordHash) ? await hashPassword(input.password) : null
    await Promise.all([
      forgetTries('password-name', key),
      giveTryBack('password-address', ctx.address),
      giveTryBack('password-all', 'all'),
    ])
    const login = await opened(ctx, found, rehashed, input.device)
    return ok({ ...login, mustChange: found.isOfficer && isShortForOfficers(input.password) })
  } catch (error) {
    if (error instanceof HashingBusy) return refuse('busy')
    throw error
  }
}

async function takeTries(ctx: OpenContext, key: string): Promise<number> {
  const byName = await takeTry('password-name', key)
  if (byName > 0) return byName
  const byAddress = await takeTry('password-address', ctx.address)
  return byAddress > 0 ? byAddress : takeTry('password-all', 'all')
}

type Found = {
  personId: string
  passwordHash: string | null
  isClosed: boolean
  hasTotp: boolean
  isOfficer: boolean
  locale: string | null
}

/** One statement for every name, known or not, so that the time of the answer tells nothing. */
async function accountOf(name: { mobile: string } | { loginName: string }): Promise<Found | undefined> {
  const hmac = 'mobile' in name ? mobileHmac(name.mobile) : null
  const loginName = 'loginName' in name ? name.loginName : null
  const [found] = await db.$queryRaw<Found[]>`
    SELECT a.person_id AS "personId", a.password_hash AS "passwordHash", a.locale, a.totp_cipher IS NOT NULL AS "hasTotp",
      a.disabled_at IS NOT NULL OR p.merged_into_id IS NOT NULL AS "isClosed",
      EXISTS (SELECT FROM officer_grant g WHERE g.person_id = p.id AND g.retracted_at IS NULL
        AND (g.to_on IS NULL OR g.to_on > ${shanghaiToday()}::date)) AS "isOfficer"
    FROM (SELECT id FROM person WHERE mobile_hmac = ${hmac}
      UNION ALL SELECT person_id FROM account WHERE login_name = ${loginName}) who
    JOIN person p ON p.id = who.id JOIN account a ON a.person_id = p.id`
  return found
}

async function refused(ctx: OpenContext, personId: string | null): Promise<void> {
  await ctx.transaction((tx) =>
    recordAudit(tx, ctx, { kind: 'login.refused', subjectId: personId, detail: { by: 'password' } }),
  )
}

function opened(
  ctx: OpenContext,
  account: Found,
  rehashed: string | null,
  device: string | null,
): Promise<Omit<SignedIn, 'mustChange'>> {
  return ctx.transaction(async (tx) => {
    const login = await openLogin(tx, { personId: account.personId, device })
    if (rehashed) await tx.account.update({ where: { personId: account.personId }, data: { passwordHash: rehashed } })
    await recordAudit(tx, ctx, { kind: 'login.opened', subjectId: account.personId, detail: { by: 'password' } })
    return { ...login, personId: account.personId, hasTotp: account.hasTotp, locale: account.locale }
  })
}

/** A learner's password that is too short since its owner became an officer. */
function isShortForOfficers(password: string): boolean {
  return [...password].length < LEAST_CHARACTERS.officer
}
