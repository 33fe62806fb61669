import { beforeAll, describe, expect, it } from 'vitest'
import { liveLogin } from '@/server/auth/live-login'
import { db } from '@/server/db/client'
import { useDatabase } from '@/tests/support/database'
import { anybody, auditKinds } from '@/tests/cast/contexts'
import { PASSWORDS, smallCounty } from '@/tests/cast/small-county'
import { closeLogin } from './close-login'
import { signInWithPassword } from './sign-in-with-password'

useDatabase()
let county: Awaited<ReturnType<typeof smallCounty>>
beforeAll(async () => {
  county = await smallCounty()
})

async function signIn(name: string, password: string, ctx = anybody()) {
  return signInWithPassword(ctx, { name, password, device: 'windows/edge' })
}

describe('signing in by password', () => {
  it('opens a login by login name in any case, stores only a hash of its secret, and audits it', async () => {
    const outcome = await signIn(' LIN.city ', PASSWORDS.city)
    if (!outcome.ok) throw new Error(outcome.refusal)
    const row = await db.login.findUniqueOrThrow({ where: { id: outcome.value.id } })
    expect(Buffer.from(row.tokenHash).toString('base64url')).not.toContain(outcome.value.secret)
    expect(row.device).toBe('windows/edge')
    expect(await auditKinds()).toContain('login.opened')
    expect(await liveLogin(outcome.value.secret)).toMatchObject({
      personId: county.cityOfficer.personId,
      holdingId: null,
      mfaAt: null,
    })
  })

  it('answers an unknown name, a person without a password and a wrong password alike', async () => {
    const answers = await Promise.all([
      signIn('nobody.here', 'some password'),
      signIn('13800138001', 'some password'),
      signIn('13900000000', 'some password'),
      signIn('lin.city', 'some password'),
    ])
    expect(answers).toEqual(Array(4).fill({ ok: false, refusal: 'wrong' }))
  })

  it('closes a name after five wrong tries, also from many addresses at once and for the right password', async () => {
    const tries = await Promise.all(Array.from({ length: 12 }, () => signIn('chen.town', 'wrong wrong')))
    expect(tries.filter((each) => !each.ok && each.refusal === 'wrong')).toHaveLength(5)
    const right = await signIn('chen.town', PASSWORDS.county)
    expect(right).toMatchObject({ ok: false, refusal: 'locked' })
    if (!right.ok) expect(right.detail?.minutes).toBeLessThanOrEqual(15)
  })

  it('closes names that nobody has just the same, so that the lockout tells nothing', async () => {
    for (let each = 0; each < 5; each += 1) await signIn('nobody.at.all', 'wrong wrong')
    expect(await signIn('nobody.at.all', 'wrong wrong')).toMatchObject({ refusal: 'locked' })
  })

  it('forgets the wrong tries after a right one', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let each = 0; each < 4; each += 1) await signIn('zhou.county', 'wrong wrong')
      expect((await signIn('zhou.county', PASSWORDS.county)).ok).toBe(true)
    }
  })

  it('counts an address over all names', async () => {
    const ctx = anybody('one-office')
    const answers = []
    for (let each = 0; each < 61; each += 1) answers.push(await signIn(`guess.${each}`, 'x', ctx))
    expect(answers.slice(0, 60).every((each) => !each.ok && each.refusal === 'wrong')).toBe(true)
    expect(answers[60]).toMatchObject({ refusal: 'locked' })
  })

  it('ends at the next request when signed out, disabled, idle or over', async () => {
    const ends: ((id: string) => Promise<unknown>)[] = [
      (id) => closeLogin(anybody(), county.cityOfficer.personId, id),
      () => db.account.update({ where: { personId: county.cityOfficer.personId }, data: { disabledAt: new Date() } }),
      (id) => db.login.update({ where: { id }, data: { idleUntil: new Date(Date.now() - 1000) } }),
      (id) => db.login.update({ where: { id }, data: { endsAt: new Date(Date.now() - 1000) } }),
    ]
    for (const end of ends) {
      const outcome = await signIn('lin.city', PASSWORDS.city)
      if (!outcome.ok) throw new Error(outcome.refusal)
      expect(await liveLogin(outcome.value.secret)).not.toBeNull()
      await end(outcome.value.id)
      expect(await liveLogin(outcome.value.secret)).toBeNull()
      await db.account.update({ where: { personId: county.cityOfficer.personId }, data: { disabledAt: null } })
    }
  })

  it('refuses a disabled account like a wrong password', async () => {
    await db.account.update({ where: { personId: county.cityOfficer.personId }, data: { disabledAt: new Date() } })
    expect(await signIn('lin.city', PASSWORDS.city)).toEqual({ ok: false, refusal: 'wrong' })
    await db.account.update({ where: { personId: county.cityOfficer.personId }, data: { disabledAt: null } })
  })

  it('moves the idle limit on while somebody works, never past the end', async () => {
    const outcome = await signIn('lin.city', PASSWORDS.city)
    if (!outcome.ok) throw new Error(outcome.refusal)
    await db.login.update({ where: { id: outcome.value.id }, data: { idleUntil: new Date(Date.now() + 60_000) } })
    await liveLogin(outcome.value.secret)
    const moved = await db.login.findUniqueOrThrow({ where: { id: outcome.value.id } })
    expect(moved.idleUntil.getTime() - Date.now()).toBeGreaterThan(14 * 60_000)
    expect(moved.idleUntil.getTime()).toBeLessThanOrEqual(moved.endsAt.getTime())
  })

  it('keeps neither names nor addresses in the counters', async () => {
    const rows = await db.rateLimit.findMany()
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toMatch(
      /chen\.town|one-office|1390000/,
    )
  })
})
