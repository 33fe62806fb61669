import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/domain/permissions/actor'
import { makeUscc } from '@/domain/roster/uscc'
import { separatedText } from '@/domain/sheets/separated-text'
import { loadRegions } from '@/prisma/seed/load-regions'
import { contextOf, inTransaction } from '@/server/context'
import { db } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { inventedWorkbook } from '@/server/files/invented-workbook'
import { actorOf } from '@/tests/cast/actor-of'
import { useDatabase } from '@/tests/support/database'
import { stageImport } from './commands/stage-import'
import { uploadImport } from './commands/upload-import'
import { importPage } from './queries/import-page'

useDatabase()
const programmeId = newId()
let actor: Actor
let regionId: string

beforeAll(async () => {
  await inTransaction(loadRegions)
  await db.programme.create({ data: { id: programmeId, name: '示例行动', fromOn: columnOfDay('2026-10-01') } })
  const personId = newId()
  await db.person.create({ data: { id: personId, name: '管理员', pinyinKey: 'guan li yuan' } })
  const city = await db.region.findUniqueOrThrow({ where: { code: '3302' } })
  regionId = city.id
  actor = actorOf(personId, [{ role: 'OFFICER', regionId: city.id, regionPath: city.path, regionKind: 'CITY' }])
})

/** Good rows and one of each kind of trouble that a bureau's sheet brings. */
const ROWS = [
  ['某市重点企业名册', '', '', '', '', '', '', ''],
  ['企业名称', '统一社会信用代码', '区县', '乡镇', '负责人', '', '经办人', ''],
  ['', '', '', '', '姓名', '手机', '姓名', '手机'],
  [
    '示例甲有限公司',
    makeUscc('330203', 1),
    '海曙区',
    '高桥镇',
    '张三',
    '13800138000',
    '李四\n"王五"',
    '13900139000\n13700137000',
  ],
  ['示例乙（宁波）有限公司', 'ABC', '海曙', '古林', '赵六', '1380013', '', ''],
  ['示例丙有限公司', makeUscc('330203', 3), '海曙区', '没有镇', '钱2', '', '孙八, 周九', '0574-87654321'],
  ['', '', '', '', '', '', '', ''],
  ['示例丁有限公司', '9.13E+17', '', '', '吴十', '１３６００１３６０００', '', ''],
  ['合计', '4', '', '', '', '', '', ''],
  ['示例甲集团公司', makeUscc('330203', 1), '海曙区', '集士港镇', '', '', '', ''],
]

/** What the officer is told of an import, without the name of the sheet. */
async function told(given: { rows: string } | { file: File }) {
  const about = { programmeId, regionId, effectiveOn: '2026-11-01', isComplete: false, keyDefault: true }
  const outcome = await uploadImport(contextOf(actor, 'test'), { ...about, ...given })
  if (!outcome.ok) return outcome.refusal
  await stageImport(outcome.value.importId)
  const page = await importPage(actor, outcome.value.importId, {})
  if (!page || page.state === 'REFUSED') return page?.refusal
  const withoutSheet = JSON.stringify(page.rows, (key, value) =>
    key === 'sheet' ? undefined : key === 'expected' ? String(value).replace(/^名册/, '') : value,
  )
  return {
    rows: JSON.parse(withoutSheet) as { verdict: string; problems: { code: string }[] }[],
    ignored: page.sheets[0],
  }
}

async function workbook(): Promise<File> {
  const rows = ROWS.map((row) => row.map((text) => text || null))
  const bytes = await inventedWorkbook([{ name: '名册', rows, merges: ['A1:H1', 'E2:F2', 'G2:H2'] }])
  return new File([new Uint8Array(bytes)], '名册.xlsx')
}

const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text)
const CSV = ROWS.map((row) => row.map(quoted).join(',')).join('\r\n')
const file = (bytes: Uint8Array, name = '名册.csv') => ({ file: new File([new Uint8Array(bytes)], name) })

it('tells the same of a pasted block as of the workbook it was copied from', async () => {
  const ofFile = await told({ file: await workbook() })
  if (!ofFile || typeof ofFile !== 'object') throw new Error(String(ofFile))
  expect(ofFile.rows.map(({ verdict }) => verdict)).toEqual(['INVALID', 'INVALID', 'INVALID', 'INVALID', 'INVALID'])
  expect(ofFile.rows.flatMap(({ problems }) => problems).length).toBeGreaterThan(8)
  const ofPaste = await told({ rows: separatedText(ROWS) })
  expect(ofPaste).toMatchObject({ rows: ofFile.rows })
})

it('tells the same of a CSV in every encoding, also when it was renamed', async () => {
  const ofPaste = await told({ rows: separatedText(ROWS) })
  const utf16 = Buffer.from(`\uFEFF${CSV}`, 'utf16le')
  expect(await told(file(Buffer.from(CSV)))).toEqual(ofPaste)
  expect(await told(file(Buffer.from(`\uFEFF${CSV}`), '名册.xlsx'))).toEqual(ofPaste)
  expect(await told(file(utf16, '名册.txt'))).toEqual(ofPaste)
  expect(await told(file(Buffer.from(utf16).swap16()))).toEqual(ofPaste)
})

it('reads GB18030, as Excel saves a CSV on a Chinese computer', async () => {
  // 企业名称,负责人 / 示例甲有限公司,张三
  const bytes = Buffer.from('c6f3d2b5c3fbb3c62cb8bad4f0c8cb0d0acabec0fdbcd7d3d0cfdeb9abcbbe2cd5c5c8fd0d0a', 'hex')
  expect(await told(file(bytes))).toMatchObject({
    rows: [{ name: '示例甲有限公司', head: '张三', verdict: 'INVALID' }],
  })
})

it('refuses what is no roster, each with its reason', async () => {
  expect(await told(file(Buffer.from('今天\n明天\n后天')))).toBe('no-header')
  expect(await told(file(Buffer.from(`企业名称,负责人\n${'甲'.repeat(3000)}\0,张三`)))).toBe('not-a-workbook')
  expect(await told(file(Buffer.from('企业名称,负责人')))).toBe('no-rows')
  expect(await told(file(Buffer.from(' \n\n')))).toBe('empty-file')
  expect(await told(file(Buffer.alloc(10 * 1024 * 1024 + 1, 'a')))).toBe('too-large')
  expect(await told(file(Buffer.alloc(10 * 1024 * 1024, '企业\n')))).toBe('too-many-rows')
})
