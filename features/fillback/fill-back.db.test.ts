import Excel from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '@/domain/calendar/day'
import { columnKey, fillColumns } from '@/domain/fillback/columns'
import type { Evidence, SubjectKind } from '@/domain/rates/entry-facts'
import { recordCompletion } from '@/features/standing/commands/record-completion'
import type { Context } from '@/server/context'
import { inTransaction } from '@/server/context'
import { db } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { type Cast, raiseCast } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'
import { dropOldFillBacks } from './commands/drop-old'
import { chooseEntry, requestFill } from './commands/request-fill'
import { uploadFillBack } from './commands/upload-fill-back'
import type { RequestFill, UploadFillBack } from './input'
import { fillBackJobs } from './jobs'
import { fillBackList } from './queries/fill-back-area'
import { filledFile, fillBackPage } from './queries/fill-back-page'

useDatabase()
let cast: Cast
let codes: { near: string; other: string; far: string }
const ALL = fillColumns.map(columnKey)

beforeAll(async () => {
  cast = await raiseCast()
  const code = async (entryId: string) =>
    (await db.rosterEntry.findUniqueOrThrow({ where: { id: entryId }, include: { enterprise: true } })).enterprise.uscc
  codes = {
    near: await code(cast.head.entryId),
    other: await code(cast.otherHead.entryId),
    far: await code(cast.farClerk.entryId),
  }
  await history()
})

const daysAgo = (days: number) => addDays(cast.today, -days)

function complete(personId: string, subjectKind: SubjectKind, slug: string, days: number, evidence: Evidence) {
  const fact = { personId, subjectKind, slug, contentVersion: 9, happenedOn: daysAgo(days), evidence }
  return inTransaction((tx) => recordCompletion(tx, cast.cityOfficer.ctx, { ...fact, sourceKey: `test:${newId()}` }))
}

/** The head has done everything, one of two clerks has. */
async function history(): Promise<void> {
  await complete(cast.head.personId, 'COURSE', 'jiajikouchu', 10, 'SESSION')
  await complete(cast.head.personId, 'EXAM', 'jiajikouchu-ceyice', 5, 'ONLINE')
  await complete(cast.clerk.personId, 'COURSE', 'guiji-fuzhuzhang', 8, 'ONLINE')
  await complete(cast.clerk.personId, 'EXAM', 'guiji-fuzhuzhang-ceping', 4, 'ONLINE')
  await complete(cast.clerk.personId, 'LAB', 'qita-xiane', 3, 'ONLINE')
}

/** Does what the worker would: every open job of ours, in order. */
async function work(): Promise<void> {
  const open = await db.outbox.findMany({
    where: { doneAt: null, kind: { in: Object.keys(fillBackJobs) } },
    orderBy: { createdAt: 'asc' },
  })
  for (const row of open) {
    await fillBackJobs[row.kind]?.(row.payload as { fillBackId: string }, 'test')
    await db.outbox.update({ where: { id: row.id }, data: { doneAt: new Date() } })
  }
}

async function upload(ctx: Context, given: Partial<UploadFillBack>, regionId = cast.regions.county.id) {
  const outcome = await uploadFillBack(ctx, { programmeId: cast.programmeId, regionId, ...given })
  if (!outcome.ok) throw new Error(outcome.refusal)
  await work()
  return outcome.value.fillBackId
}

async function fill(ctx: Context, fillBackId: string, more: Partial<RequestFill> = {}) {
  const outcome = await requestFill(ctx, { fillBackId, columns: ALL, unmatched: 'mark', ...more })
  if (!outcome.ok) throw new Error(outcome.refusal)
  await work()
  const file = await filledFile(ctx.actor, fillBackId)
  if (!file) throw new Error('nothing was filled')
  return file.bytes
}

