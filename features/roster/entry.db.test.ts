import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/domain/permissions/actor'
import { makeUscc } from '@/domain/roster/uscc'
import { loadRegions } from '@/prisma/seed/load-regions'
import { shanghaiToday } from '@/server/clock'
import { contextOf, inTransaction } from '@/server/context'
import { db } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { useDatabase } from '@/tests/support/database'
import { addSeat, closeSeat } from './commands/change-seats'
import { addRegion, changeRegion } from './commands/change-region'
import { endHolding, holdSeat, markHolding } from './commands/hold-seat'
import { placeEntry } from './commands/place-entry'
import { unmaskPersons } from './commands/unmask-persons'
import { PlanWrites } from './plan-writes'
import { entryPage } from './queries/entry-page'
import { rosterPage } from './queries/roster-page'
import { writeFacts } from './commands/write-facts'
import { restandMany } from '@/features/standing/commands/restand-many'
import { rosterViewInput } from './view'

useDatabase()
const programmeId = newId()
const today = shanghaiToday()
let entryId = ''

async function officer(code: string): Promise<Actor> {
  const region = await db.region.findUniqueOrThrow({ where: { code } })
  const grant = { role: 'OFFICER' as const, regionId: region.id, regionPath: region.path, regionKind: region.kind }
  return { personId: newId(), loginId: newId(), via: 'account', holdingId: null, grants: [grant], mfaPending: false }
}
const by = async (code: string) => contextOf(await officer(code), 'test')
const page = async (code: string) => entryPage(await officer(code), entryId)
const leaf = async (code: string) => (await db.region.findUniqueOrThrow({ where: { code } })).id

/** One entry in 高桥镇 with a head, a held and a vacant clerk's seat, since 2026-10-01. */
beforeAll(async () => {
  await inTransaction(loadRegions)
  await db.programme.create({ data: { id: programmeId, name: '示例行动', fromOn: columnOfDay('2026-10-01') } })
  const writes = new PlanWrites()
  const seat = (seatKind: 'HEAD' | 'CLERK', person: { name: string; mobile: string | null } | null) => ({
    kind: 'seat' as const,
    seatKind,
    post: null,
    person,
    delegation: null,
  })
  const leafId = await leaf('330203100')
  writes.add(
    {
      uscc: makeUscc('330203', 1),
      positions: [0],
      verdict: 'NEW',
      conflicts: [],
      refusal: null,
      changes: [
        { kind: 'enterprise', uscc: makeUscc('330203', 1) },
        { kind: 'name', name: '示例·甬江阀门有限公司', industry: null },
        { kind: 'entry' },
        { kind: 'placement', leafId, isKey: true },
        seat('HEAD', { name: '张三', mobile: '13800138000' }),
        seat('CLERK', { name: '李四', mobile: null }),
        seat('CLERK', null),
      ],
    },
    undefined,
  )
  const source = { programmeId, importId: null, recordedById: null, effectiveOn: '2026-10-01', mobileSource: 'test' }
  await inTransaction(async (tx) => {
    await writeFacts(tx, writes, source)
    await restandMany(tx, [...writes.entryIds])
  })
  entryId = [...writes.entryIds][0] ?? ''
})

it('is found by two characters of its name, in the officer’s area only, with persons masked above the parent', async () => {
  const find = async (code: string, search: string) =>
    (await rosterPage(await officer(code), programmeId, rosterViewInput.parse({ search }))).rows
  expect((await find('330203', '阀门')).map(({ head, clerks, clerkSeats }) => [head, clerks, clerkSeats])).toEqual([
    ['张三', 1, 2],
  ])
  expect((await find('3302', '甬江'))[0]?.head).toBe('张*')
  expect(await find('330212', '阀门')).toEqual([])
  expect(await find('330203', '模具')).toEqual([])
  expect((await page('3302'))?.seats[0]?.holder).toMatchObject({ name: '张*', mobile: '138****8000' })
  expect((await page('330203100'))?.seats[0]?.holder).toMatchObject({ name: '张三', mobile: '13800138000' })
  expect(await page('330203101')).toBeNull()
})

it('shows persons in full above the parent only against a reason, which is audited, and to nobody else', async () => {
  const reason = '核对联系方式'
  expect(await unmaskPersons(await by('330212'), { entryId, reason })).toMatchObject({ refusal: 'not-found' })
  const shown = await unmaskPersons(await by('3302'), { entryId, reason })
  expect(shown.ok && Object.values(shown.value)).toEqual(['张三 13800138000', '李四'])
  expect(
    await db.auditEvent.findMany({ where: { kind: 'person.unmasked' }, select: { subjectId: true, detail: true } }),
  ).toEqual([{ subjectId: entryId, detail: { reason, persons: 2 } }])
})

it('changes nothing for an officer of another area, whatever ids they send', async () => {
  const foreign = await by('330212')
  const [head] = (await page('330203'))?.seats ?? []
  const [holdingId, seatId] = [head?.holder?.holdingId ?? '', head?.seatId ?? '']
  const before = await db.auditEvent.count()
  const refused = [
    await holdSeat(foreign, { entryId, seatId, name: '王五', mobile: undefined, delegation: undefined, fromOn: today }),
    await endHolding(foreign, { entryId, holdingId, toOn: today }),
    await markHolding(foreign, { entryId, holdingId, delegation: 'DELEGATED_HEAD' }),
    await addSeat(foreign, { entryId, post: '', fromOn: today }),
    await closeSeat(foreign, { entryId, seatId, toOn: today }),
    await placeEntry(foreign, { entryId, leafId: await leaf('330212001'), isKey: true, fromOn: today, reason: '' }),
    await placeEntry(await by('330203'), {
      entryId,
      leafId: await leaf('330212001'),
      isKey: true,
      fromOn: today,
      reason: '',
    }),
  ]
  expect(refused.map((one) => (one.ok ? 'done' : one.refusal))).toEqual(Array(7).fill('not-found'))
  expect(await db.auditEvent.count()).toBe(before)
})

