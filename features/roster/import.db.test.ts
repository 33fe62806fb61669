import { beforeAll, describe, expect, it } from 'vitest'
import { shanghaiDayOf } from '@/domain/calendar/day'
import type { Actor } from '@/domain/permissions/actor'
import { makeUscc } from '@/domain/roster/uscc'
import { recount } from '@/features/standing/commands/recount'
import { loadRegions } from '@/prisma/seed/load-regions'
import { contextOf, inTransaction } from '@/server/context'
import { db } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { inventedWorkbook } from '@/server/files/invented-workbook'
import { useDatabase } from '@/tests/support/database'
import { applyImport } from './commands/apply-import'
import { cancelImport } from './commands/cancel-import'
import { chooseForRow, confirmImport } from './commands/confirm-import'
import { stageImport } from './commands/stage-import'
import { endHolding } from './commands/hold-seat'
import { placeEntry } from './commands/place-entry'
import { requestUndo, undoImport } from './commands/undo-import'
import { uploadImport } from './commands/upload-import'
import { rosterJobs } from './jobs'
import { importList } from './queries/import-list'
import { importPage } from './queries/import-page'

useDatabase()
const programmeId = newId()
const HEADER = [
  '企业名称',
  '统一社会信用代码',
  '区（县、市）',
  '乡镇（街道）',
  '重点企业',
  '所属行业',
  '负责人姓名',
  '负责人手机',
  '经办人',
  '经办人手机',
]
const A = makeUscc('330203', 1)
const B = makeUscc('330203', 2)
const C = makeUscc('330212', 3)
let personId: string

async function officer(code: string): Promise<Actor> {
  const region = await db.region.findUniqueOrThrow({ where: { code } })
  const grant = { role: 'OFFICER' as const, regionId: region.id, regionPath: region.path, regionKind: region.kind }
  return { personId, loginId: newId(), via: 'account', holdingId: null, grants: [grant], mfaPending: false }
}

/** Does what the worker would: every open job, in order. */
async function work(): Promise<void> {
  for (const row of await db.outbox.findMany({ where: { doneAt: null }, orderBy: { createdAt: 'asc' } })) {
    await rosterJobs[row.kind]?.(row.payload as { importId: string }, 'test')
    await db.outbox.update({ where: { id: row.id }, data: { doneAt: new Date() } })
  }
}

async function upload(rows: string[][], by = '3302', more: { isComplete?: boolean; area?: string } = {}) {
  const ctx = contextOf(await officer(by), 'test')
  const region = await db.region.findUniqueOrThrow({ where: { code: more.area ?? by } })
  const bytes = await inventedWorkbook([{ name: '名册', rows: [HEADER, ...rows] }])
  const file = new File([new Uint8Array(bytes)], '名册.xlsx')
  const outcome = await uploadImport(ctx, {
    programmeId,
    regionId: region.id,
    effectiveOn: '2026-11-01',
    isComplete: more.isComplete ?? false,
    keyDefault: true,
    file,
  })
  if (!outcome.ok) throw new Error(outcome.refusal)
  await work()
  const { importId } = outcome.value
  return { ctx, importId, ...(await look(importId)) }
}

async function look(importId: string) {
  const one = await db.import.findUniqueOrThrow({ where: { id: importId } })
  const rows = await db.importRow.findMany({ where: { importId }, orderBy: { position: 'asc' } })
  return { one, counts: one.counts as Record<string, number>, rows, verdicts: rows.map(({ verdict }) => verdict) }
}

async function confirm(up: Awaited<ReturnType<typeof upload>>, more: object = {}) {
  const outcome = await confirmImport(up.ctx, { importId: up.importId, mode: 'good', ...more } as never)
  await work()
  return { outcome, ...(await look(up.importId)) }
}

