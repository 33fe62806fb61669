import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '@/domain/calendar/day'
import { placeEntry } from '@/features/roster/commands/place-entry'
import { copyRoster } from '@/features/roster/commands/copy-roster'
import { addSeat } from '@/features/roster/commands/change-seats'
import { restandProgrammes } from '@/features/standing/commands/restand-programme'
import { systemContext } from '@/server/context'
import { db } from '@/server/db/client'
import { type Cast, raiseCast } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'
import { changeRequirement, changeTrainingRule } from './commands/change-requirements'
import { copyProgramme } from './commands/copy-programme'
import { freezeProgramme } from './commands/freeze-programme'
import { programmeRequirements } from './queries/programme-requirements'
import { alternative } from './template'

useDatabase()

let cast: Cast
let tomorrow = ''
beforeAll(async () => {
  cast = await raiseCast()
  tomorrow = addDays(cast.today, 1)
})
const city = () => cast.cityOfficer.ctx
const asksLab = (slug = 'gongshi-fentan', times = 2) => ({
  seatKind: 'CLERK' as const,
  rate: 'READINESS' as const,
  anyOf: [{ ...alternative('READINESS', 'LAB', slug), times }],
})
const change = (over: Partial<Parameters<typeof changeRequirement>[1]> = {}) => ({
  ...{ programmeId: cast.programmeId, fromOn: tomorrow, endsId: null, asks: asksLab() },
  ...over,
})
const versions = async () =>
  (await db.programmeRule.findMany({ where: { programmeId: cast.programmeId }, orderBy: { fromOn: 'asc' } })).map(
    ({ definitionVersion, trainingRule }) => `${definitionVersion} ${trainingRule}`,
  )
const missing = async (on: string) =>
  (
    await db.standingInterval.findFirstOrThrow({
      where: {
        ...{ entryId: cast.clerk.entryId, holderId: cast.clerk.personId, fromOn: { lte: new Date(on) } },
        OR: [{ toOn: null }, { toOn: { gt: new Date(on) } }],
      },
    })
  ).missing

describe('what a programme asks', () => {
  it('changes from a coming day only, as a new version, and nothing of today', async () => {
    expect(await changeRequirement(city(), change({ fromOn: cast.today }))).toMatchObject({ refusal: 'day-outside' })
    const late = addDays(cast.today, 400)
    expect(await changeRequirement(city(), change({ fromOn: late }))).toMatchObject({ refusal: 'day-outside' })
    expect(await changeRequirement(city(), change({ asks: null }))).toMatchObject({ refusal: 'nothing' })
    expect(await changeRequirement(city(), change())).toMatchObject({ ok: true })
    expect(await versions()).toEqual(['1 ANY', '2 ANY'])
    expect((await programmeRequirements(cast.programmeId)).run).toMatchObject({ isFinished: false, total: 3 })
    await restandProgrammes()
    expect((await programmeRequirements(cast.programmeId)).run).toMatchObject({ isFinished: true })
    expect(await missing(cast.today)).not.toContain('READINESS:LAB:gongshi-fentan*2:done0')
    expect((await missing(tomorrow)).some((code) => code.includes('LAB:gongshi-fentan'))).toBe(true)
  })

  it('ends with the day, and one that has not begun never begins', async () => {
    const { requirements } = await programmeRequirements(cast.programmeId)
    const coming = requirements.find(({ anyOf }) => anyOf[0]?.slug === 'gongshi-fentan')
    const ends = change({ endsId: coming?.requirementId ?? '', asks: null })
    expect(await changeRequirement(city(), ends)).toMatchObject({ ok: true })
    expect(await changeRequirement(city(), ends)).toMatchObject({ refusal: 'not-found' })
    await restandProgrammes()
    expect((await missing(tomorrow)).some((code) => code.includes('gongshi'))).toBe(false)
    expect(await versions(), 'the same day is the same version').toEqual(['1 ANY', '2 ANY'])
  })

  it('counts training by another rule from a day on', async () => {
    const rule = { programmeId: cast.programmeId, fromOn: addDays(cast.today, 5), trainingRule: 'EVERY' as const }
    expect(await changeTrainingRule(city(), rule)).toMatchObject({ ok: true })
    expect(await changeTrainingRule(city(), rule)).toMatchObject({ refusal: 'nothing' })
    expect(await versions()).toEqual(['1 ANY', '2 ANY', '3 EVERY'])
    await changeRequirement(city(), change({ fromOn: addDays(cast.today, 3) }))
    expect(await versions(), 'later versions move up').toEqual(['1 ANY', '2 ANY', '3 ANY', '4 EVERY'])
  })
})

describe('a copy', () => {
  it('asks the same, has the roster as it stands with its people, and may be made in pieces', async () => {
    const period = { name: '示例·明年', fromOn: cast.today, toOn: addDays(cast.today, 300), withRoster: true }
    expect(await copyProgramme(city(), { ...period, copyOf: cast.head.personId })).toMatchObject({
      refusal: 'not-found',
    })
    const copied = await copyProgramme(city(), { ...period, copyOf: cast.programmeId })
    if (!copied.ok) throw new Error(copied.refusal)
    const { programmeId } = copied.value
    const asked = async (id: string) =>
      (await programmeRequirements(id)).requirements
        .filter(({ toOn }) => toOn === null)
        .map(({ seatKind, rate, anyOf }) => JSON.stringify({ seatKind, rate, anyOf }))
        .sort()
    expect(await asked(programmeId)).toEqual(await asked(cast.programmeId))
    const job = await db.outbox.findUniqueOrThrow({ where: { key: `roster.copy:${programmeId}` } })
    const payload = job.payload as { fromId: string; toId: string; by: string }
    expect(await copyRoster(systemContext('test'), payload)).toBe(3)
    expect(await copyRoster(systemContext('test'), payload), 'again').toBe(0)
    const seats = await db.seatStanding.findMany({ where: { holderId: cast.head.personId } })
    expect(seats).toHaveLength(2)
    const wholes = await db.tally.groupBy({ by: ['programmeId'], _sum: { entries: true, heads: true, clerks: true } })
    const [one, other] = wholes.map(({ _sum }) => _sum)
    expect(one).toEqual(other)
  })
})

describe('a settled day', () => {
  it('is changed by the city with a reason alone; later days go on as usual', async () => {
    const yesterday = addDays(cast.today, -1)
    const freeze = (frozenOn: string | null) =>
      freezeProgramme(city(), { programmeId: cast.programmeId, frozenOn, reason: '年度定稿' }, cast.today)
    expect(await freeze(addDays(cast.today, -40))).toMatchObject({ refusal: 'day-outside' })
    expect(await freeze(yesterday)).toMatchObject({ ok: true })
    expect(await freeze(null), 'it has passed').toMatchObject({ refusal: 'day-outside' })
    const place = { entryId: cast.head.entryId, leafId: cast.regions.otherTownship.id, isKey: true, fromOn: yesterday }
    expect(await placeEntry(cast.countyOfficer.ctx, { ...place, reason: '补登' })).toMatchObject({ refusal: 'frozen' })
    expect(await placeEntry(city(), place)).toMatchObject({ refusal: 'frozen' })
    expect(await addSeat(city(), { entryId: place.entryId, fromOn: yesterday })).toMatchObject({ refusal: 'frozen' })
    expect(await addSeat(cast.countyOfficer.ctx, { entryId: place.entryId, fromOn: cast.today })).toMatchObject({
      ok: true,
    })
    expect(await placeEntry(city(), { ...place, reason: '定稿后更正：实际已搬' })).toMatchObject({ ok: true })
  })
})
