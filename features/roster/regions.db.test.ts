import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/permissions/actor'
import { regionIndex, matchRegion } from '@/domain/regions/match-region'
import { contextOf } from '@/server/context'
import { db } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { actorOf } from '@/tests/cast/actor-of'
import { auditKinds } from '@/tests/cast/contexts'
import { useDatabase } from '@/tests/support/database'
import { addRegion } from './commands/change-region'
import { nameCity } from './commands/name-city'
import { keepRegionList, writeReadyRegions, writeRegionList } from './commands/write-regions'
import { regionListPlan } from './queries/region-list-plan'
import { regionNodes } from './queries/region-nodes'

useDatabase()
const city = { id: newId(), kind: 'CITY' as const, code: '3205', name: '示例市', path: '3205.' }
let actor: Actor
let colleague: Actor

const officerOf = async (region: { id: string; path: string }) => {
  const personId = newId()
  await db.person.create({ data: { id: personId, name: '管理员', pinyinKey: 'guan li yuan' } })
  return actorOf(personId, [{ role: 'OFFICER', regionId: region.id, regionPath: region.path, regionKind: 'CITY' }])
}
const ctx = () => contextOf(actor, 'test')
const codes = async () => (await regionNodes()).map(({ code }) => code).sort()

async function keep(rows: string): Promise<string> {
  const outcome = await keepRegionList(ctx(), { from: 'start', rows })
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value.listId
}

beforeAll(async () => {
  await db.region.create({ data: city })
  actor = await officerOf(city)
  colleague = await officerOf(city)
})

describe('the city', () => {
  it('is corrected while nothing stands beneath it', async () => {
    expect(await nameCity(ctx(), { name: '示', code: '3205' })).toMatchObject({ refusal: 'bad-city-name' })
    expect(await nameCity(ctx(), { name: '示例市', code: '32' })).toMatchObject({ refusal: 'bad-city-code' })
    expect(await nameCity(ctx(), { name: '示例新市', code: '320600' })).toMatchObject({ ok: true })
    expect(await db.region.findFirst({ where: { id: city.id } })).toMatchObject({ code: '3206', path: '3206.' })
    expect(await nameCity(ctx(), { name: '示例市', code: '3205' })).toMatchObject({ ok: true })
  })

  it('has no ready list unless it is the one the product knows', async () => {
    expect(await writeReadyRegions(ctx())).toMatchObject({ refusal: 'no-ready-list' })
  })
})

