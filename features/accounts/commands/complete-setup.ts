import { passwordProblem } from '@/domain/accounts/password-policy'
import type { PasswordProblem } from '@/domain/accounts/password-policy'
import { recordAudit } from '@/server/audit/record'
import type { OpenContext } from '@/server/auth/open-action'
import { HashingBusy, hashPassword } from '@/server/auth/password-hash'
import { shanghaiToday } from '@/server/clock'
import type { Transaction } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { ok, refuse } from '@/server/outcome'
import type { Outcome } from '@/server/outcome'
import { PRODUCT_WORDS, passwordWords } from '../queries/password-words'
import { officerPerson } from './officer-person'
import type { OfficerPersonRefusal } from './officer-person'
import { openLogin } from './open-login'
import type { OpenedLogin } from './open-login'
import { rootRegion, type RootRegionRefusal } from './root-region'
import { liveSetupToken } from './setup-token'

export type SetupRefusal = PasswordProblem | OfficerPersonRefusal | RootRegionRefusal | 'not-found' | 'busy'

type Input = {
  token: string
  name?: string | undefined
  signInName?: string | undefined
  cityName?: string | undefined
  cityCode?: string | undefined
  password: string
  device: string | null
}

/**
 * Uses a one-time link up: the first officer names themself, and the city where there is none yet, and gets it; an invited officer sets a password. A second factor
 * that was on stays on. Two at the same moment: the first wins, the other finds nothing.
 */
export async function completeSetup(ctx: OpenContext, input: Input): Promise<Outcome<OpenedLogin, SetupRefusal>> {
  try {
    return await ctx.transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('first-officer'))`
      const row = await liveSetupToken(tx, input.token)
      if (!row) return refuse('not-found')
      const found = row.personId ? ok({ personId: row.personId, loginName: null }) : await firstOfficer(tx, ctx, input)
      if (!found.ok) return undone(found)
      const { personId, loginName } = found.value
      const problem = passwordProblem(input.password, 'officer', [
        ...(await passwordWords(tx, personId)),
        loginName ?? '',
        ...PRODUCT_WORDS,
      ])
      if (problem) return undone(refuse(problem))
      const passwordHash = await hashPassword(input.password)
      const { count } = await tx.setupToken.updateMany({
        where: { id: row.id, usedAt: null },
        data: { usedAt: new Date() },
      })
      if (count === 0) return undone(refuse('not-found'))
      await saveAccount(tx, personId, { passwordHash, ...(loginName ? { loginName } : {}) })
      await recordAudit(tx, ctx, { kind: 'account.password-set', subjectId: personId, detail: { by: row.kind } })
      return ok(await openLogin(tx, { personId, device: input.device }))
    })
  } catch (error) {
    if (error instanceof HashingBusy) return refuse('busy')
    if (error instanceof Undone) return error.outcome
    throw error
  }
}

/** Carries a refusal out of the transaction and rolls back what was begun. */
class Undone extends Error {
  constructor(readonly outcome: { ok: false; refusal: SetupRefusal }) {
    super('undone')
  }
}

function undone(outcome: { ok: false; refusal: SetupRefusal }): never {
  throw new Undone(outcome)
}

async function firstOfficer(tx: Transaction, ctx: OpenContext, input: Input) {
  const city = await rootRegion(tx, ctx, { cityName: input.cityName ?? '', cityCode: input.cityCode ?? '' })
  if (!city.ok) return city
  const found = await officerPerson(tx, {
    name: input.name ?? '',
    signInName: input.signInName ?? '',
    source: '首次设置时本人填写',
  })
  if (!found.ok) return found
  const { personId } = found.value
  await tx.officerGrant.create({
    data: { id: newId(), personId, role: 'OFFICER', regionId: city.value.id, fromOn: columnOfDay(shanghaiToday()) },
  })
  await recordAudit(tx, ctx, {
    kind: 'officer.granted',
    subjectId: personId,
    regionPath: city.value.path,
    detail: { role: 'OFFICER', by: 'setup' },
  })
  return found
}

async function saveAccount(
  tx: Transaction,
  personId: string,
  data: { passwordHash: string; loginName?: string },
): Promise<void> {
  await tx.account.upsert({ where: { personId }, create: { personId, ...data }, update: data })
  await tx.login.updateMany({ where: { personId, revokedAt: null }, data: { revokedAt: new Date() } })
}
