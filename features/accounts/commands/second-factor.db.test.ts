import { generate } from 'otplib'
import { beforeAll, describe, expect, it } from 'vitest'
import { actorOfLogin } from '@/server/auth/actor'
import { liveLogin } from '@/server/auth/live-login'
import { offeredTotpSecret } from '@/server/auth/totp'
import { contextOf } from '@/server/context'
import { db } from '@/server/db/client'
import { signedIn } from '@/tests/cast/contexts'
import { PASSWORDS, smallCounty } from '@/tests/cast/small-county'
import { useDatabase } from '@/tests/support/database'
import { freshRecoveryCodes } from '../queries/fresh-recovery-codes'
import { confirmByRecoveryCode, confirmTotp } from './confirm-totp'
import { enrolTotp } from './enrol-totp'
import { removeTotp } from './remove-totp'

useDatabase()
let county: Awaited<ReturnType<typeof smallCounty>>
let secret: string
beforeAll(async () => {
  county = await smallCounty()
})

describe('the second factor', () => {
  it('is outstanding for an officer of the city until enrolled, and enrolling confirms the login under a new secret', async () => {
    const ctx = await signedIn(county.cityOfficer.personId, false)
    expect(ctx.actor.mfaPending).toBe(true)
    secret = offeredTotpSecret(ctx.actor.loginId, null)
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(await enrolTotp(ctx, '000000')).toMatchObject({ refusal: 'wrong-code' })
    const outcome = await enrolTotp(ctx, await generate({ secret }))
    if (!outcome.ok) throw new Error(outcome.refusal)
    const login = await liveLogin(outcome.value.secret)
    if (!login) throw new Error('no login')
    expect((await actorOfLogin(login)).mfaPending).toBe(false)
    expect(login.hasTotp).toBe(true)
  })

  it('keeps the secret encrypted and the recovery codes as hashes', async () => {
    const account = await db.account.findUniqueOrThrow({ where: { personId: county.cityOfficer.personId } })
    expect(Buffer.from(account.totpCipher ?? []).toString('latin1')).not.toContain(secret)
    expect(await db.recoveryCode.count({ where: { personId: county.cityOfficer.personId } })).toBe(10)
  })

  it('takes a code once, also when it is sent twice at the same moment', async () => {
    const ctx = await signedIn(county.cityOfficer.personId, false)
    const used = await generate({ secret })
    expect(await confirmTotp(ctx, used)).toMatchObject({ refusal: 'wrong-code' }) // enrolling used it
    const next = await generate({ secret, epoch: Math.floor(Date.now() / 1000) + 30 })
    const answers = await Promise.all([
      confirmTotp(ctx, next),
      confirmTotp(await signedIn(county.cityOfficer.personId, false), next),
    ])
    expect(answers.filter((each) => each.ok)).toHaveLength(1)
  })

  it('takes each recovery code once, in any spelling, and only its owner’s', async () => {
    const codes = (await freshRecoveryCodes(county.cityOfficer.personId)) ?? []
    expect(new Set(codes).size).toBe(10)
    const typed = (codes[0] ?? '').toLowerCase().replace('-', ' ')
    const other = await signedIn(county.countyOfficer.personId)
    expect(await confirmByRecoveryCode(other, typed)).toMatchObject({ refusal: 'wrong-code' })
    expect((await confirmByRecoveryCode(await signedIn(county.cityOfficer.personId, false), typed)).ok).toBe(true)
    expect(await confirmByRecoveryCode(await signedIn(county.cityOfficer.personId, false), typed)).toMatchObject({
      refusal: 'wrong-code',
    })
  })

  it('shows recovery codes for ten minutes only', async () => {
    await db.recoveryCode.updateMany({
      where: { personId: county.cityOfficer.personId },
      data: { recordedAt: new Date(Date.now() - 11 * 60_000) },
    })
    expect(await freshRecoveryCodes(county.cityOfficer.personId)).toBeNull()
  })

  it('locks after five wrong codes in fifteen minutes', async () => {
    const ctx = await signedIn(county.cityOfficer.personId, false)
    await db.rateLimit.deleteMany({})
    const answers = []
    for (let each = 0; each < 6; each += 1) answers.push(await confirmTotp(ctx, '123123'))
    expect(answers.map((each) => (each.ok ? '' : each.refusal))).toEqual([...Array(5).fill('wrong-code'), 'locked'])
  })

  it('stays on for officers of the city and may be switched off by others with their password', async () => {
    const city = await signedIn(county.cityOfficer.personId)
    expect(await removeTotp(city, PASSWORDS.city)).toMatchObject({ refusal: 'must-stay-on' })
    const ctx = await signedIn(county.countyOfficer.personId)
    const offered = offeredTotpSecret(ctx.actor.loginId, null)
    expect((await enrolTotp(ctx, await generate({ secret: offered }))).ok).toBe(true)
    const again = await signedIn(county.countyOfficer.personId, false)
    expect(again.actor.mfaPending).toBe(false) // the actor without the account's flag …
    const row = await db.login.findUniqueOrThrow({ where: { id: again.actor.loginId } })
    const asked = contextOf(await actorOfLogin({ ...row, hasTotp: true }), 'test')
    expect(asked.actor.mfaPending).toBe(true) // … and as each request reads it
    expect(await removeTotp(ctx, 'not the password')).toMatchObject({ refusal: 'wrong-current' })
    expect((await removeTotp(ctx, PASSWORDS.county)).ok).toBe(true)
  })
})
