import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import Excel from 'exceljs'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import type { SheetRow } from '@/domain/roster/sheet'
import { type InventedSheet, inventedWorkbook } from './invented-workbook'
import { readPaste } from './read-paste'
import { readWorkbook, type SheetInfo } from './read-workbook'
import { safeCell } from './safe-cell'
import { WorkbookRefused } from './workbook-refusal'
import { writeWorkbook } from './write-workbook'

async function read(bytes: Buffer, maxRows = 1000) {
  const sheets: { info: SheetInfo; rows: SheetRow[] }[] = []
  const taker = {
    startSheet(info: SheetInfo) {
      sheets.push({ info, rows: [] })
      return !info.isHidden
    },
    rows(rows: SheetRow[]) {
      sheets.at(-1)?.rows.push(...rows)
    },
    endSheet() {},
  }
  await readWorkbook(bytes, taker, { maxRows })
  return sheets
}

const texts = (rows: readonly SheetRow[] | undefined) =>
  (rows ?? []).map(({ cells }) => [...cells].map(([c, cell]) => `${c}:${cell.text}:${cell.kind}`))

/** The inflated size of the first sheet as the archive's directory tells it. */
function honestSize(bytes: Buffer): number {
  const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  const name = bytes.indexOf('xl/worksheets/sheet1.xml', directory)
  return bytes.readUInt32LE(name - 46 + 24)
}

/** The refusal of a file, and that it came within a second. */
async function refusal(bytes: Buffer): Promise<string> {
  const start = performance.now()
  const error = await read(bytes).then(
    () => null,
    (failure: unknown) => failure,
  )
  expect(performance.now() - start).toBeLessThan(1000)
  return error instanceof WorkbookRefused ? error.code : String(error)
}

const simple = (rows: InventedSheet['rows'], more: Partial<InventedSheet> = {}) =>
  inventedWorkbook([{ name: '名册', rows, ...more }])

describe('readWorkbook', () => {
  it('reads shared and inline strings, numbers, cached formula results, errors, booleans and dates', async () => {
    const [sheet] = await read(
      await simple([
        [
          '企业',
          { attributes: 't="inlineStr"', content: '<is><r><t>甲</t></r><r><t>乙</t></r><rPh><t>注音</t></rPh></is>' },
        ],
        [
          { attributes: 't="str"', content: '<f>A1&amp;"x"</f><v>企业x</v>' },
          { attributes: '', content: '<f>1+1</f><v>13800138000</v>' },
          { attributes: '', content: '<v>9.1330203E17</v>' },
          { attributes: 't="e"', content: '<v>#N/A</v>' },
          { attributes: 't="b"', content: '<v>1</v>' },
          { attributes: 's="1"', content: '<v>46000</v>' },
        ],
      ]),
    )
    expect(texts(sheet?.rows)).toEqual([
      ['0:企业:text', '1:甲乙:text'],
      ['0:企业x:text', '1:13800138000:number', '2:9.1330203E17:lost', '3:#N/A:error', '4:是:text', '5:2025-12-09:date'],
    ])
  })

  it('reads rows and cells without addresses', async () => {
    const [sheet] = await read(await simple([['a', null, 'c'], ['d']], { withoutAddresses: true }))
    expect(sheet?.rows.map(({ row }) => row)).toEqual([1, 2])
    expect(texts(sheet?.rows)).toEqual([['0:a:text', '2:c:text'], ['0:d:text']])
  })

  it('takes a row number that no worksheet has for none, as it could not be stored', async () => {
    const archive = await JSZip.loadAsync(await simple([['a'], ['b']]))
    const path = 'xl/worksheets/sheet1.xml'
    const xml = (await archive.file(path)?.async('string')) ?? ''
    archive.file(path, xml.replace('<row r="2"', '<row r="99999999999"'))
    const [sheet] = await read(await archive.generateAsync({ type: 'nodebuffer' }))
    expect(sheet?.rows.map(({ row }) => row)).toEqual([1, 2])
  })
})

