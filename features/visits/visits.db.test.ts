import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '@/domain/calendar/day'
import { db } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { type Cast, raiseCast, standingOfEntry } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'
import { answerVisit } from './commands/answer-visit'
import { recordVisit, retractVisit } from './commands/record-visit'
import { EnterprisesOfFindings, everyFinding, findingCount, findings } from './queries/reserve'
import { visitList } from './queries/visit-list'
import { visitsToConfirm } from './queries/visits-to-confirm'

useDatabase()

let cast: Cast
beforeAll(async () => {
  cast = await raiseCast()
})

const visit = (over: Partial<Parameters<typeof recordVisit>[1]> = {}) => ({
  visitId: newId(),
  entryId: cast.head.entryId,
  visitedOn: cast.today,
  topics: '讲了其他相关费用限额',
  needs: ['密封件寿命从 2000 小时提高到 5000 小时'],
  projects: ['低噪声减速器'],
  ...over,
})

describe('a visit', () => {
  it('counts from the enterprise’s yes on, once, and not before', async () => {
    const one = visit()
    expect(await recordVisit(cast.townshipOfficer.ctx, one)).toMatchObject({ ok: true })
    expect(await recordVisit(cast.townshipOfficer.ctx, one), 'sent again').toMatchObject({ ok: true })
    expect(await db.visit.count({ where: { id: one.visitId } })).toBe(1)
    expect((await standingOfEntry(one.entryId)).visited).toBe(false)

    const asked = await visitsToConfirm(cast.head.ctx.actor)
    expect(asked).toMatchObject([{ visitId: one.visitId, topics: one.topics, by: '虞冬至' }])
    expect(await answerVisit(cast.farClerk.ctx, { visitId: one.visitId, answer: 'yes' })).toMatchObject({ ok: false })
    expect(await answerVisit(cast.townshipOfficer.ctx, { visitId: one.visitId, answer: 'yes' })).toMatchObject({
      ok: false,
    })
    const [first, second] = await Promise.all([
      answerVisit(cast.head.ctx, { visitId: one.visitId, answer: 'yes' }),
      answerVisit(cast.clerk.ctx, { visitId: one.visitId, answer: 'yes' }),
    ])
    expect([first.ok, second.ok].filter(Boolean)).toHaveLength(1)
    expect((await standingOfEntry(one.entryId)).visited).toBe(true)
    expect(await visitsToConfirm(cast.head.ctx.actor)).toEqual([])
    expect(await retractVisit(cast.townshipOfficer.ctx, one.visitId), 'confirmed ones stay').toMatchObject({
      ok: false,
    })
  })

  it('that the enterprise disputes does not count, is seen by the officer, and may still be confirmed', async () => {
    const one = visit({ entryId: cast.otherHead.entryId })
    await recordVisit(cast.countyOfficer.ctx, one)
    expect(await answerVisit(cast.otherHead.ctx, { visitId: one.visitId, answer: 'no' })).toMatchObject({ ok: true })
    expect(await visitsToConfirm(cast.otherHead.ctx.actor)).toEqual([])
    const { visits } = await visitList(cast.countyOfficer.ctx.actor, { entryId: one.entryId })
    expect(visits).toMatchObject([{ visitId: one.visitId, isDisputed: true, confirmedOn: null }])
    expect((await standingOfEntry(one.entryId)).visited).toBe(false)
    expect(await findingsOf('cityOfficer')).not.toContain(one.entryId)
    await answerVisit(cast.otherHead.ctx, { visitId: one.visitId, answer: 'yes' })
    expect((await standingOfEntry(one.entryId)).visited).toBe(true)
  })

  it('is refused elsewhere, for days outside the programme, and under somebody else’s id', async () => {
    const { ctx } = cast.townshipOfficer
    expect(await recordVisit(ctx, visit({ entryId: cast.farClerk.entryId }))).toMatchObject({ refusal: 'not-found' })
    expect(await recordVisit(ctx, visit({ visitedOn: addDays(cast.today, 1) }))).toMatchObject({
      refusal: 'day-outside',
    })
    expect(await recordVisit(ctx, visit({ visitedOn: addDays(cast.today, -31) }))).toMatchObject({
      refusal: 'day-outside',
    })
    const taken = visit()
    await recordVisit(cast.countyOfficer.ctx, taken)
    expect(await recordVisit(ctx, taken)).toMatchObject({ refusal: 'taken' })
    expect(await retractVisit(ctx, taken.visitId)).toMatchObject({ ok: false })
    expect(await retractVisit(cast.countyOfficer.ctx, taken.visitId)).toMatchObject({ ok: true })
  })

  it('by somebody who also holds a seat there is confirmed by somebody else', async () => {
    const one = visit()
    await recordVisit(cast.townshipOfficer.ctx, one)
    await db.visit.update({ where: { id: one.visitId }, data: { recordedById: cast.head.personId } })
    expect(await visitsToConfirm(cast.head.ctx.actor)).toEqual([])
    expect(await answerVisit(cast.head.ctx, { visitId: one.visitId, answer: 'yes' })).toMatchObject({ ok: false })
    expect(await answerVisit(cast.clerk.ctx, { visitId: one.visitId, answer: 'yes' })).toMatchObject({ ok: true })
  })
})

const findingsOf = async (officer: 'cityOfficer' | 'otherCountyOfficer', search = '') =>
  (await findings(cast[officer].ctx.actor, { programmeId: cast.programmeId, kind: undefined, search }, 99)).map(
    ({ entryId }) => entryId,
  )

describe('the reserve lists', () => {
  it('hold what visits found in scope, found by words that mean themselves', async () => {
    expect(new Set(await findingsOf('cityOfficer'))).toEqual(new Set([cast.head.entryId, cast.otherHead.entryId]))
    expect(await findingsOf('otherCountyOfficer')).toEqual([])
    expect((await findingsOf('cityOfficer', '减速器')).length).toBeGreaterThan(0)
    expect(await findingsOf('cityOfficer', '%')).toEqual([])
    const [{ actor }, asked] = [cast.cityOfficer.ctx, { programmeId: cast.programmeId, search: '' }]
    const rows = await findings(actor, asked, 99)
    const counted = new EnterprisesOfFindings()
    const every = []
    for await (const one of everyFinding(actor, asked)) {
      counted.count(one)
      every.push(one)
    }
    expect(every).toEqual(rows)
    expect(await findingCount(actor, asked)).toBe(rows.length)
    const enterprises = counted.list()
    expect(enterprises.reduce((sum, one) => sum + one.needs + one.projects, 0)).toBe(rows.length)
    expect(new Set(enterprises.map(({ entryId }) => entryId)).size).toBe(enterprises.length)
  })
})
