import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { actorOfLogin } from '@/server/auth/actor'
import { liveLogin } from '@/server/auth/live-login'
import { db } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { anybody, auditKinds, signedIn } from '@/tests/cast/contexts'
import { holding, person, smallCounty } from '@/tests/cast/small-county'
import { useDatabase } from '@/tests/support/database'
import { linkGreeting } from '../queries/link-greeting'
import { issuePersonalLink } from './issue-personal-links'
import { openByCode, openPersonalLink } from './open-personal-link'

useDatabase()
let county: Awaited<ReturnType<typeof smallCounty>>
let token: string
let code: string
let linkId: string
beforeAll(async () => {
  county = await smallCounty()
})
beforeEach(async () => {
  await db.personalLink.deleteMany({})
  await db.rateLimit.deleteMany({})
  const issued = await issuePersonalLink(await signedIn(county.townOfficer.personId), county.here.head.holdingId)
  if (!issued.ok) throw new Error(issued.refusal)
  token = issued.value.path.slice(3)
  code = issued.value.code ?? ''
  linkId = issued.value.id
})
const open = (tail: string, ctx = anybody()) => openPersonalLink(ctx, { token, tail, device: null })

describe('a personal link', () => {
  it('is stored only as hashes, and shown again as the same link', async () => {
    const row = await db.personalLink.findUniqueOrThrow({ where: { id: linkId } })
    const stored = [row.tokenHmac, row.codeHmac ?? new Uint8Array()].map((bytes) =>
      Buffer.from(bytes).toString('base64url'),
    )
    expect(stored.join()).not.toContain(token)
    const again = await issuePersonalLink(await signedIn(county.countyOfficer.personId), county.here.head.holdingId)
    expect(again).toMatchObject({ ok: true, value: { id: linkId, path: `/l/${token}`, code } })
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
  })

  it('greets with a masked name, the enterprise and where the number came from, never with the number', async () => {
    const greeting = await linkGreeting(token)
    expect(greeting).toMatchObject({
      maskedName: '王*',
      enterprise: '示例·甬江机械',
      mobileSource: '名册导入 2026-11-01 示例县',
    })
    expect(JSON.stringify(greeting)).not.toMatch(/1380013|8001/)
  })

  it('opens that holding only, as a learner, also when the holder is an officer', async () => {
    const grant = {
      id: linkId,
      personId: county.here.head.personId,
      role: 'OFFICER' as const,
      regionId: county.city.id,
      fromOn: columnOfDay('2026-01-01'),
    }
    await db.officerGrant.create({ data: grant })
    const outcome = await open('8001')
    if (!outcome.ok) throw new Error(outcome.refusal)
    const login = await liveLogin(outcome.value.secret)
    expect(login).toMatchObject({ holdingId: county.here.head.holdingId, personId: county.here.head.personId })
    if (!login) return
    expect(await actorOfLogin(login)).toMatchObject({ via: 'link', grants: [], mfaPending: false })
    expect(await auditKinds()).toContain('link.opened')
    await db.officerGrant.delete({ where: { id: linkId } })
  })

  it('counts five wrong figures however many arrive at once from anywhere, then is locked for a day, also for the right ones', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => open(`${1000 + index}`)))
    expect(answers.filter((each) => !each.ok && each.refusal === 'wrong-tail')).toHaveLength(4)
    expect(answers.filter((each) => !each.ok && each.refusal === 'link-locked')).toHaveLength(16)
    expect(await open('8001')).toMatchObject({ ok: false, refusal: 'link-locked' })
    const row = await db.personalLink.findUniqueOrThrow({ where: { id: linkId } })
    expect(((row.lockedUntil?.getTime() ?? 0) - Date.now()) / 3_600_000).toBeCloseTo(24, 1)
    await db.personalLink.update({ where: { id: linkId }, data: { lockedUntil: new Date(Date.now() - 1000) } })
    expect((await open('8001')).ok).toBe(true)
  })

  it('tells how many tries are left and starts anew after the right figures', async () => {
    expect(await open('0000')).toMatchObject({ refusal: 'wrong-tail', detail: { left: 4 } })
    expect((await open('8001')).ok).toBe(true)
    expect(await open('0000')).toMatchObject({ refusal: 'wrong-tail', detail: { left: 4 } })
  })

  it('may be opened on several devices, and dies with the holding, for the logins it opened as well', async () => {
    const [first, second] = [await open('8001'), await open('8001')]
    if (!first.ok || !second.ok) throw new Error('refused')
    const end = { where: { id: county.here.head.holdingId } }
    await db.holding.update({ ...end, data: { toOn: columnOfDay('2026-02-01') } })
    expect(await liveLogin(first.value.secret)).toBeNull()
    expect(await liveLogin(second.value.secret)).toBeNull()
    expect(await open('8001')).toMatchObject({ refusal: 'link-over' })
    expect(await linkGreeting(token)).toBeNull()
    await db.holding.update({ ...end, data: { toOn: null } })
  })

  it('is over when it ran out, was revoked, or the account was disabled', async () => {
    const where = { where: { id: linkId } }
    await db.personalLink.update({ ...where, data: { expiresAt: new Date(Date.now() - 1000) } })
    expect(await open('8001')).toMatchObject({ refusal: 'link-over' })
    await db.personalLink.update({
      ...where,
      data: { expiresAt: new Date(Date.now() + 60_000), revokedAt: new Date() },
    })
    expect(await open('8001')).toMatchObject({ refusal: 'link-over' })
    await db.personalLink.update({ ...where, data: { revokedAt: null } })
    await db.account.create({ data: { personId: county.here.head.personId, disabledAt: new Date() } })
    expect(await open('8001')).toMatchObject({ refusal: 'link-over' })
    await db.account.delete({ where: { personId: county.here.head.personId } })
  })

  it('gives a login that ends with the link', async () => {
    await db.personalLink.update({ where: { id: linkId }, data: { expiresAt: new Date(Date.now() + 3_600_000) } })
    const outcome = await open('8001')
    if (!outcome.ok) throw new Error(outcome.refusal)
    expect(outcome.value.endsAt.getTime()).toBeLessThanOrEqual(Date.now() + 3_600_000)
  })

  it('stops an address that tries many links', async () => {
    const ctx = anybody('one-bot')
    const answers = []
    for (let each = 0; each < 31; each += 1)
      answers.push(await openPersonalLink(ctx, { token: 'A'.repeat(22), tail: '0000', device: null }))
    expect(answers[29]).toMatchObject({ refusal: 'link-over' })
    expect(answers[30]).toMatchObject({ refusal: 'too-many' })
  })
})

