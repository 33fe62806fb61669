import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '@/domain/calendar/day'
import { enterpriseKeys } from '@/domain/matching/enterprise-keys'
import type { Match, MatchRequest } from '@/domain/matching/match'
import { matchRow } from '@/domain/matching/match-row'
import { nameBigrams } from '@/domain/roster/name-search'
import { makeUscc } from '@/domain/roster/uscc'
import { inTransaction } from '@/server/context'
import { db } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { type Cast, raiseCast } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'
import { loadRosterIndex } from './load-roster-index'
import { mobileKeyOf } from './mobile-key'
import { spelling } from './spelling'

useDatabase()
let cast: Cast
let nearId: string

beforeAll(async () => {
  cast = await raiseCast()
  const near = await db.rosterEntry.findUniqueOrThrow({ where: { id: cast.head.entryId } })
  nearId = near.enterpriseId
})

const load = (areaPath: string, on = cast.today) =>
  inTransaction((tx) => loadRosterIndex(tx, { programmeId: cast.programmeId, areaPath, on }))
const row = (more: Partial<MatchRequest>): MatchRequest => ({
  uscc: null,
  mobileKey: null,
  enterprise: null,
  person: null,
  ...more,
})
const said = (match: Match) => (match.kind === 'matched' ? `${match.personId} by ${match.by}` : match.reasons.join(' '))
const NEAR = '示例·甬江精密机械有限公司'

describe('the roster of an area', () => {
  it('finds people by code, mobile and name, with the places of the installation', async () => {
    const index = await load(cast.regions.city.path)
    expect(index.entries).toHaveLength(3)
    const ask = (more: Partial<MatchRequest>) => said(matchRow(index, row(more)))
    expect(ask({ uscc: makeUscc('330212', 1), person: '陳穀雨' })).toBe(`${cast.head.personId} by uscc`)
    expect(ask({ mobileKey: mobileKeyOf(cast.clerk.mobile), person: '林白露' })).toBe(
      `${cast.clerk.personId} by mobile`,
    )
    expect(ask({ enterprise: '浙江省宁波市示例甬江精密机械', person: '林白露' })).toBe(`${cast.clerk.personId} by name`)
    expect(ask({ enterprise: NEAR, person: '林白露', mobileKey: mobileKeyOf(cast.head.mobile) })).toBe(
      'mobile-of-other',
    )
  })

  it('ends at its border and says where an entry is', async () => {
    const index = await load(cast.regions.county.path)
    expect(index.entries.map(({ entry }) => entry.place).sort()).toEqual(['鄞州区 下应街道', '鄞州区 姜山镇'])
    expect((await load(cast.regions.township.path)).entries).toHaveLength(1)
    const request = row({ mobileKey: mobileKeyOf(cast.farClerk.mobile), person: cast.farClerk.name })
    expect(said(matchRow(index, request))).toBe('enterprise-unknown')
  })

  it('is that of the day: nobody before it began', async () => {
    expect((await load(cast.regions.city.path, addDays(cast.today, -31))).entries).toEqual([])
  })

  it('knows former names that are not retracted', async () => {
    const changedOn = columnOfDay(addDays(cast.today, -10))
    await db.enterpriseName.updateMany({ where: { enterpriseId: nearId }, data: { toOn: changedOn } })
    const name = (text: string, more: { retractedAt?: Date }) => ({
      fromOn: changedOn,
      id: newId(),
      enterpriseId: nearId,
      name: text,
      pinyinKey: '',
      bigrams: nameBigrams(text),
      ...more,
    })
    await db.enterpriseName.createMany({
      data: [name('示例·新江精密机械有限公司', {}), name('示例·误录机械有限公司', { retractedAt: new Date() })],
    })
    const [entry] = (await load(cast.regions.township.path)).entries
    expect([entry?.entry.name, entry?.entry.formerNames]).toEqual(['示例·新江精密机械有限公司', [NEAR]])
    const before = (await load(cast.regions.township.path, addDays(cast.today, -20))).entries[0]?.entry
    expect([before?.name, before?.formerNames]).toEqual([NEAR, ['示例·新江精密机械有限公司']])
  })

  it('leaves out whoever holds nothing there on that day', async () => {
    await db.holding.update({ where: { id: cast.secondClerk.holdingId }, data: { toOn: columnOfDay(cast.today) } })
    const people = async (on: string) => (await load(cast.regions.township.path, on)).entries[0]?.holders.length
    expect([await people(cast.today), await people(addDays(cast.today, -1))]).toEqual([2, 3])
  })
})

describe('what officers decided', () => {
  it('helps in their area, above and below it, until it is retracted, and never elsewhere', async () => {
    const { strict } = enterpriseKeys('示例甬酱', await inTransaction(spelling))
    const taught = await db.nameAlias.create({
      data: {
        id: newId(),
        regionId: cast.regions.county.id,
        enterpriseKey: strict,
        enterpriseId: nearId,
        recordedById: cast.countyOfficer.personId,
      },
    })
    const ask = async (areaPath: string) =>
      said(matchRow(await load(areaPath), row({ enterprise: '示例甬酱', person: cast.head.name })))
    const found = `${cast.head.personId} by alias`
    const { city, county, township, otherTownship, otherCounty } = cast.regions
    expect(await Promise.all([city, county, township].map(({ path }) => ask(path)))).toEqual([found, found, found])
    expect(await ask(otherTownship.path)).toBe('enterprise-unknown')
    await db.nameAlias.update({ where: { id: taught.id }, data: { regionId: otherCounty.id } })
    expect(await ask(county.path)).toBe('enterprise-unknown')
    await db.nameAlias.update({ where: { id: taught.id }, data: { regionId: county.id, retractedAt: new Date() } })
    expect(await ask(county.path)).toBe('enterprise-unknown')
  })
})

it('makes equal keys of equal mobiles, and nothing else', () => {
  expect(mobileKeyOf('13900000001')).toBe(mobileKeyOf('13900000001'))
  expect(mobileKeyOf('13900000001')).toMatch(/^[0-9a-f]{64}$/)
  expect(mobileKeyOf('13900000001')).not.toBe(mobileKeyOf('13900000002'))
})
