import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/permissions/actor'
import { actorOfLogin } from '@/server/auth/actor'
import { liveLogin } from '@/server/auth/live-login'
import { contextOf } from '@/server/context'
import type { Context } from '@/server/context'
import { db } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { anybody, auditKinds, signedIn } from '@/tests/cast/contexts'
import { PASSWORDS, smallCounty } from '@/tests/cast/small-county'
import { useDatabase } from '@/tests/support/database'
import { changePassword } from './change-password'
import { claimAccount } from './claim-account'
import { clearPassword } from './clear-password'
import { openLogin } from './open-login'
import { signInWithPassword } from './sign-in-with-password'

useDatabase()
let county: Awaited<ReturnType<typeof smallCounty>>
beforeAll(async () => {
  county = await smallCounty()
})
beforeEach(() => db.rateLimit.deleteMany({}))

/** The context of somebody who came by personal link. */
async function byLink(seat: { personId: string; holdingId: string }): Promise<Context & { actor: Actor }> {
  const link = { holdingId: seat.holdingId, expiresAt: new Date(Date.now() + 86_400_000) }
  const login = await db.$transaction((tx) => openLogin(tx, { personId: seat.personId, link, device: null }))
  const row = await liveLogin(login.secret)
  if (!row) throw new Error('no login')
  return contextOf(await actorOfLogin(row), 'test')
}
const signIn = (name: string, password: string) => signInWithPassword(anybody(), { name, password, device: null })

describe('changing a password', () => {
  it('needs the present one, meets the policy, ends all other logins and renews this one', async () => {
    const other = await signedIn(county.countyOfficer.personId)
    const ctx = await signedIn(county.countyOfficer.personId)
    const change = (current: string, password: string) => changePassword(ctx, { current, password })
    expect(await change('not it at all', 'eleven geese fly south')).toMatchObject({ refusal: 'wrong-current' })
    expect(await change(PASSWORDS.county, 'eleven geese')).toMatchObject({ ok: true }) // exactly twelve
    expect(await change('eleven geese', 'ten geese 1')).toMatchObject({ refusal: 'password-short' })
    expect(await change('eleven geese', 'zhou.county 示例县')).toMatchObject({ refusal: 'password-contextual' })
    const changed = await change('eleven geese', 'eleven geese fly south ')
    if (!changed.ok) throw new Error(changed.refusal)
    expect(await liveLogin(changed.value.secret)).toMatchObject({ id: ctx.actor.loginId })
    expect((await db.login.findUniqueOrThrow({ where: { id: other.actor.loginId } })).revokedAt).not.toBeNull()
    expect(await signIn('zhou.county', 'eleven geese fly south')).toMatchObject({ refusal: 'wrong' }) // not trimmed
    expect((await signIn('zhou.county', 'eleven geese fly south ')).ok).toBe(true)
  })

  it('is closed after five wrong present ones', async () => {
    const ctx = await signedIn(county.townOfficer.personId)
    const answers = []
    for (let each = 0; each < 6; each += 1) answers.push(await changePassword(ctx, { current: 'no', password: 'x' }))
    expect(answers.map((each) => (each.ok ? '' : each.refusal))).toEqual([...Array(5).fill('wrong-current'), 'locked'])
  })
})

describe('a clerk’s first password', () => {
  it('makes the full account, ends the link login it came by, and signs in by mobile', async () => {
    const ctx = await byLink(county.here.clerk)
    const outcome = await claimAccount(ctx, { password: PASSWORDS.clerk, device: null })
    if (!outcome.ok) throw new Error(outcome.refusal)
    expect(await liveLogin(outcome.value.secret)).toMatchObject({ holdingId: null })
    expect((await db.login.findUniqueOrThrow({ where: { id: ctx.actor.loginId } })).revokedAt).not.toBeNull()
    expect((await signIn('+86 138-0013-8002', PASSWORDS.clerk)).ok).toBe(true)
    expect(await auditKinds()).toContain('account.created')
  })

  it('is set once: a link never replaces a password that is there, also not two at the same moment', async () => {
    const again = await byLink(county.here.clerk)
    expect(await claimAccount(again, { password: 'another blue tram', device: null })).toMatchObject({
      refusal: 'has-account',
    })
    const both = await Promise.all([byLink(county.there.clerk), byLink(county.there.clerk)])
    const answers = await Promise.all(both.map((ctx) => claimAccount(ctx, { password: PASSWORDS.clerk, device: null })))
    expect(answers.filter((each) => each.ok)).toHaveLength(1)
  })

  it('is not for heads, nor for somebody who is an officer as well', async () => {
    expect(
      await claimAccount(await byLink(county.here.head), { password: PASSWORDS.clerk, device: null }),
    ).toMatchObject({ refusal: 'not-a-clerk' })
    const { personId } = county.there.clerk
    await db.account.update({ where: { personId }, data: { passwordHash: null } })
    const grant = {
      id: newId(),
      personId,
      role: 'OFFICER' as const,
      regionId: county.town.id,
      fromOn: columnOfDay('2026-01-01'),
    }
    await db.officerGrant.create({ data: grant })
    expect(
      await claimAccount(await byLink(county.there.clerk), { password: PASSWORDS.clerk, device: null }),
    ).toMatchObject({ refusal: 'ask-officer' })
  })
})

describe('clearing a forgotten password', () => {
  it('is for the entry’s own level and its parent only, never for an officer', async () => {
    const holding = county.here.clerk.holdingId
    expect(await clearPassword(await signedIn(county.cityOfficer.personId), holding)).toMatchObject({
      refusal: 'not-found',
    })
    expect(
      await clearPassword(await signedIn(county.countyOfficer.personId), county.there.clerk.holdingId),
    ).toMatchObject({ refusal: 'not-found' })
    expect((await signIn('13800138002', PASSWORDS.clerk)).ok).toBe(true)
    expect((await clearPassword(await signedIn(county.countyOfficer.personId), holding)).ok).toBe(true)
    expect(await signIn('13800138002', PASSWORDS.clerk)).toMatchObject({ refusal: 'wrong' })
    expect(
      (await claimAccount(await byLink(county.here.clerk), { password: 'another blue tram', device: null })).ok,
    ).toBe(true)
  })
})
