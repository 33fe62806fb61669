import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '@/domain/calendar/day'
import type { Role } from '@/domain/permissions/actor'
import { mayEver } from '@/domain/permissions/permission'
import { liveLogin } from '@/server/auth/live-login'
import { shanghaiToday } from '@/server/clock'
import { db } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { signedIn } from '@/tests/cast/contexts'
import { officer, PASSWORDS, smallCounty } from '@/tests/cast/small-county'
import { useDatabase } from '@/tests/support/database'
import { inviteOfficerInput } from '../input'
import { officerList } from '../queries/officer-list'
import { endGrant } from './end-grant'
import { inviteOfficer } from './invite-officer'
import { openLogin } from './open-login'
import { renewInvitation } from './renew-invitation'
import { resetSecondFactor } from './reset-second-factor'
import { setDisabled } from './set-disabled'
import { hasCityOfficer } from './setup-token'

useDatabase()
let county: Awaited<ReturnType<typeof smallCounty>>
const today = shanghaiToday()
const by = () => signedIn(county.countyOfficer.personId)

let number = 0
/** Invites somebody new to the township. */
async function invite(role: Role, toOn: string | null, regionId = county.town.id) {
  number += 1
  const person = { name: '褚新', signInName: `someone.${number}` }
  return inviteOfficer(await by(), { ...person, regionId, role, toOn })
}
async function invited(role: Role, toOn: string | null): Promise<{ personId: string; grantId: string }> {
  const outcome = await invite(role, toOn)
  if (!outcome.ok) throw new Error(outcome.refusal)
  const { personId } = outcome.value
  const { id } = await db.officerGrant.findFirstOrThrow({ where: { personId } })
  return { personId, grantId: id }
}
/** The same grant as it looks so many days later. */
const later = async (grantId: string, days: number) => {
  const { toOn } = await db.officerGrant.findUniqueOrThrow({ where: { id: grantId } })
  if (toOn)
    await db.officerGrant.update({
      where: { id: grantId },
      data: { toOn: new Date(toOn.getTime() - days * 86_400_000) },
    })
}

beforeAll(async () => {
  county = await smallCounty()
})

describe('a last day', () => {
  it.each(['OFFICER', 'AUDITOR', 'LECTURER', 'AUTHOR'] as const)('%s: holds on it and no longer', async (role) => {
    const { personId, grantId } = await invited(role, today)
    const login = await db.$transaction((tx) => openLogin(tx, { personId, device: null }))
    expect((await signedIn(personId)).actor.grants).toMatchObject([{ role }])
    expect(await liveLogin(login.secret)).toMatchObject({ isOfficer: true })
    await later(grantId, 1)
    expect((await signedIn(personId)).actor.grants).toEqual([])
    expect(await liveLogin(login.secret)).toMatchObject({ isOfficer: false })
    const { actor } = await signedIn(personId)
    for (const permission of ['rates.read', 'audit.read', 'roster.write', 'office.open', 'content.preview'] as const)
      expect(mayEver(actor, permission), permission).toBe(false)
  })

  it('is stored as the day after, audited as typed, shown as the last day, and named when over', async () => {
    const last = addDays(today, 30)
    const { personId, grantId } = await invited('AUDITOR', last)
    expect((await db.officerGrant.findUniqueOrThrow({ where: { id: grantId } })).toOn).toEqual(
      columnOfDay(addDays(last, 1)),
    )
    const event = await db.auditEvent.findFirstOrThrow({ where: { kind: 'officer.granted', subjectId: personId } })
    expect(event.detail).toEqual({ role: 'AUDITOR', toOn: last })
    const shown = async () => (await officerList((await by()).actor)).find((one) => one.grantId === grantId)
    expect(await shown()).toMatchObject({ lastOn: last, endedOn: null, state: 'invited', mayManage: true })
    await later(grantId, 31)
    expect(await shown()).toMatchObject({
      lastOn: addDays(today, -1),
      endedOn: today,
      state: 'ended',
      mayManage: false,
    })
  })

  it('that has passed or does not exist is refused, and nobody is made', async () => {
    const before = await db.person.count()
    expect(await invite('OFFICER', addDays(today, -1))).toEqual({ ok: false, refusal: 'past-day' })
    expect(await db.person.count()).toBe(before)
    const form = { name: '褚新', signInName: 'someone', regionId: county.town.id, role: 'AUDITOR' }
    expect(inviteOfficerInput.safeParse({ ...form, toOn: '2027-02-30' }).error?.issues[0]).toMatchObject({
      path: ['toOn'],
      message: 'bad-day',
    })
    expect(inviteOfficerInput.parse({ ...form, toOn: ' ' }).toOn).toBeNull()
    expect(inviteOfficerInput.parse(form).toOn).toBeNull()
    expect(inviteOfficerInput.parse({ ...form, toOn: '2027-02-28' }).toOn).toBe('2027-02-28')
  })

  it('can be brought forward to today; the row that said otherwise is retracted, not edited', async () => {
    const { personId, grantId } = await invited('OFFICER', addDays(today, 30))
    expect((await endGrant(await by(), grantId)).ok).toBe(true)
    expect((await signedIn(personId)).actor.grants).toEqual([])
    const rows = await db.officerGrant.findMany({ where: { personId }, orderBy: { id: 'asc' } })
    expect(rows.map(({ toOn, retractedById }) => [toOn, retractedById])).toEqual([
      [columnOfDay(addDays(today, 31)), county.countyOfficer.personId],
      [columnOfDay(today), null],
    ])
    expect(await endGrant(await by(), grantId)).toMatchObject({ refusal: 'not-found' })
  })

  it('lets the same role be given again only when it is over', async () => {
    const person = { name: '卫新', signInName: 'wei.again', regionId: county.town.id, role: 'AUDITOR' as const }
    expect((await inviteOfficer(await by(), { ...person, toOn: today })).ok).toBe(true)
    expect(await inviteOfficer(await by(), { ...person, toOn: null })).toEqual({ ok: false, refusal: 'already' })
    const { id } = await db.officerGrant.findFirstOrThrow({
      where: { person: { account: { loginName: 'wei.again' } } },
    })
    await later(id, 1)
    expect((await inviteOfficer(await by(), { ...person, toOn: null })).ok).toBe(true)
  })

  it('does not hide a role above: no new link, no new factor, no closing by whoever stands beneath it', async () => {
    const above = await officer('韩市', 'han.city', PASSWORDS.county, county.town.id)
    const role = { personId: above.personId, role: 'OFFICER' as const, regionId: county.city.id }
    const until = { fromOn: columnOfDay('2026-01-01'), toOn: columnOfDay(addDays(today, 10)) }
    await db.officerGrant.create({ data: { id: newId(), ...role, ...until } })
    expect(await renewInvitation(await by(), above.grantId)).toMatchObject({ refusal: 'not-found' })
    expect(await resetSecondFactor(await by(), above.personId)).toMatchObject({ refusal: 'not-found' })
    expect(await setDisabled(await by(), above.personId, true)).toMatchObject({ refusal: 'not-found' })
  })
})