describe('a typed code', () => {
  const type = (typed: string, tail = '8001', ctx = anybody()) => openByCode(ctx, { code: typed, tail, device: null })

  it('opens once, however it is typed, and never again', async () => {
    const sloppy = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `
    expect((await type(sloppy)).ok).toBe(true)
    expect(await type(code)).toMatchObject({ refusal: 'wrong-code-or-tail' })
    expect((await open('8001')).ok).toBe(true)
  })

  it('opens once also when typed twice at the same moment', async () => {
    const answers = await Promise.all([type(code), type(code), type(code)])
    expect(answers.filter((each) => each.ok)).toHaveLength(1)
  })

  it('answers a wrong code and wrong figures alike, and is not used up by them', async () => {
    expect(await type('AAAA-BBBB-CCCC')).toEqual({ ok: false, refusal: 'wrong-code-or-tail' })
    expect(await type(code, '0000')).toEqual({ ok: false, refusal: 'wrong-code-or-tail' })
    expect((await type(code)).ok).toBe(true)
  })

  it('limits an address to ten tries, and everybody together', async () => {
    const ctx = anybody('typing-bot')
    const answers = []
    for (let each = 0; each < 11; each += 1) answers.push(await type('AAAA-BBBB-CCCC', '0000', ctx))
    expect(answers[10]).toMatchObject({ refusal: 'too-many' })
    const key = (await db.rateLimit.findMany()).find((row) => row.key.startsWith('code-all'))
    await db.rateLimit.update({ where: { key: key?.key ?? '' }, data: { points: 2_000 } })
    expect(await type(code)).toMatchObject({ refusal: 'too-many' })
  })
})

describe('issuing', () => {
  it('refuses a holding of another county as not found', async () => {
    const ctx = await signedIn(county.countyOfficer.personId)
    expect(await issuePersonalLink(ctx, county.there.head.holdingId)).toEqual({ ok: false, refusal: 'not-found' })
  })

  it('refuses a holder without a mobile', async () => {
    const without = await holding(county.here.entryId, 'CLERK', await person('赵无', null))
    const ctx = await signedIn(county.countyOfficer.personId)
    expect(await issuePersonalLink(ctx, without.holdingId)).toEqual({ ok: false, refusal: 'no-mobile' })
  })

  it('gives two officers at once the same link', async () => {
    await db.personalLink.deleteMany({})
    const [one, two] = await Promise.all([
      signedIn(county.townOfficer.personId),
      signedIn(county.countyOfficer.personId),
    ])
    const links = await Promise.all(
      [one, two, one, two].map((ctx) => issuePersonalLink(ctx, county.here.clerk.holdingId)),
    )
    expect(new Set(links.map((each) => (each.ok ? each.value.path : '')))).toHaveProperty('size', 1)
  })

  it('is refused to a city officer whose second factor is outstanding', async () => {
    const ctx = await signedIn(county.cityOfficer.personId, false)
    expect(await issuePersonalLink(ctx, county.here.head.holdingId)).toEqual({ ok: false, refusal: 'not-found' })
  })
})