async function holders(uscc: string): Promise<string[]> {
  const seats = await db.seat.findMany({
    where: { entry: { enterprise: { uscc } }, retractedAt: null, toOn: null },
    orderBy: [{ kind: 'asc' }, { id: 'asc' }],
    select: {
      kind: true,
      holdings: { where: { retractedAt: null, toOn: null }, select: { person: { select: { name: true } } } },
    },
  })
  return seats.map(({ kind, holdings }) => `${kind} ${holdings[0]?.person.name ?? '-'}`)
}

beforeAll(async () => {
  await inTransaction(loadRegions)
  await db.programme.create({ data: { id: programmeId, name: '示例行动', fromOn: columnOfDay('2026-10-01') } })
  personId = newId()
  await db.person.create({ data: { id: personId, name: '管理员', pinyinKey: 'guan li yuan' } })
})

const rowA = ['示例甲有限公司', A, '海曙区', '高桥镇', '是', '制造业', '张三', '13800138000', '李四', '13900139000']
const rowB = ['示例乙有限公司', B, '海曙', '古林', '否', '', '赵六', '13600136000', '', '']

describe('an import', () => {
  it('makes entries, one head seat and at least one clerk seat, holdings, standings and tallies', async () => {
    const up = await upload([rowA, rowB])
    expect(up.verdicts).toEqual(['NEW', 'NEW'])
    expect((await confirm(up)).one.state).toBe('CONFIRMED')
    expect(await holders(A)).toEqual(['HEAD 张三', 'CLERK 李四'])
    expect(await holders(B)).toEqual(['HEAD 赵六', 'CLERK -'])
    // Persons are told when their number was obtained: the day of confirming, not the one from which the roster holds.
    const sources = await db.person.findMany({ where: { mobileHmac: { not: null } }, select: { mobileSource: true } })
    const today = shanghaiDayOf((await look(up.importId)).one.confirmedAt ?? new Date(0))
    expect(new Set(sources.map(({ mobileSource }) => mobileSource?.split(' ').slice(0, 2).join(' ')))).toEqual(
      new Set([`名册导入 ${today}`]),
    )
    expect(today).not.toBe('2026-11-01')
    const tallies = await db.tally.findMany({ where: { entries: { gt: 0 } }, orderBy: { isKey: 'asc' } })
    expect(tallies.map(({ isKey, entries }) => [isKey, entries])).toEqual([
      [false, 1],
      [true, 1],
    ])
  })

  it('stores no mobile and no name of a person in clear', async () => {
    const staged = JSON.stringify(await db.importRow.findMany())
    const chunks = await db.fileChunk.findMany()
    expect(staged).not.toMatch(/13800138000|张三/)
    // The name of a part that every workbook has: two letters alone would turn up in cipher text by chance.
    expect(chunks.some(({ bytes }) => Buffer.from(bytes).includes('[Content_Types].xml'))).toBe(false)
    expect(chunks.length).toBeGreaterThan(0)
  })

  it('changes nothing when the same file comes again', async () => {
    const up = await upload([rowA, rowB])
    expect(up.verdicts).toEqual(['UNCHANGED', 'UNCHANGED'])
    const before = await db.holding.count()
    await confirm(up)
    expect(await db.holding.count()).toBe(before)
  })

  it('asks about a second clerk and does what was chosen, for one row or for all', async () => {
    const second = [...rowA.slice(0, 8), '王五', '13700137000']
    const up = await upload([second, [...rowB.slice(0, 8), '钱七', '13500135000']])
    expect(up.verdicts).toEqual(['CONFLICT', 'CHANGED'])
    await confirm(up, {})
    expect(await holders(A)).toEqual(['HEAD 张三', 'CLERK 李四'])
    expect(await holders(B)).toEqual(['HEAD 赵六', 'CLERK 钱七'])
    const again = await upload([second])
    await chooseForRow(again.ctx, { importId: again.importId, position: 0, clerk: 'replace' } as never)
    await confirm(again)
    expect(await holders(A)).toEqual(['HEAD 张三', 'CLERK 王五'])
    const third = await upload([rowA])
    await confirm(third, { clerk: 'add' })
    expect(await holders(A)).toEqual(['HEAD 张三', 'CLERK 王五', 'CLERK 李四'])
  })

  it('says how many rows were written and how many not, and that nothing was when nothing was', async () => {
    const second = [...rowA.slice(0, 8), '郭九', '13700137099']
    const fresh = ['示例卯有限公司', makeUscc('330212', 44), '鄞州区', '', '', '', '', '', '', '']
    const bad = ['坏行有限公司', '123', '鄞州区', '', '', '', '', '', '', '']
    const none = await upload([second, bad])
    await confirm(none)
    const some = await upload([rowA, second, fresh, bad])
    await confirm(some)
    const said = async ({ ctx, importId }: typeof none) => (await importPage(ctx.actor, importId, {}))?.written
    expect(await said(none)).toEqual({ written: 0, same: 0, unwritten: 2, left: 0 })
    expect(await said(some)).toEqual({ written: 1, same: 0, unwritten: 3, left: 0 })
    const list = await importList(none.ctx.actor)
    const nothing = list.filter(({ isNothingWritten }) => isNothingWritten).map(({ id }) => id)
    expect([nothing.includes(none.importId), nothing.includes(some.importId)]).toEqual([true, false])
  })

  it('writes nothing at all when everything was wanted and something is not good', async () => {
    const up = await upload([
      ['示例丙有限公司', C, '鄞州区', '', '', '', '', '', '', ''],
      ['坏行有限公司', '123', '鄞州区', '', '', '', '', '', '', ''],
    ])
    expect(up.verdicts).toEqual(['NEW', 'INVALID'])
    const after = await confirm(up, { mode: 'all' })
    expect([after.one.state, (after.one.choices as { refusal: string }).refusal]).toEqual(['STAGED', 'not-all-good'])
    expect(await db.enterprise.count({ where: { uscc: C } })).toBe(0)
  })

  it('is planned anew, and written only then, when the roster changed after the dry run', async () => {
    const [first, second] = [
      await upload([['示例丁有限公司', makeUscc('330212', 9), '鄞州区', '', '', '', '', '', '', '']]),
      await upload([['示例丁有限公司', makeUscc('330212', 9), '鄞州区', '', '', '', '', '', '', '']]),
    ]
    await confirm(first)
    const refused = await confirm(second)
    expect([refused.one.state, (refused.one.choices as { refusal: string }).refusal, refused.verdicts]).toEqual([
      'STAGED',
      'roster-changed',
      ['UNCHANGED'],
    ])
  })
})

