import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '@/domain/calendar/day'
import { db } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { type Cast, raiseCast } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'
import { answerVisit } from './commands/answer-visit'
import { followUp } from './commands/follow-up'
import { recordVisit } from './commands/record-visit'
import { planRound, retractRound } from './commands/rounds'
import { findingPage } from './queries/finding-page'
import { findings } from './queries/reserve'
import { roundPage, rounds } from './queries/rounds'
import { visitsWaiting } from './queries/visits-waiting'

useDatabase()

let cast: Cast
let countyId: string
beforeAll(async () => {
  cast = await raiseCast()
  countyId = cast.countyOfficer.ctx.actor.grants[0]?.regionId ?? ''
})

const round = (over: Partial<Parameters<typeof planRound>[1]> = {}) => ({
  programmeId: cast.programmeId,
  regionId: countyId,
  title: '示例走访',
  fromOn: cast.today,
  lastOn: cast.today,
  roster: 'all' as const,
  ...over,
})

async function planned(over: Parameters<typeof round>[0] = {}): Promise<string> {
  const outcome = await planRound(cast.countyOfficer.ctx, round(over))
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value.roundId
}

async function visited(over: { needs?: string[] } = {}): Promise<string> {
  const visitId = newId()
  const said = { visitId, entryId: cast.head.entryId, visitedOn: cast.today, topics: '示例内容', projects: [] }
  expect(await recordVisit(cast.townshipOfficer.ctx, { ...said, needs: over.needs ?? [] })).toMatchObject({ ok: true })
  return visitId
}

describe('a round of visits', () => {
  it('counts the enterprises of its area that were visited within its days, as the enterprise does not say no', async () => {
    const [now, earlier] = [
      await planned(),
      await planned({ fromOn: addDays(cast.today, -9), lastOn: addDays(cast.today, -1) }),
    ]
    const { actor } = cast.countyOfficer.ctx
    const before = await roundPage(actor, now, undefined)
    expect(before?.round).toMatchObject({ part: 0, isOwn: true })
    expect(before?.round.whole).toBeGreaterThan(0)
    const visitId = await visited()
    expect((await roundPage(actor, now, undefined))?.round).toMatchObject({ part: 1, whole: before?.round.whole })
    expect((await roundPage(actor, earlier, undefined))?.round).toMatchObject({ part: 0, whole: before?.round.whole })
    const listed = (await rounds(actor, cast.programmeId)).find(({ roundId }) => roundId === now)
    expect(listed).toEqual({ ...before?.round, part: 1 })
    await answerVisit(cast.head.ctx, { visitId, answer: 'no' })
    expect((await roundPage(actor, now, undefined))?.round.part).toBe(0)
  })

  it('opens into the enterprises of a place, as many as its number says, those still to visit first', async () => {
    const roundId = await planned()
    await visited()
    const { actor } = cast.cityOfficer.ctx
    const page = await roundPage(actor, roundId, undefined)
    for (const place of page?.places ?? []) {
      const entries = (await roundPage(actor, roundId, place.code))?.entries ?? []
      expect(entries).toHaveLength(place.whole)
      expect(entries.filter(({ visitedOn }) => visitedOn)).toHaveLength(place.part)
      const firstDone = entries.findIndex(({ visitedOn }) => visitedOn)
      if (firstDone >= 0) expect(entries.slice(firstDone).every(({ visitedOn }) => visitedOn)).toBe(true)
    }
  })

  it('is seen below for its own part, not elsewhere, and taken back by its own level alone', async () => {
    const roundId = await planned()
    const below = await roundPage(cast.townshipOfficer.ctx.actor, roundId, undefined)
    expect(below?.round.isOwn).toBe(false)
    expect(below?.places).toHaveLength(1)
    expect((await rounds(cast.townshipOfficer.ctx.actor, cast.programmeId)).map((one) => one.roundId)).toContain(
      roundId,
    )
    const { ctx: elsewhere } = cast.otherCountyOfficer
    expect(await roundPage(elsewhere.actor, roundId, undefined)).toBeNull()
    expect((await rounds(elsewhere.actor, cast.programmeId)).map((one) => one.roundId)).not.toContain(roundId)
    for (const ctx of [cast.townshipOfficer.ctx, elsewhere])
      expect(await retractRound(ctx, roundId)).toMatchObject({ refusal: 'not-found' })
    expect(await retractRound(cast.countyOfficer.ctx, roundId)).toEqual({ ok: true, value: null })
    expect(await roundPage(cast.countyOfficer.ctx.actor, roundId, undefined)).toBeNull()
    expect(await retractRound(cast.countyOfficer.ctx, roundId)).toMatchObject({ refusal: 'not-found' })
  })

  it('is refused elsewhere, backwards, and outside the programme', async () => {
    expect(await planRound(cast.otherCountyOfficer.ctx, round())).toMatchObject({ refusal: 'not-found' })
    expect(await planRound(cast.townshipOfficer.ctx, round())).toMatchObject({ refusal: 'not-found' })
    for (const over of [{ lastOn: addDays(cast.today, -1) }, { fromOn: '1999-01-01' }, { lastOn: '2999-01-01' }])
      expect(await planRound(cast.countyOfficer.ctx, round(over))).toMatchObject({ refusal: 'day-outside' })
  })
})

