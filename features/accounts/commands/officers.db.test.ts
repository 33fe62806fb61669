import { beforeAll, describe, expect, it } from 'vitest'
import { liveLogin } from '@/server/auth/live-login'
import { db } from '@/server/db/client'
import { anybody, auditKinds, signedIn } from '@/tests/cast/contexts'
import { officer, smallCounty } from '@/tests/cast/small-county'
import { useDatabase } from '@/tests/support/database'
import { setupGreeting } from '../queries/setup-greeting'
import { completeSetup } from './complete-setup'
import { createFirstOfficerToken } from './create-first-officer-token'
import { endGrant } from './end-grant'
import { inviteOfficer } from './invite-officer'
import { renewInvitation } from './renew-invitation'
import { resetSecondFactor, resetSecondFactorFromConsole } from './reset-second-factor'
import { setDisabled } from './set-disabled'

useDatabase()
let county: Awaited<ReturnType<typeof smallCounty>>
const GOOD = 'seven otters on a raft'
const setup = (token: string, name = '钱初', signInName = 'qian.first', password = GOOD) =>
  completeSetup(anybody(), { token, name, signInName, password, device: null })

describe('the first officer', () => {
  beforeAll(async () => {
    county = await smallCounty()
    await db.officerGrant.updateMany({ where: { regionId: county.city.id }, data: { retractedAt: new Date() } })
  })

  it('finds nothing without the token from the console', async () => {
    expect(await setup('AAAAAAAAAAAAAAAAAAAAAA')).toEqual({ ok: false, refusal: 'not-found' })
    expect(await setupGreeting('AAAAAAAAAAAAAAAAAAAAAA')).toBeNull()
  })

  it('keeps the token after a refusal, writes nothing, and makes earlier tokens worthless', async () => {
    const [older, token] = [await createFirstOfficerToken(), await createFirstOfficerToken()]
    expect(await setupGreeting(older ?? '')).toBeNull()
    const before = await db.person.count()
    expect(await setup(token ?? '', '钱初', 'qian.first', 'short')).toMatchObject({ refusal: 'password-short' })
    expect(await setup(token ?? '', '钱初', 'qian.first', 'qian.first.qian')).toMatchObject({
      refusal: 'password-contextual',
    })
    expect(await setup(token ?? '', '1', 'qian.first')).toMatchObject({ refusal: 'bad-name' })
    expect(await setup(token ?? '', '钱初', '1')).toMatchObject({ refusal: 'bad-sign-in-name' })
    expect(await db.person.count()).toBe(before)
    expect(await setupGreeting(token ?? '')).toEqual({ kind: 'first', asksCity: false })
  })

  it('is made once, also when two send the form at the same moment, and must enrol a second factor', async () => {
    const token = (await createFirstOfficerToken()) ?? ''
    const answers = await Promise.all([
      setup(token),
      setup(token, '孙次', 'sun.second'),
      setup(token, '李末', 'li.third'),
    ])
    const [made] = answers.filter((each) => each.ok)
    expect(answers.filter((each) => each.ok)).toHaveLength(1)
    expect(answers.filter((each) => !each.ok && each.refusal === 'not-found')).toHaveLength(2)
    if (!made?.ok) return
    expect(await liveLogin(made.value.secret)).toMatchObject({ mfaAt: null })
    expect(await createFirstOfficerToken()).toBeNull()
    expect(await setup(token)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await auditKinds()).toEqual(expect.arrayContaining(['officer.granted', 'account.password-set']))
  })
})