describe('borders', () => {
  it('a county officer touches only entries of their county and learns nothing of others', async () => {
    const up = await upload(
      [
        [...rowA.slice(0, 2), '鄞州区', '', ...rowA.slice(4)],
        [...rowB.slice(0, 2), '海曙区', '', ...rowB.slice(4)],
      ],
      '330212',
    )
    expect(up.verdicts).toEqual(['INVALID', 'INVALID'])
    expect(JSON.stringify(up.rows)).not.toMatch(/王五|高桥|古林/)
    const codes = up.rows
      .flatMap(({ problems, plan }) => [
        ...(problems as { code: string }[]),
        ...((plan as { problems?: { code: string }[] }).problems ?? []),
      ])
      .filter((one) => !('isWarning' in one && one.isWarning))
    expect(codes.map(({ code }) => code)).toEqual(['entry-elsewhere', 'region-outside'])
  })

  it('a county officer cannot import into another area, nor see, confirm, cancel or undo such an import', async () => {
    await expect(upload([rowA], '330212', { area: '330203' })).rejects.toThrow('not-found')
    const up = await upload([rowA], '330203')
    const foreign = contextOf(await officer('330212'), 'test')
    expect(await confirmImport(foreign, { importId: up.importId, mode: 'good' } as never)).toMatchObject({
      refusal: 'not-found',
    })
    expect(await cancelImport(foreign, up.importId)).toMatchObject({ refusal: 'not-found' })
    expect(await requestUndo(foreign, up.importId)).toMatchObject({ refusal: 'not-found' })
    expect(await cancelImport(up.ctx, up.importId)).toMatchObject({ ok: true })
    expect(await db.importRow.count({ where: { importId: up.importId } })).toBe(0)
  })

  it('a mobile known under another name is a conflict that tells no name', async () => {
    const up = await upload(
      [['示例己有限公司', makeUscc('330281', 5), '余姚市', '', '', '', '陌生人', '13800138000', '', '']],
      '330281',
    )
    expect(up.verdicts).toEqual(['CONFLICT'])
    expect(JSON.stringify(up.rows)).not.toContain('张三')
  })
})