async function officesSheet(): Promise<File> {
  const book = new Excel.Workbook()
  const sheet = book.addWorksheet('统计表')
  sheet.addRow(['示例·企业统计表'])
  sheet.mergeCells('A1:D1')
  sheet.addRow(['序号', '企业名称', '统一社会信用代码', '人数'])
  sheet.addRow([1, '写错的名字', codes.near, 12])
  sheet.addRow([2, '示例·澄川新材料（有限责任）公司', '', 7])
  sheet.addRow([3, '示例·甬江精密机械有限公司', '', 3])
  sheet.addRow([4, '示例·青屿水产有限公司', codes.far, 4])
  sheet.addRow([5, '示例·查无此家有限公司', '', 5])
  sheet.addRow(['合计', '', '', { formula: 'SUM(D3:D7)', result: 31 }])
  return new File([new Uint8Array(await book.xlsx.writeBuffer())], '统计表.xlsx')
}

async function rowsOf(bytes: Buffer): Promise<unknown[][]> {
  const book = new Excel.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  const sheet = book.worksheets[0]
  return Array.from({ length: sheet?.rowCount ?? 0 }, (_, r) => {
    const values = sheet?.getRow(r + 1).values
    return Array.from(Array.isArray(values) ? values.slice(1) : [], (value) => value ?? null)
  })
}