describe('inviting and ending officers', () => {
  const invite = async (by: string, regionId: string, signInName = '13911112222', name = '吴新') =>
    inviteOfficer(await signedIn(by), { name, signInName, regionId, role: 'OFFICER', toOn: null })

  it('lets an officer of a county name officers beneath, not on their own level, elsewhere or above', async () => {
    expect(await invite(county.countyOfficer.personId, county.county.id)).toMatchObject({ refusal: 'not-found' })
    expect(await invite(county.countyOfficer.personId, county.city.id)).toMatchObject({ refusal: 'not-found' })
    expect(await invite(county.countyOfficer.personId, county.otherTown.id)).toMatchObject({ refusal: 'not-found' })
    const outcome = await invite(county.countyOfficer.personId, county.town.id)
    if (!outcome.ok || !outcome.value.setupToken) throw new Error('refused')
    expect(await setupGreeting(outcome.value.setupToken)).toEqual({ kind: 'invited', name: '吴新' })
    const opened = await completeSetup(anybody(), { token: outcome.value.setupToken, password: GOOD, device: null })
    if (!opened.ok) throw new Error(opened.refusal)
    expect(await liveLogin(opened.value.secret)).toMatchObject({ personId: outcome.value.personId })
    expect(await setupGreeting(outcome.value.setupToken)).toBeNull()
  })

  it('refuses a known mobile under another name without telling whose it is, and oneself', async () => {
    expect(await invite(county.countyOfficer.personId, county.town.id, '13911112222', '别人')).toEqual({
      ok: false,
      refusal: 'name-taken',
    })
    expect(await invite(county.countyOfficer.personId, county.town.id, 'zhou.county', '周县')).toEqual({
      ok: false,
      refusal: 'yourself',
    })
    expect(await invite(county.countyOfficer.personId, county.town.id)).toEqual({ ok: false, refusal: 'already' })
  })

  it('never touches a password that is there already', async () => {
    const outcome = await invite(county.countyOfficer.personId, county.town.id, 'chen.town', '陈镇')
    expect(outcome).toEqual({ ok: false, refusal: 'already' })
    const ctx = await signedIn(county.countyOfficer.personId)
    const clerk = county.here.clerk.personId
    await db.account.create({ data: { personId: clerk, passwordHash: 'x' } })
    const invited = await inviteOfficer(ctx, {
      name: '李强',
      signInName: '13800138002',
      regionId: county.town.id,
      role: 'OFFICER',
      toOn: null,
    })
    expect(invited).toMatchObject({ ok: true, value: { personId: clerk, setupToken: null } })
    const grant = await db.officerGrant.findFirstOrThrow({ where: { personId: clerk } })
    expect(await renewInvitation(ctx, grant.id)).toEqual({ ok: false, refusal: 'is-learner' })
  })

  it('ends a role at the next request, and only beneath oneself', async () => {
    const { personId, grantId } = county.townOfficer
    const login = await signedIn(personId)
    expect(await endGrant(await signedIn(personId), county.countyOfficer.grantId)).toMatchObject({
      refusal: 'not-found',
    })
    expect(await endGrant(await signedIn(personId), grantId)).toMatchObject({ refusal: 'not-found' })
    expect((await endGrant(await signedIn(county.countyOfficer.personId), grantId)).ok).toBe(true)
    expect((await db.login.findUniqueOrThrow({ where: { id: login.actor.loginId } })).revokedAt).not.toBeNull()
    expect((await signedIn(personId)).actor.grants).toEqual([])
  })

  it('keeps the last officer of the city, also when two end each other at the same moment', async () => {
    await db.officerGrant.updateMany({ where: { regionId: county.city.id }, data: { retractedAt: new Date() } })
    const [one, two] = [
      await officer('甲市', 'jia.city', GOOD, county.city.id),
      await officer('乙市', 'yi.city', GOOD, county.city.id),
    ]
    const answers = await Promise.all([
      endGrant(await signedIn(one.personId), two.grantId),
      endGrant(await signedIn(two.personId), one.grantId),
    ])
    expect(answers.filter((each) => each.ok)).toHaveLength(1)
    const stays = answers[0]?.ok ? one : two
    expect(await endGrant(await signedIn(stays.personId), stays.grantId)).toMatchObject({
      refusal: 'last-city-officer',
    })
  })

  it('disables an account beneath oneself: nothing of it works from the next request on', async () => {
    const other = await officer('郑县', 'zheng.county', GOOD, county.county.id)
    const below = await officer('王镇', 'wang.town', GOOD, county.town.id)
    await signedIn(below.personId)
    expect(await setDisabled(await signedIn(below.personId), other.personId, true)).toMatchObject({
      refusal: 'not-found',
    })
    expect((await setDisabled(await signedIn(other.personId), below.personId, true)).ok).toBe(true)
    expect(await db.login.count({ where: { personId: below.personId, revokedAt: null } })).toBe(0)
    expect((await setDisabled(await signedIn(other.personId), below.personId, false)).ok).toBe(true)
  })

  it('resets a lost second factor beneath oneself, or from the console, and never one’s own', async () => {
    const above = await officer('冯县', 'feng.county', GOOD, county.county.id)
    const below = await officer('蒋镇', 'jiang.town', GOOD, county.town.id)
    const on = () =>
      db.account.update({ where: { personId: below.personId }, data: { totpCipher: new Uint8Array([1]) } })
    const isOn = async () =>
      Boolean((await db.account.findUniqueOrThrow({ where: { personId: below.personId } })).totpCipher)
    await on()
    expect(await resetSecondFactor(await signedIn(below.personId), below.personId)).toMatchObject({
      refusal: 'not-found',
    })
    expect(await resetSecondFactor(await signedIn(below.personId), above.personId)).toMatchObject({
      refusal: 'not-found',
    })
    expect(await isOn()).toBe(true)
    expect((await resetSecondFactor(await signedIn(above.personId), below.personId)).ok).toBe(true)
    expect(await isOn()).toBe(false)
    await on()
    expect(await resetSecondFactorFromConsole('nobody')).toBe(false)
    expect(await resetSecondFactorFromConsole('jiang.town')).toBe(true)
    expect(await isOn()).toBe(false)
  })
})