it('replaces, fills, ends and marks holdings from a day, and never a seat twice', async () => {
  const ctx = await by('330203')
  const [head, held, vacant] = (await page('330203'))?.seats ?? []
  const on = (seatId = '', name = '', mobile?: string, fromOn = today) =>
    holdSeat(ctx, { entryId, seatId, name, mobile, delegation: undefined, fromOn })
  expect(await on(head?.seatId, '张三', '13800138000')).toMatchObject({ refusal: 'already-holds' })
  expect(await on(head?.seatId, '别人', '13800138000')).toMatchObject({ refusal: 'mobile-other-name' })
  expect(await on(head?.seatId, '新负责人', '13900139000', '2026-09-01')).toMatchObject({ refusal: 'day-outside' })
  expect(await on(head?.seatId, '新负责人', '13900139000', '2026-11-01')).toMatchObject({ ok: true })
  expect(await on(vacant?.seatId, '张三', '13800138000')).toMatchObject({ ok: true })
  expect(await on(vacant?.seatId, '同一天改正', undefined)).toMatchObject({ ok: true })
  expect(
    await markHolding(ctx, { entryId, holdingId: held?.holder?.holdingId ?? '', delegation: 'BOOKKEEPING_AGENCY' }),
  ).toMatchObject({ ok: true })
  const seats = (await page('330203'))?.seats ?? []
  expect(
    seats.map(({ holder, past }) => [
      holder?.name,
      holder?.delegation,
      past.map(({ name, toOn }) => `${name} ${toOn}`),
    ]),
  ).toEqual([
    ['新负责人', null, ['张三 2026-11-01']],
    ['李四', 'BOOKKEEPING_AGENCY', []],
    ['同一天改正', null, []],
  ])
  expect(await closeSeat(ctx, { entryId, seatId: held?.seatId ?? '', toOn: today })).toMatchObject({ refusal: 'held' })
  expect(await endHolding(ctx, { entryId, holdingId: held?.holder?.holdingId ?? '', toOn: today })).toMatchObject({
    ok: true,
  })
  expect(await closeSeat(ctx, { entryId, seatId: held?.seatId ?? '', toOn: today })).toMatchObject({ ok: true })
  expect(await closeSeat(ctx, { entryId, seatId: vacant?.seatId ?? '', toOn: today })).toMatchObject({
    refusal: 'last-seat',
  })
})

it('moves, changes the key flag, leaves and returns from a day; the tallies follow', async () => {
  const ctx = await by('330203')
  const counted = async () => {
    const rows = await db.tally.findMany({ where: { entries: { gt: 0 } } })
    const names = await db.region.findMany({ where: { id: { in: rows.map(({ leafId }) => leafId) } } })
    return rows.map(({ leafId, isKey }) => `${names.find(({ id }) => id === leafId)?.name} ${isKey}`)
  }
  const to = async (code: string | undefined, isKey: boolean, fromOn: string) =>
    placeEntry(ctx, { entryId, leafId: code ? await leaf(code) : undefined, isKey, fromOn, reason: '迁址' })
  expect(await to('330203100', true, today)).toMatchObject({ refusal: 'unchanged' })
  expect(await to('330203101', true, '2026-11-10')).toMatchObject({ ok: true })
  expect(await counted()).toEqual(['横街镇 true'])
  expect(await to('330203101', false, '2026-11-01')).toMatchObject({ refusal: 'day-outside' })
  expect(await to('330203101', false, today)).toMatchObject({ ok: true })
  expect(await counted()).toEqual(['横街镇 false'])
  expect(await to(undefined, false, today)).toMatchObject({ ok: true })
  expect(await counted()).toEqual([])
  expect(await to('330203102', true, today)).toMatchObject({ ok: true })
  expect(await counted()).toEqual(['集士港镇 true'])
})

it('regions are added, renamed, closed when empty and opened again by the city only', async () => {
  const city = await by('3302')
  const parentId = await leaf('3302')
  expect(await addRegion(await by('330203'), { parentId, kind: 'ZONE', name: '某功能区' })).toMatchObject({
    refusal: 'not-found',
  })
  expect(await addRegion(city, { parentId, kind: 'ZONE', name: '某功能区' })).toMatchObject({ ok: true })
  expect(await addRegion(city, { parentId, kind: 'ZONE', name: '某功能区' })).toMatchObject({ refusal: 'name-taken' })
  const zone = await db.region.findFirstOrThrow({ where: { name: '某功能区' } })
  expect(await changeRegion(city, { regionId: zone.id, action: 'close' })).toMatchObject({ ok: true })
  expect(await changeRegion(city, { regionId: zone.id, action: 'open' })).toMatchObject({ ok: true })
  expect(await changeRegion(city, { regionId: await leaf('330203102'), action: 'close' })).toMatchObject({
    refusal: 'not-empty',
  })
})