describe('readWorkbook', () => {
  it('tells merged ranges, hidden rows and hidden sheets', async () => {
    const sheets = await read(
      await inventedWorkbook([
        { name: 'A', rows: [['x'], ['y']], merges: ['D2:D5', 'AA1:AB1'], hiddenRows: [2] },
        { name: 'B', rows: [['secret']], state: 'hidden' },
      ]),
    )
    expect(sheets[0]?.info.merges).toEqual([
      { left: 3, top: 2, right: 3, bottom: 5 },
      { left: 26, top: 1, right: 27, bottom: 1 },
    ])
    expect(sheets[0]?.rows.map(({ isHidden }) => isHidden === true)).toEqual([false, true])
    expect([sheets[1]?.info.isHidden, sheets[1]?.rows.length]).toEqual([true, 0])
  })

  it('reads dates of the 1904 system', async () => {
    const book = await inventedWorkbook([{ name: 'A', rows: [[{ attributes: 's="1"', content: '<v>44538</v>' }]] }], {
      is1904: true,
    })
    expect(texts((await read(book))[0]?.rows)).toEqual([['0:2025-12-09:date']])
  })

  it('passes over a tail of a million styled rows without keeping any', async () => {
    const tail = Array.from(
      { length: 1_000_000 },
      (_, i) => `<row r="${i + 2}" s="1"><c r="A${i + 2}" s="1"/></row>`,
    ).join('')
    const book = await simple([['a']], { tail })
    const before = process.memoryUsage.rss()
    const [sheet] = await read(book)
    expect(sheet?.rows).toHaveLength(1)
    expect(process.memoryUsage.rss() - before).toBeLessThan(300e6)
  }, 90_000)

  it('refuses more rows than it may read instead of cutting them off', async () => {
    const book = await simple(Array.from({ length: 20 }, (_, i) => [String(i)]))
    await expect(read(book, 10)).rejects.toMatchObject({ code: 'too-many-rows' })
  })
})

describe('hostile and mistaken files are refused within a second', () => {
  it('by what they really are', async () => {
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
    expect(await refusal(Buffer.alloc(0))).toBe('empty-file')
    expect(await refusal(ole)).toBe('old-xls')
    expect(await refusal(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('encrypted')
    expect(await refusal(Buffer.from('\uFEFF<html><table><tr><td>企业</td></tr></table></html>'))).toBe('html-renamed')
    expect(await refusal(Buffer.from('企业名称,统一社会信用代码\n甲,1'))).toBe('text-renamed')
    expect(await refusal(Buffer.from([1, 2, 0, 4]))).toBe('not-a-workbook')
    const zip = await new JSZip().file('readme.txt', 'x').generateAsync({ type: 'nodebuffer' })
    expect(await refusal(zip)).toBe('not-a-workbook')
  })

  it('when truncated anywhere', async () => {
    const whole = await simple([
      ['a', 'b'],
      ['c', 'd'],
    ])
    for (const share of [0.1, 0.5, 0.9, 0.99])
      expect(await refusal(whole.subarray(0, Math.floor(whole.length * share)))).toBe('truncated')
  })

  it('when they are bombs', async () => {
    const before = process.memoryUsage.rss()
    const bomb = await inventedWorkbook([{ name: 'A', rows: [['a']] }], {
      extra: [['xl/media/x.xml', 'A'.repeat(50_000_000)]],
    })
    expect(await refusal(bomb)).toBe('too-large-inside')
    const many = new JSZip()
    for (let i = 0; i < 300; i += 1) many.file(`f${i}`, 'x')
    expect(await refusal(await many.generateAsync({ type: 'nodebuffer' }))).toBe('too-many-parts')
    expect(process.memoryUsage.rss() - before).toBeLessThan(300e6)
  })
})

describe('archives that mean harm are refused within a second', () => {
  it('when an entry lies about its size', async () => {
    const honest = await simple([['a']], {
      tail: `<row r="2"><c r="A2" t="str"><v>${'A'.repeat(50_000_000)}</v></c></row>`,
    })
    const promised = honestSize(honest)
    const lying = Buffer.from(honest)
    const size = Buffer.alloc(4)
    size.writeUInt32LE(promised)
    for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size, at + 1)) lying.writeUInt32LE(1000, at)
    expect(await refusal(lying)).toBe('truncated')
  })

  it('when a name leaves the archive', async () => {
    const slip = await inventedWorkbook([{ name: 'A', rows: [['a']] }], { extra: [['xl/aaaaaaaaa.xml', 'x']] })
    const name = Buffer.from('xl/aaaaaaaaa.xml')
    for (let at = slip.indexOf(name); at >= 0; at = slip.indexOf(name, at + 1)) slip.write('../../../etc/cro', at)
    expect(await refusal(slip)).toBe('suspicious-names')
  })

  it('when they hold a document type declaration or a macro', async () => {
    const prolog = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    expect(await refusal(await inventedWorkbook([{ name: 'A', rows: [['a']] }], { prolog }))).toBe('doctype')
    expect(
      await refusal(await inventedWorkbook([{ name: 'A', rows: [['a']] }], { extra: [['xl/vbaProject.bin', 'x']] })),
    ).toBe('macro')
  })
})

