import Excel from 'exceljs'
import fc from 'fast-check'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { inventedWorkbook } from './invented-workbook'
import { patchWorkbook, type SheetPatch } from './patch-workbook'
import type { PatchValue } from './patch-workbook-splices'
import { WorkbookRefused } from './workbook-refusal'

const SHEET = 'xl/worksheets/sheet1.xml'
const rowsOf = (rows: Record<number, PatchValue[]>) =>
  new Map(Object.entries(rows).map(([row, values]) => [Number(row), values]))

function patch(more: Partial<SheetPatch> = {}): SheetPatch {
  const rows = rowsOf({ 2: ['已完成', 3], 3: ['待完成', null] })
  return { sheet: '名册', headerRow: 1, headers: ['完成情况', '还差'], widths: [12, 30], rows, earlier: null, ...more }
}

/** A workbook whose only worksheet part is exactly this. */
async function workbookOf(sheetXml: string | Buffer): Promise<Buffer> {
  const zip = await JSZip.loadAsync(await inventedWorkbook([{ name: '名册', rows: [['a']] }]))
  zip.file(SHEET, sheetXml)
  zip.file('xl/media/any.bin', Buffer.from([0, 1, 2, 255, 13, 10]))
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}

async function parts(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await JSZip.loadAsync(bytes)
  const all = Object.values(zip.files).filter(({ dir }) => !dir)
  return new Map(await Promise.all(all.map(async (file) => [file.name, await file.async('nodebuffer')] as const)))
}

async function patchedXml(sheetXml: string | Buffer, by: SheetPatch = patch()): Promise<string> {
  const before = await workbookOf(sheetXml)
  const after = await patchWorkbook(before, [by])
  const [old, now] = [await parts(before), await parts(after)]
  expect([...now.keys()]).toEqual([...old.keys()])
  for (const [name, bytes] of old) if (name !== SHEET) expect(now.get(name)?.equals(bytes)).toBe(true)
  return now.get(SHEET)?.toString('utf8') ?? ''
}

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

