import { LEAST_CHARACTERS } from '@/domain/accounts/password-policy'
import { readMobile } from '@/domain/roster/mobile'
import { recordAudit } from '@/server/audit/record'
import { forgetTries, giveTryBack, takeTry } from '@/server/auth/limits'
import type { OpenContext } from '@/server/auth/open-action'
import { HashingBusy, hashPassword, isOutdatedHash, passwordFits } from '@/server/auth/password-hash'
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
    if (!fits || !found?.passwordHash || found.disabledAt || found.person.mergedIntoId) {
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
    return ok({ ...login, mustChange: found.person.grants.length > 0 && isShortForOfficers(input.password) })
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

function accountOf(name: { mobile: string } | { loginName: string }) {
  return db.account.findFirst({
    where: 'mobile' in name ? { person: { mobileHmac: mobileHmac(name.mobile) } } : { loginName: name.loginName },
    include: {
      person: {
        select: { mergedIntoId: true, grants: { where: { retractedAt: null, toOn: null }, select: { id: true } } },
      },
    },
  })
}

async function refused(ctx: OpenContext, personId: string | null): Promise<void> {
  await ctx.transaction((tx) =>
    recordAudit(tx, ctx, { kind: 'login.refused', subjectId: personId, detail: { by: 'password' } }),
  )
}

type Found = NonNullable<Awaited<ReturnType<typeof accountOf>>>

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
    return { ...login, personId: account.personId, hasTotp: account.totpCipher !== null, locale: account.locale }
  })
}

/** A learner's password that is too short since its owner became an officer. */
function isShortForOfficers(password: string): boolean {
  return [...password].length < LEAST_CHARACTERS.officer
}
