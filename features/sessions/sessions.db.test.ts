import { beforeAll, describe, expect, it } from 'vitest'
import { recordCompletions } from '@/features/standing/commands/record-completion'
import { courseBySlug } from '@/server/content/catalog'
import { db } from '@/server/db/client'
import { mobileColumns } from '@/server/crypto/mobile'
import { type Cast, raiseCast, standingOfEntry } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'
import { callRoll, retractAttendance } from './commands/attend'
import { cancelSession } from './commands/cancel-session'
import { planSession } from './commands/plan-session'
import { settleWalkIn } from './commands/settle-walk-in'
import { signUp } from './commands/sign-up'
import { signInAsMyself, signInAtDoor } from './commands/sign-in-at-door'
import { planSessionInput, signInInput } from './input'
import { exitExamCount, exitExamsForMe } from './queries/exit-exams'
import { room, roomCounts } from './queries/room'
import { sessionByToken, sessionInScope } from './queries/session-in-scope'
import { sessionsForMe } from './queries/sessions-for-me'

useDatabase()

let cast: Cast
beforeAll(async () => {
  cast = await raiseCast()
})

const MOBILE = '19900001234'
const HEADS = ['HEAD'] as const

/** A session of the first county for heads, its door open now. */
async function openSession(over: { region?: string; exitExam?: 'yes' } = {}): Promise<{ id: string; token: string }> {
  const planned = await planSession(cast.countyOfficer.ctx, {
    programmeId: cast.programmeId,
    region: over.region ?? '330212',
    title: '示例宣讲会',
    course: 'jiajikouchu',
    place: '示例会议室',
    startsAt: new Date(Date.now() - 600_000),
    endsAt: new Date(Date.now() + 3_600_000),
    agencyId: null,
    lecturerId: null,
    exitExam: over.exitExam,
  })
  if (!planned.ok) throw new Error(planned.refusal)
  const { token } = await db.trainingSession.findUniqueOrThrow({ where: { id: planned.value.sessionId } })
  return { id: planned.value.sessionId, token }
}
const sign = (token: string, name: string, mobile = MOBILE) =>
  signInAtDoor('test', { token, enterprise: '示例·甬江精密机械有限公司', name, mobile })
const lists = async (id: string) => {
  const session = await sessionInScope(cast.countyOfficer.ctx.actor, id)
  if (!session) throw new Error('not in scope')
  return room(cast.countyOfficer.ctx.actor, session, HEADS, '')
}