describe('leaving and undoing', () => {
  it('proposes who left only for a complete roster of the area, and wants the number typed above 5 %', async () => {
    expect((await upload([rowA], '330203')).counts.LEFT).toBe(0)
    const up = await upload([rowA], '330203', { isComplete: true })
    expect([up.counts.LEFT, up.verdicts.at(-1)]).toEqual([1, 'LEFT'])
    expect((await confirm(up)).outcome).toMatchObject({ refusal: 'left-typed' })
    expect((await confirm(up, { leftTyped: 1 })).one.state).toBe('CONFIRMED')
    expect(
      await db.entryPlacement.count({ where: { entry: { enterprise: { uscc: B } }, toOn: null, retractedAt: null } }),
    ).toBe(0)
    expect(await db.seat.count({ where: { entry: { enterprise: { uscc: B } }, retractedAt: null } })).toBe(2)
    await requestUndo(up.ctx, up.importId)
    await work()
    expect((await look(up.importId)).one.state).toBe('UNDONE')
    expect(
      await db.entryPlacement.count({ where: { entry: { enterprise: { uscc: B } }, toOn: null, retractedAt: null } }),
    ).toBe(1)
  })

  it('takes everything back while nobody acted, replaced holdings too', async () => {
    const before = [await holders(A), JSON.stringify(await db.tally.findMany({ orderBy: { leafId: 'asc' } }))]
    const E = makeUscc('330203', 77)
    const up = await upload([
      [...rowA.slice(0, 6), '孙八', '13400134000', '', ''],
      ['示例戊有限公司', E, '海曙区', '横街镇', '是', '', '周九', '13300133000', '', ''],
    ])
    await confirm(up, { head: 'replace' })
    expect(await holders(A)).toContain('HEAD 孙八')
    expect(await requestUndo(up.ctx, up.importId)).toMatchObject({ ok: true })
    await work()
    expect(await holders(A)).toEqual(before[0])
    expect(await holders(E)).toEqual([])
    expect(await db.person.count({ where: { name: '周九', mobileHmac: { not: null } } })).toBe(0)
    const nonEmpty = (text: string | undefined) =>
      (JSON.parse(text ?? '[]') as { entries: number }[]).filter(({ entries }) => entries > 0)
    expect(nonEmpty(JSON.stringify(await db.tally.findMany({ orderBy: { leafId: 'asc' } })))).toEqual(
      nonEmpty(before[1] as string),
    )
  })

  it('is new again after it was undone, and is written as the first time, in the entry there was', async () => {
    const uscc = makeUscc('330203', 66)
    const row = ['示例寅有限公司', uscc, '海曙区', '横街镇', '是', '', '冯一', '13100131066', '陈二', '13100131067']
    const first = await upload([row])
    await confirm(first)
    const [held, entry] = [await holders(uscc), await db.rosterEntry.findFirst({ where: { enterprise: { uscc } } })]
    await requestUndo(first.ctx, first.importId)
    await work()
    const again = await upload([row])
    expect([again.verdicts, again.counts.NEW]).toEqual([['NEW'], 1])
    expect((await confirm(again)).one.state).toBe('CONFIRMED')
    expect(held).toEqual(['HEAD 冯一', 'CLERK 陈二'])
    expect(await holders(uscc)).toEqual(held)
    const standing = { retractedAt: null, toOn: null }
    expect(
      await db.rosterEntry.findMany({
        where: { enterprise: { uscc, names: { some: standing } }, placements: { some: standing } },
        select: { id: true },
      }),
    ).toEqual([{ id: entry?.id }])
    const { differing, tallies } = await recount()
    expect([differing, tallies]).toEqual([[], []])
    await requestUndo(again.ctx, again.importId)
    await work()
    expect([(await look(again.importId)).one.state, await holders(uscc)]).toEqual(['UNDONE', []])
  })

  it('a change on the day a fact began takes its place: no interval is empty, nothing overlaps', async () => {
    const F = makeUscc('330203', 99)
    const first = ['示例辛有限公司', F, '海曙区', '横街镇', '是', '', '甲一', '13100131001', '', '']
    await confirm(await upload([first]))
    const up = await upload([['示例辛股份有限公司', F, '海曙区', '高桥镇', '否', '', '乙二', '13100131002', '', '']])
    await confirm(up, { name: 'rename', head: 'replace' })
    const stands = async () => {
      const names = await db.enterpriseName.findMany({ where: { enterprise: { uscc: F }, retractedAt: null } })
      const places = await db.entryPlacement.findMany({
        where: { entry: { enterprise: { uscc: F } }, retractedAt: null },
        include: { leaf: true },
      })
      return [
        names.map(({ name, toOn }) => [name, toOn]),
        places.map(({ leaf, isKey, toOn }) => [leaf.name, isKey, toOn]),
        await holders(F),
      ]
    }
    expect(await stands()).toEqual([
      [['示例辛股份有限公司', null]],
      [['高桥镇', false, null]],
      ['HEAD 乙二', 'CLERK -'],
    ])
    await requestUndo(up.ctx, up.importId)
    await work()
    expect(await stands()).toEqual([[['示例辛有限公司', null]], [['横街镇', true, null]], ['HEAD 甲一', 'CLERK -']])
  })

  it('refuses to undo once an officer took back on the same day what it wrote', async () => {
    const uscc = makeUscc('330203', 87)
    const up = await upload([['示例壬有限公司', uscc, '海曙区', '高桥镇', '是', '', '郑一', '13200132087', '', '']])
    await confirm(up)
    const entry = await db.rosterEntry.findFirstOrThrow({ where: { enterprise: { uscc } } })
    await placeEntry(up.ctx, {
      entryId: entry.id,
      leafId: undefined,
      isKey: false,
      fromOn: '2026-11-01',
      reason: '注销',
    })
    expect(await requestUndo(up.ctx, up.importId)).toMatchObject({ refusal: 'acted-on' })
    const other = makeUscc('330203', 86)
    const next = await upload([['示例癸有限公司', other, '海曙区', '高桥镇', '是', '', '王二', '13200132086', '', '']])
    await confirm(next)
    const held = await db.holding.findFirstOrThrow({
      where: { seat: { entry: { enterprise: { uscc: other } } } },
      include: { seat: true },
    })
    await endHolding(next.ctx, { entryId: held.seat.entryId, holdingId: held.id, toOn: '2026-11-01' })
    expect(await requestUndo(next.ctx, next.importId)).toMatchObject({ refusal: 'acted-on' })
  })

  it('refuses to undo once somebody acted on it', async () => {
    const up = await upload([
      ['示例庚有限公司', makeUscc('330203', 88), '海曙区', '', '', '', '吴十', '13200132000', '', ''],
    ])
    await confirm(up)
    const person = await db.person.findFirstOrThrow({ where: { name: '吴十' } })
    await db.login.create({
      data: {
        id: newId(),
        personId: person.id,
        tokenHash: new Uint8Array(32),
        idleUntil: new Date(),
        endsAt: new Date(),
      },
    })
    expect(await requestUndo(up.ctx, up.importId)).toMatchObject({ refusal: 'acted-on' })
  })
})

