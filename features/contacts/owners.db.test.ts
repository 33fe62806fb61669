import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '@/domain/calendar/day'
import { db } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { type Cast, raiseCast } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'
import { assignOwners, handOver } from './commands/change-owners'
import { recordContact } from './commands/record-contact'
import { areaOfficers } from './queries/area-officers'
import { entryOwners, ownCount, ownersByLeaf } from './queries/owners'
import { risenCases } from './queries/risen-cases'
import { todaysContacts } from './queries/todays-contacts'

useDatabase()

let cast: Cast
beforeAll(async () => {
  cast = await raiseCast()
})

const leaf = (over: Partial<Parameters<typeof assignOwners>[1]> = {}) => ({
  programmeId: cast.programmeId,
  leafId: cast.regions.township.id,
  entryId: undefined,
  personId: cast.townshipOfficer.personId,
  post: 'A' as const,
  onlyFree: true,
  ...over,
})

describe('who looks after whom', () => {
  it('is given by leaf or by enterprise, to officers of that area alone', async () => {
    const { ctx } = cast.countyOfficer
    expect(await assignOwners(ctx, leaf())).toMatchObject({ value: { count: 1 } })
    expect(await assignOwners(ctx, leaf()), 'again').toMatchObject({ refusal: 'unchanged' })
    expect(await assignOwners(ctx, leaf({ personId: cast.otherCountyOfficer.personId }))).toMatchObject({
      refusal: 'not-found',
    })
    expect(await assignOwners(cast.otherCountyOfficer.ctx, leaf())).toMatchObject({ refusal: 'not-found' })
    const stands = leaf({
      leafId: undefined,
      entryId: cast.head.entryId,
      personId: cast.countyOfficer.personId,
      post: 'B',
    })
    expect(await assignOwners(ctx, stands)).toMatchObject({ ok: true })
    expect((await entryOwners(ctx.actor, cast.head.entryId))?.owners.map(({ post }) => post)).toEqual(['A', 'B'])
    expect(await entryOwners(cast.otherCountyOfficer.ctx.actor, cast.head.entryId)).toBeNull()
    expect(await ownersByLeaf(ctx.actor, cast.programmeId)).toMatchObject([
      { leafId: cast.regions.township.id, entries: 1, free: 0 },
      { leafId: cast.regions.otherTownship.id, entries: 1, free: 1 },
    ])
  })

  it('narrows today’s list to one’s own, at either post', async () => {
    const of = async (who: 'townshipOfficer' | 'countyOfficer', onlyOwn: boolean) =>
      (await todaysContacts(cast[who].ctx.actor, cast.programmeId, { onlyOwn })).list.map(({ entryId }) => entryId)
    expect(await of('townshipOfficer', true)).toEqual([cast.head.entryId])
    expect(await of('countyOfficer', true)).toEqual([cast.head.entryId])
    expect((await of('countyOfficer', false)).sort()).toEqual([cast.head.entryId, cast.otherHead.entryId].sort())
  })

  it('goes over in one step, what the other may not see stays, and nobody holds both posts', async () => {
    const { ctx } = cast.countyOfficer
    const own = leaf({ leafId: cast.regions.otherTownship.id, personId: cast.countyOfficer.personId })
    expect(await assignOwners(ctx, own)).toMatchObject({ ok: true })
    const over = { fromId: cast.countyOfficer.personId, toId: cast.townshipOfficer.personId }
    expect(await handOver(ctx, { ...over, toId: over.fromId })).toMatchObject({ refusal: 'same-person' })
    expect(await handOver(cast.otherCountyOfficer.ctx, over)).toMatchObject({ refusal: 'not-found' })
    expect(await handOver(ctx, over)).toMatchObject({ value: { count: 1, left: 1 } })
    expect((await entryOwners(ctx.actor, cast.head.entryId))?.owners).toEqual([{ name: '虞冬至', post: 'B' }])
    expect(await ownCount(cast.countyOfficer.ctx.actor, cast.programmeId)).toBe(1)
    const open = await db.entryOwner.groupBy({
      by: ['entryId', 'post'],
      where: { toOn: null, retractedAt: null },
      _count: true,
    })
    expect(open.every(({ _count }) => _count === 1)).toBe(true)
  })

  it('names the officers of an area and below, and oneself', async () => {
    const names = (await areaOfficers(cast.townshipOfficer.ctx.actor)).map(({ name }) => name)
    expect(names).toEqual(['虞冬至'])
    expect((await areaOfficers(cast.countyOfficer.ctx.actor)).map(({ name }) => name).sort()).toEqual(
      ['沈芒种', '虞冬至'].sort(),
    )
  })
})

describe('a case', () => {
  const ids = async (who: 'townshipOfficer' | 'countyOfficer' | 'cityOfficer') =>
    (await risenCases(cast[who].ctx.actor, cast.programmeId)).list.map(({ entryId }) => entryId).sort()

  it('rises by the calendar: thirty quiet days are the county’s, not yet the city’s, and one talk brings it back', async () => {
    expect(await ids('countyOfficer')).toEqual([cast.head.entryId, cast.otherHead.entryId].sort())
    expect(await ids('townshipOfficer')).toEqual([cast.head.entryId])
    expect(await ids('cityOfficer')).toEqual([])
    const said = { entryId: cast.head.entryId, note: null }
    await recordContact(cast.countyOfficer.ctx, { ...said, outcome: 'NO_ANSWER' })
    expect(await ids('countyOfficer'), 'an unanswered call is no talk').toContain(cast.head.entryId)
    await recordContact(cast.countyOfficer.ctx, { ...said, outcome: 'REACHED' })
    expect(await ids('countyOfficer')).toEqual([cast.otherHead.entryId])
  })

  it('stands with the city after forty-two days', async () => {
    const earlier = columnOfDay(addDays(cast.today, -42))
    await db.programme.update({ where: { id: cast.programmeId }, data: { fromOn: earlier } })
    await db.entryPlacement.updateMany({ where: { entryId: cast.otherHead.entryId }, data: { fromOn: earlier } })
    expect((await risenCases(cast.cityOfficer.ctx.actor, cast.programmeId)).list).toMatchObject([
      { entryId: cast.otherHead.entryId, level: 'CITY', risesOn: null },
    ])
  })
})