describe('a list of regions', () => {
  const LIST = '代码\t名称\t上级\n320505\t甲区\t\n320505001\t一街道\t甲区\nKF1\t丁开发区\t'

  it('is written only after its dry run, by whom it belongs to, once', async () => {
    const listId = await keep(LIST)
    expect(await codes()).toEqual(['3205'])
    expect(await regionListPlan(actor, listId)).toMatchObject({ unchanged: 0, problems: [] })
    expect(await regionListPlan(colleague, listId)).toBeNull()
    expect(await writeRegionList(contextOf(colleague, 'test'), listId)).toMatchObject({ refusal: 'not-found' })
    expect(await writeRegionList(ctx(), listId)).toEqual({ ok: true, value: { added: 4 } })
    expect(await codes()).toEqual(['3205', '320505', '320505001', '320505X', 'KF1'])
    expect(await writeRegionList(ctx(), listId)).toMatchObject({ refusal: 'not-found' })
    expect(await auditKinds()).toContain('region.changed')
    expect(await db.storedFile.count()).toBe(0)
  })

  it('gives a tree in which the roster import finds its places', async () => {
    const index = regionIndex(await regionNodes())
    expect(matchRegion(index, '甲区', '一街道')).toMatchObject({ ok: true, name: '一街道' })
    expect(matchRegion(index, '江苏省示例市甲区', '')).toMatchObject({ ok: true, isUnknownTownship: true })
    expect(matchRegion(index, '丁开发区', '')).toMatchObject({ ok: true, name: '丁开发区' })
  })

  it('writes nothing at all when one row has a problem, and fixes the city from now on', async () => {
    const listId = await keep('代码\t名称\t上级\n320506\t乙区\t\n\t二街道\t没有的区')
    expect((await regionListPlan(actor, listId))?.problems).toEqual([
      { row: 3, code: 'above-unknown', found: '没有的区' },
    ])
    expect(await writeRegionList(ctx(), listId)).toMatchObject({ refusal: 'has-problems' })
    expect(await codes()).not.toContain('320506')
    expect(await nameCity(ctx(), { name: '别的市', code: '3299' })).toMatchObject({ refusal: 'fixed' })
  })

  it('is planned anew when it is written: what came in between is not written twice', async () => {
    const listId = await keep('区县\t乡镇\n甲区\t一街道\n甲区\t二镇')
    await addRegion(ctx(), {
      parentId: (await db.region.findUniqueOrThrow({ where: { code: '320505' } })).id,
      kind: 'TOWNSHIP',
      name: '二镇',
    })
    expect(await writeRegionList(ctx(), listId)).toEqual({ ok: true, value: { added: 0 } })
    expect(await db.region.count({ where: { name: '二镇' } })).toBe(1)
  })

  it('never puts townships under a region in which enterprises stand', async () => {
    const zone = await db.region.findUniqueOrThrow({ where: { code: 'KF1' } })
    const [programmeId, enterpriseId, entryId] = [newId(), newId(), newId()]
    const fromOn = columnOfDay('2026-10-01')
    await db.programme.create({ data: { id: programmeId, name: '示例行动', fromOn } })
    await db.enterprise.create({ data: { id: enterpriseId, uscc: '91350100M000100Y43' } })
    await db.rosterEntry.create({ data: { id: entryId, programmeId, enterpriseId } })
    await db.entryPlacement.create({ data: { id: newId(), entryId, leafId: zone.id, isKey: true, fromOn } })
    const listId = await keep('区县\t乡镇\n丁开发区\t三街道')
    expect((await regionListPlan(actor, listId))?.problems).toMatchObject([{ code: 'occupied' }])
  })

  it('is read from a text file in GB18030, and refused as a workbook or when too large', async () => {
    // 区县,乡镇 / 甲区,三镇 as a Chinese Excel saves it.
    const bytes = Buffer.from('c7f8cfd82ccfe7d5f20d0abcd7c7f82cc8fdd5f20d0a', 'hex')
    const kept = await keepRegionList(ctx(), { from: 'start', file: new File([new Uint8Array(bytes)], '区划.csv') })
    if (!kept.ok) throw new Error(kept.refusal)
    expect(await regionListPlan(actor, kept.value.listId)).toMatchObject({ added: [{ name: '三镇' }], problems: [] })
    const large = new File([new Uint8Array(200_001)], '区划.csv')
    expect(await keepRegionList(ctx(), { from: 'start', file: large })).toMatchObject({ refusal: 'list-too-large' })
    const pasted = { from: 'start', rows: `区县\t乡镇\n${'甲'.repeat(66_700)}` } as const
    expect(await keepRegionList(ctx(), pasted)).toMatchObject({ refusal: 'list-too-large' })
    expect(await keepRegionList(ctx(), { from: 'start', rows: ' ' })).toMatchObject({ refusal: 'nothing-given' })
  })

  it('is planned up to 3,000 rows, blank ones not counted, and refused with one more', async () => {
    const rows = (count: number) =>
      ['区县\t乡镇', ...Array.from({ length: count - 1 }, (_, no) => `庚县\t第${no}镇\n`)].join('\n')
    const listId = await keep(rows(3000))
    expect(await regionListPlan(actor, listId)).toMatchObject({ problems: [], added: { length: 3001 } })
    expect(await keepRegionList(ctx(), { from: 'start', rows: rows(3001) })).toMatchObject({ refusal: 'list-too-long' })
    expect(await regionListPlan(actor, listId)).not.toBeNull()
  })
})