describe('the worker', () => {
  it('starts over after a crash in the middle, and does nothing the second time', async () => {
    const code = makeUscc('330205', 1)
    const up = await upload([
      ['示例壬有限公司', code, '江北区', '慈城镇', '是', '', '丙三', '13000130003', '丁四', '13000130004'],
    ])
    await db.import.update({ where: { id: up.importId }, data: { state: 'STAGING', rowsDone: 1 } })
    await stageImport(up.importId)
    await stageImport(up.importId)
    expect((await look(up.importId)).verdicts).toEqual(['NEW'])
    await confirm(up)
    const facts = async () => [
      await db.seat.count(),
      await db.holding.count(),
      await db.entryPlacement.count(),
      await db.person.count(),
    ]
    const before = await facts()
    await applyImport(up.importId, 'again')
    await undoImport(up.importId, 'not asked for')
    expect([await facts(), (await look(up.importId)).one.state]).toEqual([before, 'CONFIRMED'])
  })

  it('writes each enterprise once when two imports of the same file are confirmed at the same time', async () => {
    const code = makeUscc('330205', 2)
    const row = ['示例癸有限公司', code, '江北区', '慈城镇', '是', '', '戊五', '13000130005', '', '']
    const [one, two] = [await upload([row]), await upload([row])]
    for (const up of [one, two]) await db.import.update({ where: { id: up.importId }, data: { state: 'CONFIRMING' } })
    await Promise.all([applyImport(one.importId, 'a'), applyImport(two.importId, 'b')])
    const states = [(await look(one.importId)).one.state, (await look(two.importId)).one.state]
    expect(states.sort()).toEqual(['CONFIRMED', 'STAGED'])
    expect(await db.rosterEntry.count({ where: { enterprise: { uscc: code } } })).toBe(1)
    expect(await db.person.count({ where: { name: '戊五' } })).toBe(1)
  })

  it('stops reading when the officer cancels', async () => {
    const up = await upload([rowA])
    await db.import.update({ where: { id: up.importId }, data: { state: 'UPLOADED' } })
    await cancelImport(up.ctx, up.importId)
    await stageImport(up.importId)
    expect([(await look(up.importId)).one.state, (await look(up.importId)).rows]).toEqual(['CANCELLED', []])
  })

  it('refuses a file without a header, and rows without a place for a new enterprise, with a reason each', async () => {
    const ctx = contextOf(await officer('3302'), 'test')
    const region = await db.region.findUniqueOrThrow({ where: { code: '3302' } })
    const given = { programmeId, regionId: region.id, effectiveOn: '2026-11-01', isComplete: false, keyDefault: true }
    const outcome = await uploadImport(ctx, { ...given, rows: '一二三\t四五六\n七八九\t十' })
    await work()
    const one = outcome.ok ? await db.import.findUniqueOrThrow({ where: { id: outcome.value.importId } }) : null
    expect([one?.state, one?.refusal]).toEqual(['REFUSED', { code: 'no-header' }])
    const up = await upload([['示例子有限公司', makeUscc('330205', 3), '', '', '', '', '', '', '', '']])
    expect(up.rows.map(({ verdict, plan }) => [verdict, JSON.stringify(plan).includes('region-missing')])).toEqual([
      ['INVALID', true],
    ])
    expect(await uploadImport(ctx, { ...given, rows: '' })).toMatchObject({ refusal: 'nothing-given' })
    expect(await uploadImport(ctx, { ...given, effectiveOn: '2026-09-30', rows: 'a' })).toMatchObject({
      refusal: 'day-outside',
    })
  })
})