describe('readPaste', () => {
  it('reads tab-separated rows with quoted line breaks, and comma-separated text', () => {
    expect(texts(readPaste('企业\t联系人\n甲\t"张三 1\n李四 ""2"""\r\n\t\n', 10))).toEqual([
      ['0:企业:text', '1:联系人:text'],
      ['0:甲:text', '1:张三 1\n李四 "2":text'],
    ])
    expect(texts(readPaste('企业,代码\n"甲,乙",1', 10))).toEqual([
      ['0:企业:text', '1:代码:text'],
      ['0:甲,乙:text', '1:1:text'],
    ])
    expect(() => readPaste(' \n\t', 10)).toThrow(WorkbookRefused)
  })
})

describe('writeWorkbook', () => {
  it('writes every text as text, whatever it looks like', async () => {
    const evil = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', "=cmd|' /C calc'!A0", 'ok', '13800138000']
    const target = new PassThrough()
    const bytes = buffer(target)
    await writeWorkbook(target, [
      {
        name: '名单/1',
        columns: [{ header: '文本', format: 'text' }, { header: '数' }],
        rows: evil.map((text, i) => [text, i]),
        above: ['标题'],
      },
    ])
    const book = new Excel.Workbook()
    await book.xlsx.load((await bytes) as unknown as ArrayBuffer)
    const sheet = book.worksheets[0]
    const seen: unknown[] = []
    sheet?.getColumn(1).eachCell((cell) => seen.push([cell.type, cell.value]))
    expect(seen.slice(2)).toEqual(evil.map((text) => [Excel.ValueType.String, safeCell(text)]))
    expect(sheet?.name).toBe('名单 1')
  })

  it('leaves the header out where a reader wants rows alone', async () => {
    const target = new PassThrough()
    const bytes = buffer(target)
    const columns = [{ header: '手机', format: 'text' }] as const
    await writeWorkbook(target, [{ name: 'A', hasHeader: false, columns, rows: [['19900000001'], ['00042']] }])
    const book = new Excel.Workbook()
    await book.xlsx.load((await bytes) as unknown as ArrayBuffer)
    expect(book.worksheets[0]?.getColumn(1).values.slice(1)).toEqual(['19900000001', '00042'])
    expect(book.worksheets[0]?.autoFilter ?? null).toBeNull()
    expect(book.worksheets[0]?.views ?? []).toEqual([])
  })

  it('writes what readWorkbook reads back', async () => {
    const target = new PassThrough()
    const bytes = buffer(target)
    await writeWorkbook(target, [{ name: 'A', columns: [{ header: '企业名称' }], rows: [['甲 & <乙>']] }])
    expect(texts((await read(await bytes))[0]?.rows)).toEqual([['0:企业名称:text'], ['0:甲 & <乙>:text']])
  })
})