describe('nobody gives themself anything', () => {
  it.each(['OFFICER', 'AUDITOR', 'LECTURER', 'AUTHOR'] as const)(
    'not %s either, by no name they are known by',
    async (role) => {
      const self = { name: '周县', signInName: 'zhou.county', regionId: county.town.id, role, toOn: null }
      expect(await inviteOfficer(await by(), self)).toEqual({ ok: false, refusal: 'yourself' })
      expect(await inviteOfficer(await by(), { ...self, signInName: ' ZHOU.county ' })).toMatchObject({
        refusal: 'yourself',
      })
      const city = await signedIn(county.cityOfficer.personId)
      const own = { ...self, name: '林市', signInName: 'lin.city', regionId: county.city.id }
      expect(await inviteOfficer(city, own)).toMatchObject({ refusal: 'yourself' })
    },
  )

  it('an auditor, a lecturer and an author give and end nothing, not even beneath themselves', async () => {
    for (const role of ['AUDITOR', 'LECTURER', 'AUTHOR'] as const) {
      const someone = await officer('蒋员', `jiang.${role.toLowerCase()}`, PASSWORDS.county, county.county.id)
      await db.officerGrant.update({ where: { id: someone.grantId }, data: { role } })
      const ctx = await signedIn(someone.personId)
      const form = { name: '新人', signInName: `new.${role.toLowerCase()}`, regionId: county.town.id, role, toOn: null }
      expect(await inviteOfficer(ctx, form)).toMatchObject({ refusal: 'not-found' })
      expect(await endGrant(ctx, county.townOfficer.grantId)).toMatchObject({ refusal: 'not-found' })
      expect(await setDisabled(ctx, county.townOfficer.personId, true)).toMatchObject({ refusal: 'not-found' })
      expect(await renewInvitation(ctx, county.townOfficer.grantId)).toMatchObject({ refusal: 'not-found' })
      expect(await resetSecondFactor(ctx, county.townOfficer.personId)).toMatchObject({ refusal: 'not-found' })
    }
  })
})

describe('the last officer of the city', () => {
  const end = async (as: { personId: string }, grantId: string) => endGrant(await signedIn(as.personId), grantId)

  it('stays while all others only stand in for a time, cannot sign in, or merely audit', async () => {
    const last = county.cityOfficer
    const standIn = await officer('朱代', 'zhu.standin', PASSWORDS.county, county.city.id)
    const inAMonth = { toOn: columnOfDay(addDays(today, 30)) }
    await db.officerGrant.update({ where: { id: standIn.grantId }, data: inAMonth })
    const auditor = await officer('秦审', 'qin.audit', PASSWORDS.county, county.city.id)
    await db.officerGrant.update({ where: { id: auditor.grantId }, data: { role: 'AUDITOR' } })
    const onlyInvited = await officer('尤邀', 'you.invited', PASSWORDS.county, county.city.id)
    await db.account.update({ where: { personId: onlyInvited.personId }, data: { passwordHash: null } })
    for (const refused of [
      await end(last, last.grantId),
      await end(standIn, last.grantId),
      await setDisabled(await signedIn(standIn.personId), last.personId, true),
    ])
      expect(refused).toEqual({ ok: false, refusal: 'last-city-officer' })
    expect((await signedIn(last.personId)).actor.grants).toHaveLength(1)
    // Those who are not the last one may go.
    expect((await setDisabled(await signedIn(last.personId), auditor.personId, true)).ok).toBe(true)
    expect((await end(last, auditor.grantId)).ok).toBe(true)
    expect((await end(last, standIn.grantId)).ok).toBe(true)
    expect(await hasCityOfficer(db)).toBe(true)
  })

  it('may go as soon as another holds the office for good and can sign in, and two cannot close each other’s accounts', async () => {
    const one = await officer('许一', 'xu.one', PASSWORDS.county, county.city.id)
    const two = await officer('何二', 'he.two', PASSWORDS.county, county.city.id)
    await db.officerGrant.updateMany({
      where: { region: { kind: 'CITY' }, NOT: { id: { in: [one.grantId, two.grantId] } } },
      data: { retractedAt: new Date() },
    })
    const [first, second] = [await signedIn(one.personId), await signedIn(two.personId)]
    const answers = await Promise.all([setDisabled(first, two.personId, true), setDisabled(second, one.personId, true)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: 'last-city-officer' })
  })
})