describe('a session', () => {
  it('counts who signs in by number and name at once, and once, however often', async () => {
    await db.person.update({ where: { id: cast.head.personId }, data: mobileColumns(MOBILE) })
    const { id, token } = await openSession()
    expect((await lists(id)).counts).toEqual({ present: 0, expected: 2 })
    const answers = await Promise.all(Array.from({ length: 10 }, () => sign(token, '陈 谷雨')))
    expect(answers.every((one) => one.ok)).toBe(true)
    expect((await lists(id)).counts).toEqual({ present: 1, expected: 2 })
    expect((await standingOfEntry(cast.head.entryId)).trainedAny).toBe(true)
    const [completion] = await db.completion.findMany({ where: { personId: cast.head.personId, retractedAt: null } })
    expect(completion).toMatchObject({ subjectKind: 'COURSE', slug: 'jiajikouchu', evidence: 'SESSION' })
  })

  it('answers a stranger the same, lets them wait, and counts them when the organiser says who they are', async () => {
    const { id, token } = await openSession()
    const known = await sign(token, '陈谷雨')
    expect(await sign(token, '王惊蛰', '19900005678')).toEqual(known)
    expect(await sign(token, '王惊蛰', '19900005678'), 'a second tap').toEqual(known)
    const { waiting, counts } = await lists(id)
    expect(counts.present).toBe(1)
    expect(waiting).toHaveLength(1)
    expect(waiting[0]).toMatchObject({ name: '王惊蛰', mobile: '199****5678' })
    expect(waiting[0]?.choices[0]?.personId).toBe(cast.otherHead.personId)
    const walkInId = waiting[0]?.walkInId ?? ''
    const settle = (ctx: Cast['countyOfficer']['ctx'], personId: string | null) =>
      settleWalkIn(ctx, { walkInId, personId })
    expect(await settle(cast.otherCountyOfficer.ctx, cast.otherHead.personId)).toMatchObject({ ok: false })
    expect(await settle(cast.countyOfficer.ctx, cast.farClerk.personId), 'of another area').toMatchObject({ ok: false })
    expect(await settle(cast.countyOfficer.ctx, cast.otherHead.personId)).toMatchObject({ ok: true })
    expect(await settle(cast.countyOfficer.ctx, null)).toMatchObject({ ok: false })
    expect((await lists(id)).counts).toEqual({ present: 2, expected: 2 })
    expect((await standingOfEntry(cast.otherHead.entryId)).trainedAny).toBe(true)
  })

  it('takes the roll for people of its area alone, and takes it back with what was completed', async () => {
    const { id } = await openSession()
    const call = (personIds: string[], ctx = cast.countyOfficer.ctx) =>
      callRoll(ctx, { sessionId: id, person: personIds, source: 'ROLL' })
    expect(await call([cast.farClerk.personId])).toMatchObject({ refusal: 'not-found' })
    expect(await call([cast.clerk.personId], cast.otherCountyOfficer.ctx)).toMatchObject({ refusal: 'not-found' })
    expect(await call([cast.clerk.personId, cast.clerk.personId])).toMatchObject({ value: { count: 1 } })
    expect(await call([cast.clerk.personId])).toMatchObject({ value: { count: 0 } })
    const [attendance] = await db.attendance.findMany({ where: { sessionId: id } })
    const key = `session:${attendance?.id}`
    expect(await retractAttendance(cast.otherCountyOfficer.ctx, attendance?.id ?? '')).toMatchObject({ ok: false })
    expect(await retractAttendance(cast.countyOfficer.ctx, attendance?.id ?? '')).toMatchObject({ ok: true })
    expect((await db.completion.findUniqueOrThrow({ where: { sourceKey: key } })).retractedAt).not.toBeNull()
    expect(await call([cast.clerk.personId]), 'there after all').toMatchObject({ value: { count: 1 } })
  })

  it('has a door that opens an hour before and closes half an hour after', async () => {
    const { id, token } = await openSession()
    const move = (hours: number) =>
      db.$executeRaw`UPDATE training_session SET starts_at = now() + make_interval(hours => ${hours}),
        ends_at = now() + make_interval(hours => ${hours}) + interval '10 minutes' WHERE id = ${id}::uuid`
    await move(2)
    expect(await sign(token, '陈谷雨')).toMatchObject({ refusal: 'closed' })
    expect(
      await callRoll(cast.countyOfficer.ctx, { sessionId: id, person: [cast.head.personId], source: 'ROLL' }),
    ).toMatchObject({ refusal: 'early' })
    await move(-2)
    expect(await sign(token, '陈谷雨')).toMatchObject({ refusal: 'closed' })
    expect(
      await callRoll(cast.countyOfficer.ctx, { sessionId: id, person: [cast.head.personId], source: 'PAPER' }),
      'a paper list is entered afterwards',
    ).toMatchObject({ ok: true })
    expect(await sign('nothing', '陈谷雨')).toMatchObject({ refusal: 'unknown' })
  })

  it('lets whoever is signed in say so themselves, if they are of its area', async () => {
    const { id, token } = await openSession()
    expect(await signInAsMyself(cast.farClerk.ctx.actor, 'test', token)).toMatchObject({ refusal: 'unknown' })
    expect(await signInAsMyself(cast.head.ctx.actor, 'test', token)).toMatchObject({ ok: true })
    const session = await sessionByToken(token)
    if (!session) throw new Error('gone')
    expect(await roomCounts(session, HEADS)).toEqual({ present: 1, expected: 2 })
    expect((await lists(id)).present[0]).toMatchObject({ source: 'QR' })
  })

  it('is planned for an area of the officer alone', async () => {
    await expect(openSession({ region: '330203' })).rejects.toThrow('not-found')
  })
})

describe('what is typed', () => {
  const plan = {
    programmeId: '00000000-0000-7000-8000-000000000000',
    region: '330212',
    title: '宣讲',
    course: 'c',
    place: '会议室',
  }

  it('is one day and two times in order, by Shanghai’s clock', () => {
    const read = planSessionInput.safeParse({ ...plan, day: '2026-11-26', from: '14:00', to: '16:30' })
    expect(read.data?.startsAt.toISOString()).toBe('2026-11-26T06:00:00.000Z')
    const backwards = planSessionInput.safeParse({ ...plan, day: '2026-11-26', from: '16:00', to: '14:00' })
    expect(backwards.error?.issues[0]?.message).toBe('bad-order')
  })

  it('at the door is read as people write it', () => {
    const said = { token: 't', enterprise: '示例', name: ' 张  三 ', mobile: '+86 199-0000-1234' }
    expect(signInInput.safeParse(said).data).toMatchObject({ name: '张三', mobile: MOBILE })
    const bad = signInInput.safeParse({ ...said, name: '1', mobile: '0574-88888888' })
    expect(bad.error?.issues.map(({ message }) => message).sort()).toEqual(['bad-mobile', 'bad-name'])
  })
})

