import { beforeAll, expect, it } from 'vitest'
import { makeUscc } from '@/domain/roster/uscc'
import { restandMany } from '@/features/standing/commands/restand-many'
import { loadRegions } from '@/prisma/seed/load-regions'
import { shanghaiToday } from '@/server/clock'
import { contextOf, inTransaction } from '@/server/context'
import { db } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { useDatabase } from '@/tests/support/database'
import { addSeat, closeSeat } from './commands/change-seats'
import { endHolding, holdSeat } from './commands/hold-seat'
import { placeEntry } from './commands/place-entry'
import { writeFacts } from './commands/write-facts'
import { PlanWrites } from './plan-writes'
import { entryPage } from './queries/entry-page'

useDatabase()
const today = shanghaiToday()
const programmeId = newId()
const entryIds: string[] = []
let ctx: ReturnType<typeof contextOf>

beforeAll(async () => {
  await inTransaction(loadRegions)
  await db.programme.create({ data: { id: programmeId, name: '示例行动', fromOn: columnOfDay('2026-10-01') } })
  const { id: leafId } = await db.region.findUniqueOrThrow({ where: { code: '330203100' } })
  const county = await db.region.findUniqueOrThrow({ where: { code: '330203' } })
  const grant = { role: 'OFFICER' as const, regionId: county.id, regionPath: county.path, regionKind: county.kind }
  const actor = { personId: newId(), loginId: newId(), via: 'account' as const, holdingId: null, mfaPending: false }
  ctx = contextOf({ ...actor, grants: [grant] }, 'test')
  for (const no of [1, 2, 3, 4]) {
    const writes = new PlanWrites()
    const seat = { kind: 'seat' as const, post: null, delegation: null }
    const uscc = makeUscc('330203', no)
    const changes = [
      { kind: 'enterprise' as const, uscc },
      { kind: 'name' as const, name: `示例·同时第${no}有限公司`, industry: null },
      { kind: 'entry' as const },
      { kind: 'placement' as const, leafId, isKey: true },
      { ...seat, seatKind: 'HEAD' as const, person: null },
      { ...seat, seatKind: 'CLERK' as const, person: { name: `原经办${'甲乙丙丁'[no - 1]}`, mobile: null } },
    ]
    writes.add({ uscc, positions: [0], verdict: 'NEW', conflicts: [], refusal: null, changes }, undefined)
    const source = { programmeId, importId: null, recordedById: null, effectiveOn: '2026-10-01', mobileSource: 'test' }
    await inTransaction(async (tx) => {
      await writeFacts(tx, writes, source)
      await restandMany(tx, [...writes.entryIds])
    })
    entryIds.push(...writes.entryIds)
  }
})

const clerks = async (entryId: string) =>
  (await entryPage(ctx.actor, entryId))?.seats.filter(({ kind, toOn }) => kind === 'CLERK' && toOn === null) ?? []
const outcomes = (all: { ok: boolean }[]) => all.filter(({ ok }) => ok).length

it('the last clerk’s seat stays, however many are closed at the same moment', async () => {
  const [entryId = ''] = entryIds
  const [held] = await clerks(entryId)
  await endHolding(ctx, { entryId, holdingId: held?.holder?.holdingId ?? '', toOn: today })
  for (const _ of [1, 2]) await addSeat(ctx, { entryId, post: '', fromOn: today })
  const seats = await clerks(entryId)
  expect(seats).toHaveLength(3)
  const closed = await Promise.all(seats.map(({ seatId }) => closeSeat(ctx, { entryId, seatId, toOn: today })))
  expect(outcomes(closed)).toBe(2)
  expect(closed.find(({ ok }) => !ok)).toMatchObject({ refusal: 'last-seat' })
  expect(await clerks(entryId)).toHaveLength(1)
})

it('a seat that several officers give away at the same moment has one holder, and nobody meets an error', async () => {
  const entryId = entryIds[1] ?? ''
  const [seat] = await clerks(entryId)
  const given = { entryId, seatId: seat?.seatId ?? '', delegation: undefined, fromOn: today }
  const names = ['赵一', '钱二', '孙三', '李四', '周五', '吴六']
  const held = await Promise.all(names.map((name, no) => holdSeat(ctx, { ...given, name, mobile: `1380000000${no}` })))
  expect(outcomes(held)).toBe(names.length)
  const open = { seatId: given.seatId, retractedAt: null, toOn: null }
  expect(await db.holding.count({ where: open })).toBe(1)
})

it('one new person is given several seats at the same moment', async () => {
  const given = await Promise.all(
    entryIds.slice(1).map(async (entryId) => {
      const [seat] = await clerks(entryId)
      return { entryId, seatId: seat?.seatId ?? '', name: '代账人', mobile: '13900000000', fromOn: today }
    }),
  )
  expect(outcomes(await Promise.all(given.map((one) => holdSeat(ctx, { ...one, delegation: undefined }))))).toBe(3)
  expect(await db.person.count({ where: { name: '代账人' } })).toBe(1)
})

it('an entry that is moved to several places at the same moment stands in one', async () => {
  const entryId = entryIds[3] ?? ''
  const leaves = await db.region.findMany({ where: { parent: { code: '330203' }, kind: 'TOWNSHIP' }, take: 5 })
  await Promise.all(
    leaves.map(({ id }) => placeEntry(ctx, { entryId, leafId: id, isKey: true, fromOn: today, reason: undefined })),
  )
  expect(await db.entryPlacement.count({ where: { entryId, retractedAt: null, toOn: null } })).toBe(1)
})