describe('patchWorkbook', () => {
  it('adds cells at the end of rows and leaves every other byte where it was', async () => {
    const xml = [
      '\uFEFF<?xml version="1.0" encoding="UTF-8"?>\r\n<!-- 名册 <c> -->',
      `<worksheet ${NS} xmlns:x14ac="urn:any"><dimension ref="A1:B4"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" state="frozen"/></sheetView></sheetViews>`,
      '<cols><col min="1" max="1" width="8.5" customWidth="1"/><col min="2" max="16384" style="1" width="9"/></cols>',
      '<sheetData>\r\n<row r="1" spans="1:2" ht="20" x14ac:dyDescent="0.2"><c r="A1" t="s"><v>0</v></c><c r="B1" s="0" t="inlineStr"><is><t>企业 &lt;c&gt; </t></is></c></row>\r\n',
      '<row r="2" hidden="1"><c r="A2"><f>SUM(B1:B9)</f><v>1</v></c><c r="B2" s="1"><v>45000</v></c><extLst/></row>\r\n',
      '<row r="3" spans=\'1:2\'/>\r\n<row r="4"><c r="A4"/></row></sheetData>',
      '<autoFilter ref="A1:B4"/><mergeCells count="1"><mergeCell ref="A4:B4"/></mergeCells>',
      '<controls><control><anchor><from><xdr:col>9</xdr:col><xdr:row>3</xdr:row></from></anchor></control></controls></worksheet>\n',
    ]
    const got = await patchedXml(xml.join(''))
    const wanted = [...xml]
    wanted[1] = (xml[1] ?? '').replace('A1:B4', 'A1:D4')
    wanted[2] =
      '<cols><col min="1" max="1" width="8.5" customWidth="1"/><col min="2" max="2" style="1" width="9"/>' +
      '<col min="3" max="3" width="12" customWidth="1"/><col min="4" max="4" width="30" customWidth="1"/>' +
      '<col min="5" max="16384" style="1" width="9"/></cols>'
    wanted[3] = (xml[3] ?? '')
      .replace('spans="1:2"', 'spans="1:4"')
      .replace(
        '</row>',
        '<c r="C1" t="inlineStr"><is><t>完成情况</t></is></c><c r="D1" t="inlineStr"><is><t>还差</t></is></c></row>',
      )
    wanted[4] = (xml[4] ?? '').replace(
      '<extLst/>',
      '<c r="C2" t="inlineStr"><is><t>已完成</t></is></c><c r="D2"><v>3</v></c><extLst/>',
    )
    wanted[5] = (xml[5] ?? '').replace(
      "spans='1:2'/>",
      'spans=\'1:4\'><c r="C3" t="inlineStr"><is><t>待完成</t></is></c><c r="D3"/></row>',
    )
    expect(got).toBe(wanted.join(''))
  })

  it('speaks with the prefix of the sheet, and numbers rows and cells without address as the reader does', async () => {
    const xml =
      '<x:worksheet xmlns:x="urn:main"><x:sheetData><x:row><x:c t="str"><x:v>a</x:v></x:c><x:c/></x:row><x:row/></x:sheetData></x:worksheet>'
    expect(await patchedXml(xml, patch({ rows: rowsOf({ 2: ['是', null] }) }))).toBe(
      '<x:worksheet xmlns:x="urn:main"><x:cols><x:col min="3" max="3" width="12" customWidth="1"/><x:col min="4" max="4" width="30" customWidth="1"/></x:cols>' +
        '<x:sheetData><x:row><x:c t="str"><x:v>a</x:v></x:c><x:c/>' +
        '<x:c r="C1" t="inlineStr"><x:is><x:t>完成情况</x:t></x:is></x:c><x:c r="D1" t="inlineStr"><x:is><x:t>还差</x:t></x:is></x:c></x:row>' +
        '<x:row><x:c r="C2" t="inlineStr"><x:is><x:t>是</x:t></x:is></x:c><x:c r="D2"/></x:row></x:sheetData></x:worksheet>',
    )
  })

  it('adds a row that the sheet does not have, in its place', async () => {
    const row = (r: number) => `<row r="${r}"><c r="A${r}"><v>${r}</v></c></row>`
    const xml = `<worksheet ${NS}><sheetData>${row(1)}${row(4)}</sheetData></worksheet>`
    const got = await patchedXml(xml, patch({ headers: ['还差'], widths: [9], rows: rowsOf({ 2: ['x'], 6: ['y'] }) }))
    expect([...got.matchAll(/<row r="(\d)"/g)].map((match) => match[1])).toEqual(['1', '2', '4', '6'])
  })

  it('never writes a formula, nor anything Excel takes for an escape of its own', async () => {
    const xml = `<worksheet ${NS}><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"/></sheetData></worksheet>`
    const got = await patchedXml(
      xml,
      patch({ headers: ['a', 'b'], rows: rowsOf({ 2: ['=cmd|"/c"!A1', ' <b>&_x000D_\u0007 '] }) }),
    )
    expect(got).toContain(`<c r="B2" t="inlineStr"><is><t>'=cmd|"/c"!A1</t></is></c>`)
    expect(got).toContain(
      '<c r="C2" t="inlineStr"><is><t xml:space="preserve"> &lt;b&gt;&amp;_x005F_x000D_ </t></is></c>',
    )
    expect(got).not.toContain('<f>')
  })

  it('takes the style of a neighbour that shows texts as they are', async () => {
    const cells = (r: number) =>
      `<row r="${r}"><c r="A${r}" s="0"/><c r="B${r}" s="2"><v>1</v></c><c r="C${r}" s="1"><v>45000</v></c></row>`
    const zip = await JSZip.loadAsync(
      await workbookOf(`<worksheet ${NS}><sheetData>${cells(1)}${cells(2)}</sheetData></worksheet>`),
    )
    zip.file(
      'xl/styles.xml',
      `<styleSheet ${NS}><numFmts><numFmt numFmtId="170" formatCode=";;;"/></numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs>` +
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="49"/><xf numFmtId="170"/></cellXfs></styleSheet>',
    )
    const bytes = await zip.generateAsync({ type: 'nodebuffer' })
    const xml = (await parts(await patchWorkbook(bytes, [patch()]))).get(SHEET)?.toString()
    expect(xml).toContain('<c r="D1" s="1" t="inlineStr">') // the header looks like its neighbour
    expect(xml).toContain('<c r="D2" s="2" t="inlineStr">') // a body cell does not look like a date
  })

  it('writes over cells that hold only a format where formats run to the end of the sheet', async () => {
    const row = (r: number) =>
      `<row r="${r}"><c r="A${r}"><v>${r}</v></c><c r="B${r}" s="0"/><c r="XFD${r}" s="0"/></row>`
    const got = await patchedXml(`<worksheet ${NS}><sheetData>${row(1)}${row(2)}</sheetData></worksheet>`)
    expect(got).toContain(
      '<c r="A2"><v>2</v></c><c r="B2" t="inlineStr"><is><t>已完成</t></is></c><c r="C2"><v>3</v></c><c r="XFD2" s="0"/>',
    )
  })

  it('finds its place beside a title merged over the whole width, and says when there is none', async () => {
    const sheet = (last: string) =>
      `<worksheet ${NS}><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="${last}2"><v>2</v></c></row></sheetData>` +
      '<mergeCells><mergeCell ref="A5:XFD5"/></mergeCells></worksheet>'
    expect(await patchedXml(sheet('B'))).toContain('<c r="C2" t="inlineStr">')
    await expect(patchedXml(sheet('XFD'))).rejects.toThrow(WorkbookRefused)
  })

  it('writes columns of an earlier time again in their place, and empties those no longer wanted', async () => {
    const before = await workbookOf(
      `<worksheet ${NS}><dimension ref="A1:A3"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"/><row r="3"/></sheetData></worksheet>`,
    )
    const once = await patchWorkbook(before, [patch()])
    const earlier = { first: 1, count: 2 }
    const twice = await patchWorkbook(once, [patch({ earlier })])
    expect((await parts(twice)).get(SHEET)?.toString()).toBe((await parts(once)).get(SHEET)?.toString())
    const fewer = await patchWorkbook(once, [
      patch({ earlier, headers: ['日期'], widths: [12], rows: rowsOf({ 2: ['2026-11-02'] }) }),
    ])
    const xml = (await parts(fewer)).get(SHEET)?.toString()
    expect(xml).toContain('<t>日期</t></is></c><c r="C1"/></row>')
    expect(xml).toContain('<t>2026-11-02</t></is></c><c r="C2"/></row>')
  })

  it('gives back, our cells taken out, the sheet that came in, whatever its rows look like', async () => {
    const cell = fc.record({
      style: fc.constantFrom('', ' s="0"', ' s="1"'),
      content: fc.constantFrom('', '<v>1</v>', '<f>A1+1</f><v>2</v>', '<is><t>中 ]]&gt; 文</t></is>'),
      gap: fc.constantFrom('', '\n', '<!-- <c r="Z9"> -->'),
    })
    const row = fc.record({
      cells: fc.array(cell, { maxLength: 5 }),
      isAddressed: fc.boolean(),
      gap: fc.constantFrom('', '\r\n', '  '),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
        const body = rows.map(({ cells, isAddressed, gap }, r) => {
          const inside = cells.map((one, c) => {
            const address = isAddressed ? ` r="${'ABCDE'[c]}${r + 1}"` : ''
            return one.content
              ? `<c${address}${one.style} >${one.content}</c>${one.gap}`
              : `<c${address}${one.style}/>${one.gap}`
          })
          const at = isAddressed ? ` r="${r + 1}"` : ''
          return inside.length > 0 ? `<row${at} >${inside.join('')}</row >${gap}` : `<row${at}></row>${gap}`
        })
        const xml = `<worksheet ${NS}><sheetData>${body.join('')}</sheetData></worksheet>`
        const data = rowsOf(Object.fromEntries(rows.map((_, r) => [r + 1, ['我们的', '列']])))
        const got = await patchedXml(xml, patch({ rows: data }))
        const ours = /<c r="[A-Z]\d+"(?: s="\d")? t="inlineStr"><is><t>(?:我们的|列|完成情况|还差)<\/t><\/is><\/c>/g
        expect(got.match(ours)).toHaveLength(rows.length * 2)
        expect(got.replace(ours, '').replace(/<cols>.*<\/cols>/, '')).toBe(xml)
      }),
      { numRuns: 60 },
    )
  })

  it('keeps what a spreadsheet program finds in a workbook with styles, formulas, merges, rules and pictures', async () => {
    const book = new Excel.Workbook()
    const sheet = book.addWorksheet('名册', { views: [{ state: 'frozen', ySplit: 2 }] })
    sheet.mergeCells('A1:D1')
    sheet.getCell('A1').value = '示例名册'
    sheet.addRow(['企业', '人数', '日期', '合计'])
    for (let r = 3; r <= 6; r += 1) {
      sheet.addRow([`示例${r}`, r, new Date('2026-11-01T00:00:00Z'), { formula: `B${r}*2`, result: r * 2 }])
      sheet.getCell(`D${r}`).border = { top: { style: 'thin' } }
      sheet.getCell(`C${r}`).numFmt = 'yyyy-mm-dd'
    }
    sheet.getRow(5).hidden = true
    sheet.autoFilter = 'A2:D6'
    sheet.getCell('B3').dataValidation = { type: 'whole', operator: 'greaterThan', formulae: [0], allowBlank: true }
    sheet.addConditionalFormatting({
      ref: 'B3:B6',
      rules: [{ type: 'cellIs', operator: 'greaterThan', formulae: [4], priority: 1, style: { font: { bold: true } } }],
    })
    sheet.getCell('A3').note = '批注'
    const before = Buffer.from(await book.xlsx.writeBuffer())
    const rows = rowsOf(Object.fromEntries([3, 4, 5, 6].map((r) => [r, ['已完成', '—']])))
    const after = await patchWorkbook(before, [patch({ headerRow: 2, rows })])
    const [old, now] = [await parts(before), await parts(after)]
    expect([...now.keys()]).toEqual([...old.keys()])
    for (const [name, bytes] of old) if (name !== SHEET) expect(now.get(name)?.equals(bytes), name).toBe(true)

    const again = new Excel.Workbook()
    await again.xlsx.load(after as unknown as ArrayBuffer)
    const read = again.getWorksheet('名册')
    expect(read?.getCell('E2').value).toBe('完成情况')
    expect([3, 4, 5, 6].map((r) => read?.getCell(`E${r}`).value)).toEqual(Array(4).fill('已完成'))
    expect(read?.getCell('E3').style.border).toEqual({ top: { style: 'thin' } })
    expect(read?.getCell('D4').value).toEqual({ formula: 'B4*2', result: 8 })
    expect(read?.getCell('C4').numFmt).toBe('yyyy-mm-dd')
    expect(read?.getRow(5).hidden).toBe(true)
    expect(read?.getCell('B1').isMerged).toBe(true)
    expect(read?.getCell('A3').note).toBeTruthy()
  })

  it('refuses what the reader refuses', async () => {
    const code = (bytes: Buffer) =>
      patchWorkbook(bytes, [patch()]).then(
        () => null,
        (error: unknown) => (error instanceof WorkbookRefused ? error.code : error),
      )
    expect(await code(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe('old-xls')
    expect(await code(await workbookOf('<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'))).toBe('doctype')
    expect(await code(await workbookOf('<worksheet><sheetData><row></sheetData>'))).toBe('truncated')
    expect(await code(await inventedWorkbook([{ name: '别的', rows: [['a']] }]))).toBe('no-sheets')
  })
})