describe('an invitation', () => {
  const planned = async (region = '330212', inHours = 48) => {
    const outcome = await planSession(cast.countyOfficer.ctx, {
      programmeId: cast.programmeId,
      region,
      title: '示例下周宣讲',
      course: 'jiajikouchu',
      place: '示例会议室',
      startsAt: new Date(Date.now() + inHours * 3_600_000),
      endsAt: new Date(Date.now() + (inHours + 2) * 3_600_000),
      agencyId: null,
      lecturerId: null,
    })
    if (!outcome.ok) throw new Error(outcome.refusal)
    return outcome.value.sessionId
  }
  const titles = async (actor: Parameters<typeof sessionsForMe>[0]) =>
    (await sessionsForMe(actor)).filter(({ title }) => title === '示例下周宣讲')

  it('reaches heads of the area, as the course is for heads; saying yes twice is once, and counts for nothing', async () => {
    const sessionId = await planned()
    expect(await titles(cast.head.ctx.actor)).toMatchObject([{ id: sessionId, isSignedUp: false }])
    expect(await titles(cast.clerk.ctx.actor)).toEqual([])
    expect(await titles(cast.farClerk.ctx.actor)).toEqual([])
    await Promise.all([1, 2, 3].map(() => signUp(cast.head.ctx, { sessionId, isComing: true })))
    expect(await titles(cast.head.ctx.actor)).toMatchObject([{ isSignedUp: true }])
    expect(await lists(sessionId)).toMatchObject({ signedUp: 1, counts: { present: 0 } })
    expect(await signUp(cast.clerk.ctx, { sessionId, isComing: true })).toEqual({ ok: false, refusal: 'not-found' })
    await signUp(cast.head.ctx, { sessionId, isComing: false })
    expect(await lists(sessionId)).toMatchObject({ signedUp: 0 })
  })

  it('is gone once the session is called off, which its own area does before it begins', async () => {
    const [sessionId, running] = [await planned(), (await openSession()).id]
    expect(await cancelSession(cast.otherCountyOfficer.ctx, sessionId)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await cancelSession(cast.countyOfficer.ctx, running)).toEqual({ ok: false, refusal: 'begun' })
    expect(await cancelSession(cast.countyOfficer.ctx, sessionId)).toEqual({ ok: true, value: null })
    expect((await titles(cast.head.ctx.actor)).map(({ id }) => id)).not.toContain(sessionId)
    expect(await cancelSession(cast.countyOfficer.ctx, sessionId)).toEqual({ ok: false, refusal: 'not-found' })
  })

  it('tells whoever said that they will come that it was called off, and asks nobody to answer any more', async () => {
    const sessionId = await planned()
    expect(await signUp(cast.head.ctx, { sessionId, isComing: true })).toMatchObject({ ok: true })
    await cancelSession(cast.countyOfficer.ctx, sessionId)
    const mine = (await sessionsForMe(cast.head.ctx.actor)).find(({ id }) => id === sessionId)
    expect(mine).toMatchObject({ isCancelled: true, isSignedUp: true })
    expect((await sessionsForMe(cast.otherHead.ctx.actor)).map(({ id }) => id)).not.toContain(sessionId)
    expect(await signUp(cast.head.ctx, { sessionId, isComing: false })).toMatchObject({ ok: false })
  })
})

describe('the exam before they go', () => {
  it('is asked of those who were there until they have passed it, and counted without a name', async () => {
    const slug = courseBySlug('jiajikouchu')?.exam.slug ?? 'none'
    const [{ id }, { id: plain }] = [await openSession({ exitExam: 'yes' }), await openSession()]
    const asked = async () => (await exitExamsForMe(cast.head.ctx.actor)).map(({ session }) => session.id)
    const count = async (sessionId: string) => {
      const session = await sessionInScope(cast.countyOfficer.ctx.actor, sessionId)
      return session && exitExamCount(session)
    }
    expect(await asked(), 'nobody is asked who was not there').not.toContain(id)
    for (const sessionId of [id, plain])
      await callRoll(cast.countyOfficer.ctx, { sessionId, person: [cast.head.personId], source: 'ROLL' })
    expect(await asked()).toEqual([id])
    expect([await count(id), await count(plain)]).toEqual([0, null])
    await db.$transaction((tx) =>
      recordCompletions(tx, cast.head.ctx, [
        {
          personId: cast.head.personId,
          subjectKind: 'EXAM',
          slug,
          contentVersion: 1,
          happenedAt: new Date(),
          evidence: 'ONLINE',
          sourceKey: `attempt:${id}`,
        },
      ]),
    )
    expect(await asked()).toEqual([])
    expect(await count(id)).toBe(1)
    // The number opens into its list; where no exam is asked for nothing is said of anybody.
    expect((await lists(id)).present.map(({ hasPassed }) => hasPassed)).toEqual([true])
    expect((await lists(plain)).present.map(({ hasPassed }) => hasPassed)).toEqual([null])
  })
})