describe('an office’s own sheet', () => {
  it('comes back filled with what the standings say, and nothing of another area', async () => {
    const { ctx } = cast.countyOfficer
    const id = await upload(ctx, { file: await officesSheet() })
    const page = await fillBackPage(ctx.actor, id)
    expect(page?.state).toBe('READ')
    expect(page?.reading?.sheets).toMatchObject([
      { sheet: '统计表', kind: 'enterprises', rows: 5, open: 2, outside: 1, earlier: 0 },
    ])
    expect(page?.reading?.open.map(({ row, isOutside }) => [row, isOutside])).toEqual([
      [6, true],
      [7, false],
    ])
    expect(JSON.stringify(page?.reading)).not.toContain(cast.head.name)

    const rows = await rowsOf(await fill(ctx, id))
    expect(rows[1]?.slice(4, 8)).toEqual([
      '培训完成情况（回填）',
      '培训还差（回填）',
      '培训完成日期（回填）',
      '培训佐证（回填）',
    ])
    const met = ['已完成', null, daysAgo(10), '现场', '已完成', null, daysAgo(5), '线上']
    const half = ['待完成', expect.stringMatching(/^经办人（1 岗）：.*待通过、实训/), null, '线上']
    const near = [...met, ...half, '待完成', '尚无经企业确认的上门服务']
    expect(rows[2]?.slice(4)).toEqual(near)
    expect(rows[4]?.slice(4)).toEqual(near)
    expect(rows[3]?.[4]).toBe('待完成')
    expect(rows[3]?.[5]).toMatch(/^负责人（1 岗）：课程《.*》待完成；经办人（2 岗）：对接岗空缺$/)
    expect(rows[5]?.slice(4)).toEqual(['不在本区域'])
    expect(rows[6]?.slice(4)).toEqual(['未匹配'])
    expect(rows[7]?.[3]).toEqual({ formula: 'SUM(D3:D7)', result: 31 })
    expect(rows[7]).toHaveLength(4)

    const standings = await db.standing.findMany({
      where: { entryId: { in: [cast.head.entryId, cast.otherHead.entryId] } },
    })
    const sum = (of: (one: (typeof standings)[number]) => number) =>
      standings.reduce((total, one) => total + of(one), 0)
    expect((await fillBackPage(ctx.actor, id))?.counts).toMatchObject({
      rows: 5,
      filled: 3,
      open: 1,
      outside: 1,
      enterprises: {
        training: { whole: sum((one) => Number(one.asksTraining)), part: sum((one) => Number(one.trainedAny)) },
        awareness: { whole: sum((one) => one.heads), part: sum((one) => one.aware) },
        readiness: { whole: sum((one) => one.clerks), part: sum((one) => one.ready) },
        visits: { whole: 2, part: sum((one) => Number(one.visited)) },
      },
    })
  })

  it('can speak of a past day, leave unmatched rows blank, and be filled again in the same columns', async () => {
    const { ctx } = cast.countyOfficer
    const id = await upload(ctx, { file: await officesSheet() })
    const columns = ['awareness.state', 'awareness.day', 'readiness.state']
    const past = await fill(ctx, id, { columns, on: daysAgo(6), unmatched: 'blank' })
    const rows = await rowsOf(past)
    expect(rows[2]?.slice(4)).toEqual(['待完成', null, '待完成'])
    expect(rows[6]?.slice(4)).toEqual([])

    const again = await upload(ctx, { file: new File([new Uint8Array(past)], '统计表-回填.xlsx') })
    expect((await fillBackPage(ctx.actor, again))?.reading?.sheets[0]?.earlier).toBe(3)
    const now = await rowsOf(await fill(ctx, again, { columns }))
    expect(now[1]).toEqual(rows[1])
    expect(now[2]?.slice(4)).toEqual(['已完成', daysAgo(5), '待完成'])
    const outcome = await requestFill(ctx, { fillBackId: id, columns, on: addDays(cast.today, 1), unmatched: 'mark' })
    expect(outcome).toMatchObject({ refusal: 'day-outside' })
    expect(await requestFill(ctx, { fillBackId: id, columns: ['no.such'], unmatched: 'mark' })).toMatchObject({
      refusal: 'no-columns',
    })
  })

  it('of persons says how their own seats stand', async () => {
    const { ctx } = cast.countyOfficer
    const rows = [
      ['姓名', '手机', '单位'],
      [cast.clerk.name, cast.clerk.mobile, '示例·甬江精密机械有限公司'],
      [cast.secondClerk.name, '', '示例·甬江精密机械有限公司'],
      ['张示例', '', '示例·甬江精密机械有限公司'],
    ]
    const text = rows.map((cells) => cells.join('\t')).join('\n')
    const id = await upload(ctx, { rows: text })
    expect((await fillBackPage(ctx.actor, id))?.reading?.sheets).toMatchObject([{ kind: 'persons', rows: 3, open: 1 }])
    const filled = await fill(ctx, id, {
      columns: ['readiness.state', 'readiness.day', 'awareness.state', 'visits.state'],
    })
    const [header, ...lines] = filled.toString().split('\n')
    expect(header).toBe(
      `${rows[0]?.join('\t')}\t知晓完成情况（回填）\t上手完成情况（回填）\t上手完成日期（回填）\t上门服务完成情况（回填）`,
    )
    expect(lines).toEqual([
      `${rows[1]?.join('\t')}\t—\t已完成\t${daysAgo(3)}\t—`,
      `${rows[2]?.join('\t')}\t—\t待完成\t\t—`,
      `${rows[3]?.join('\t')}\t未匹配\t\t\t`,
    ])
    expect((await fillBackPage(ctx.actor, id))?.filledText).toBe(filled.toString())
  })

  it('takes an officer’s choice for one row, only of what was offered', async () => {
    const { ctx } = cast.countyOfficer
    const id = await upload(ctx, { file: new File(['企业名称,区域\n示例·甬江精密机戒有限公司,鄞州\n'], '表.csv') })
    const open = (await fillBackPage(ctx.actor, id))?.reading?.open[0]
    expect(open?.candidates[0]?.entryId).toBe(cast.head.entryId)
    const choose = (entryId: string) => chooseEntry(ctx, { fillBackId: id, sheet: '', row: 2, entryId })
    expect(await choose(cast.farClerk.entryId)).toMatchObject({ refusal: 'not-found' })
    expect(await choose(cast.head.entryId)).toMatchObject({ ok: true })
    expect((await fill(ctx, id, { columns: ['training.state'] })).toString()).toBe(
      '企业名称,区域,培训完成情况（回填）\n示例·甬江精密机戒有限公司,鄞州,已完成\n',
    )
  })

  it('is not found by officers of another area', async () => {
    const id = await upload(cast.countyOfficer.ctx, { file: await officesSheet() })
    await fill(cast.countyOfficer.ctx, id)
    const { ctx } = cast.otherCountyOfficer
    expect(await fillBackPage(ctx.actor, id)).toBeNull()
    expect(await filledFile(ctx.actor, id)).toBeNull()
    expect(await fillBackList(ctx.actor)).toEqual([])
    expect(await requestFill(ctx, { fillBackId: id, columns: ALL, unmatched: 'mark' })).toMatchObject({
      refusal: 'not-found',
    })
    const regionId = cast.regions.county.id
    const given = { programmeId: cast.programmeId, regionId, rows: 'a' }
    expect(await uploadFillBack(ctx, given)).toMatchObject({ refusal: 'not-found' })
    expect(await filledFile(cast.cityOfficer.actor, id)).not.toBeNull()
  })

  it('is read and filled once, however often the worker begins', async () => {
    const { ctx } = cast.countyOfficer
    const id = await upload(ctx, { file: await officesSheet() })
    await db.fillBack.update({ where: { id }, data: { state: 'READING' } })
    await fillBackJobs['fill-back.read']?.({ fillBackId: id }, 'test')
    expect((await fillBackPage(ctx.actor, id))?.state).toBe('READ')
    await fill(ctx, id)
    const before = await db.fillBack.findUniqueOrThrow({ where: { id } })
    await fillBackJobs['fill-back.read']?.({ fillBackId: id }, 'test')
    await fillBackJobs['fill-back.fill']?.({ fillBackId: id }, 'test')
    expect(await db.fillBack.findUniqueOrThrow({ where: { id } })).toEqual(before)
    expect(await db.auditEvent.count({ where: { kind: 'fill-back.filled', subjectId: id } })).toBe(1)
    await fill(ctx, id, { columns: ['visits.state'] })
    expect(await db.storedFile.count({ where: { id: before.resultFileId ?? '' } })).toBe(0)
  })

  it('is refused with its reason, at the door or once it is read', async () => {
    const { ctx } = cast.countyOfficer
    const given = { programmeId: cast.programmeId, regionId: cast.regions.county.id }
    const ole = new File([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])], '旧表.xls')
    expect(await uploadFillBack(ctx, { ...given, file: ole })).toMatchObject({ refusal: 'old-xls' })
    expect(await uploadFillBack(ctx, given)).toMatchObject({ refusal: 'nothing-given' })
    const id = await upload(ctx, { rows: '会议\t时间\n纪要\t下午' })
    expect(await fillBackPage(ctx.actor, id)).toMatchObject({ state: 'REFUSED', refusal: 'no-header' })
  })

  it('is gone after thirty days, both files', async () => {
    const { ctx } = cast.countyOfficer
    const id = await upload(ctx, { file: await officesSheet() })
    await fill(ctx, id)
    const { resultFileId } = await db.fillBack.findUniqueOrThrow({ where: { id } })
    const young = await upload(ctx, { rows: '企业名称\t区域\n示例·澄川新材料有限公司\t鄞州' })
    await db.fillBack.update({ where: { id }, data: { createdAt: new Date(Date.now() - 31 * 86_400_000) } })
    await dropOldFillBacks()
    expect(await fillBackPage(ctx.actor, id)).toBeNull()
    const gone = [id, resultFileId ?? '']
    expect(await db.storedFile.count({ where: { id: { in: gone } } })).toBe(0)
    expect(await db.fileChunk.count({ where: { fileId: { in: gone } } })).toBe(0)
    expect((await fillBackPage(ctx.actor, young))?.state).toBe('READ')
  })
})
