import { beforeAll, describe, expect, it } from 'vitest'
import { drawSample } from '@/domain/spot-checks/sample'
import { contextOf } from '@/server/context'
import { db } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { type Cast, raiseCast } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'
import { answerOwn, recordAnswers, recordSilent } from './commands/answer-spot-check'
import { drawSpotCheck } from './commands/draw-spot-check'
import { ownSpotSeats, seatToAsk, spotCheckPage, spotChecks } from './queries/spot-checks'

useDatabase()

let cast: Cast
let spotCheckId = ''
const draw = (who: 'countyOfficer' | 'otherCountyOfficer' = 'countyOfficer', size = 8) =>
  drawSpotCheck(cast[who].ctx, { programmeId: cast.programmeId, regionId: cast.regions.county.id, size })

/** Counts seats as aware without walking twelve heads through an exam: what is tested here is the sample. */
async function countedSeats(count: number) {
  const seat = await db.seatStanding.findFirstOrThrow({ where: { holderId: cast.head.personId } })
  await db.seatStanding.update({ where: { seatId: seat.seatId }, data: { awareness: true } })
  for (let index = 1; index < count; index++)
    await db.seatStanding.create({
      data: { ...seat, seatId: newId(), awareness: true, missing: [], holderId: cast.head.personId },
    })
}

beforeAll(async () => {
  cast = await raiseCast()
})

describe('a spot check', () => {
  it('is not drawn of so few that it would point at people, nor elsewhere', async () => {
    expect(await draw()).toMatchObject({ refusal: 'too-few', detail: { counted: 0 } })
    expect(await draw('otherCountyOfficer')).toMatchObject({ refusal: 'not-found' })
    await countedSeats(12)
    const drawn = await draw()
    expect(drawn).toMatchObject({ ok: true, value: { size: 8 } })
    if (drawn.ok) spotCheckId = drawn.value.spotCheckId
  })

  it('keeps its seed: whoever doubts it draws the same seats again', async () => {
    const check = await db.spotCheck.findUniqueOrThrow({
      where: { id: spotCheckId },
      include: { seats: { orderBy: { position: 'asc' } } },
    })
    const counted = await db.seatStanding.findMany({ where: { kind: 'HEAD', awareness: true } })
    const stratum = check.seats[0]?.stratum ?? ''
    const again = drawSample(
      counted.map(({ seatId }) => ({ id: seatId, stratum })),
      8,
      check.seed,
    )
    expect(new Set(again.map(({ id }) => id)).size).toBe(8)
    expect(check.seats.every(({ key, questions }) => key.length === 3 && (questions as unknown[]).length === 3)).toBe(
      true,
    )
    expect(
      new Set(check.seats.map(({ questions }) => JSON.stringify(questions))).size,
      'other for everybody',
    ).toBeGreaterThan(6)
  })

  it('sends no key: neither to the person nor to whoever asks', async () => {
    const [own] = await ownSpotSeats(cast.head.ctx.actor)
    const asked = await seatToAsk(cast.townshipOfficer.ctx.actor, own?.seatId ?? '')
    expect(Object.keys(own ?? {})).not.toContain('key')
    expect(JSON.stringify([own, asked])).not.toMatch(/correct|because|"right"/)
    expect(await seatToAsk(cast.cityOfficer.ctx.actor, own?.seatId ?? ''), 'may not name the person').toBeNull()
    expect(await ownSpotSeats(cast.clerk.ctx.actor)).toEqual([])
  })

  it('is answered by the person or recorded by an officer, each seat once; who is silent stands apart', async () => {
    const seats = await db.spotCheckSeat.findMany({ where: { spotCheckId }, orderBy: { position: 'asc' } })
    const [one, two, three, four] = seats as [
      (typeof seats)[0],
      (typeof seats)[0],
      (typeof seats)[0],
      (typeof seats)[0],
    ]
    const right = { seatId: one.id, answers: one.key }
    expect(await answerOwn(cast.clerk.ctx, right)).toMatchObject({ ok: false })
    const both = await Promise.all([answerOwn(cast.head.ctx, right), answerOwn(cast.head.ctx, right)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const wrong = { seatId: two.id, answers: ['', '', two.key[2] ?? ''], channel: 'PHONE' as const }
    expect(await recordAnswers(cast.cityOfficer.ctx, wrong)).toMatchObject({ refusal: 'not-found' })
    expect(await recordAnswers(cast.townshipOfficer.ctx, wrong)).toMatchObject({ ok: true })
    expect(await recordSilent(cast.townshipOfficer.ctx, { seatId: three.id, outcome: 'DECLINED' })).toMatchObject({
      ok: true,
    })
    const own = contextOf({ ...cast.townshipOfficer.ctx.actor, personId: cast.head.personId }, 'test')
    expect(await recordSilent(own, { seatId: four.id, outcome: 'UNREACHED' })).toMatchObject({
      refusal: 'own-enterprise',
    })
    expect(await recordSilent(cast.townshipOfficer.ctx, { seatId: four.id, outcome: 'UNREACHED' })).toMatchObject({
      ok: true,
    })
    expect(await answerOwn(cast.head.ctx, { seatId: four.id, answers: four.key }), 'reached after all').toMatchObject({
      ok: true,
    })
    const [line] = await spotChecks(cast.countyOfficer.ctx.actor, cast.programmeId)
    expect(line?.result).toMatchObject({ size: 8, answered: 3, yes: 2, silent: 5 })
    expect(line).toMatchObject({ claimedPart: 12, claimedWhole: 13 })
  })

  it('moves no rate, names people only where they may be named, and closes after a week', async () => {
    expect(await db.seatStanding.count({ where: { awareness: true } })).toBe(12)
    const city = await spotCheckPage(cast.cityOfficer.ctx.actor, spotCheckId)
    expect(city?.seats.every(({ name, mayAsk }) => name === '陈**' && !mayAsk)).toBe(true)
    expect(await spotCheckPage(cast.otherCountyOfficer.ctx.actor, spotCheckId)).toBeNull()
    await db.spotCheck.update({ where: { id: spotCheckId }, data: { closesOn: new Date('2020-01-01') } })
    expect(await ownSpotSeats(cast.head.ctx.actor)).toEqual([])
  })
})