describe('the follow-up of what a visit found', () => {
  const note = (findingId: string, over: Partial<Parameters<typeof followUp>[1]> = {}) => ({
    followUpId: newId(),
    findingId,
    doneOn: cast.today,
    text: '已联系示例研究院',
    nextOn: null,
    ...over,
  })

  async function found(text: string): Promise<string> {
    await visited({ needs: [text] })
    const asked = { programmeId: cast.programmeId, search: text }
    return (await findings(cast.countyOfficer.ctx.actor, asked, 1))[0]?.findingId ?? ''
  }

  it('says where it stands after the last note, and is due on its day', async () => {
    const findingId = await found('示例需求·跟进')
    const { ctx } = cast.countyOfficer
    const state = async () => (await findingPage(ctx.actor, findingId))?.finding.state
    const due = async () => (await visitsWaiting(ctx.actor, cast.programmeId)).toFollowUp
    expect(await state()).toBe('none')
    const before = await due()
    expect(await followUp(ctx, note(findingId, { doneOn: addDays(cast.today, -2), nextOn: cast.today }))).toMatchObject(
      { ok: true },
    )
    expect([await state(), await due()]).toEqual(['due', before + 1])
    expect(await followUp(ctx, note(findingId, { nextOn: addDays(cast.today, 5) }))).toMatchObject({ ok: true })
    expect([await state(), await due()]).toEqual(['open', before])
    const last = note(findingId, { isClosed: 'yes' })
    for (const _ of [1, 2]) expect(await followUp(ctx, last)).toMatchObject({ ok: true })
    expect(await state()).toBe('closed')
    const page = await findingPage(ctx.actor, findingId)
    expect(page?.followUps.map(({ isClosed }) => isClosed)).toEqual([true, false, false])
    expect(await db.auditEvent.count({ where: { kind: 'finding.followed-up', subjectId: findingId } })).toBe(3)
    const asked = { programmeId: cast.programmeId, search: '', state: 'closed' as const }
    expect((await findings(ctx.actor, asked, 9)).map((one) => one.findingId)).toContain(findingId)
  })

  it('is the area’s own, has no day that has not come, and ends when the enterprise says no', async () => {
    const findingId = await found('示例需求·边界')
    const { ctx } = cast.countyOfficer
    expect(await findingPage(cast.otherCountyOfficer.ctx.actor, findingId)).toBeNull()
    expect(await followUp(cast.otherCountyOfficer.ctx, note(findingId))).toMatchObject({ refusal: 'not-found' })
    expect(await followUp(ctx, note(findingId, { doneOn: addDays(cast.today, 1) }))).toMatchObject({
      refusal: 'day-outside',
    })
    expect(await followUp(ctx, note(findingId, { nextOn: cast.today }))).toMatchObject({ refusal: 'day-outside' })
    const both = note(findingId, { nextOn: addDays(cast.today, 3), isClosed: 'yes' })
    expect(await followUp(ctx, both)).toMatchObject({ refusal: 'closed-with-day' })
    const { visitId } = await db.visitFinding.findUniqueOrThrow({ where: { id: findingId } })
    await answerVisit(cast.head.ctx, { visitId, answer: 'no' })
    expect(await followUp(ctx, note(findingId))).toMatchObject({ refusal: 'not-found' })
    expect(await findingPage(ctx.actor, findingId)).toBeNull()
  })
})
