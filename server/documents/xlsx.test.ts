import Excel from 'exceljs'
import fc from 'fast-check'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { placeholdersOf } from '@/domain/documents/placeholders'
import { type InventedSheet, inventedWorkbook } from '@/server/files/invented-workbook'
import { fillXlsx, xlsxReport } from './xlsx'

const DATA = {
  单位: '示例局',
  还差企业数: 3,
  还差名单: [
    { 序号: 1, 企业: '示例甲公司', 区域: '一区', 还差事项: '测一测' },
    { 序号: 2, 企业: '=1+1', 区域: '一区', 还差事项: null },
    { 序号: 3, 企业: '示例丙公司', 区域: '二区', 还差事项: '实训' },
  ],
}

/** A template as an office makes it: title, list, totals below, a second sheet that looks at the first, formats. */
async function office(): Promise<Buffer> {
  const book = new Excel.Workbook()
  const page = book.addWorksheet('还差 一览')
  page.getCell('A1').value = { richText: [{ text: '{单' }, { font: { bold: true }, text: '位} 工作简报' }] }
  page.mergeCells('A1:D1')
  page.addRow(['序号', '企业', '还差', '倍'])
  page.addRow(['{#还差名单}{序号}', '{企业}（{区域}）', '{还差事项}{/还差名单}', { formula: 'A3*2+$A$3' }])
  page.getCell('A3').numFmt = '0.00'
  page.mergeCells('E3:F3')
  page.addRow(['合计', null, { formula: 'SUM(A3:A3)' }, { formula: 'C4+1' }])
  page.mergeCells('A4:B4')
  page.addRow(['{还差企业数}', '共{还差企业数}家', ' 不动 '])
  page.addConditionalFormatting({
    ref: 'A3:A3',
    rules: [{ type: 'cellIs', operator: 'greaterThan', formulae: ['1'], style: {}, priority: 1 }],
  })
  page.pageSetup.printArea = 'A1:D5'
  const other = book.addWorksheet('汇总')
  other.addRow([{ formula: "'还差 一览'!C4" }, '{#还差名单}{企业};{/还差名单}', '{^还差名单}无{/还差名单}'])
  return Buffer.from(await book.xlsx.writeBuffer())
}

async function opened(bytes: Buffer) {
  const book = new Excel.Workbook()
  await book.xlsx.load(bytes as unknown as Excel.Buffer)
  return book
}

const TYPES: [string, string] = [
  '[Content_Types].xml',
  '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
]
const handmade = (sheets: InventedSheet[]) => inventedWorkbook(sheets, { extra: [TYPES] })

const rows = (page: Excel.Worksheet | undefined) => {
  const all: unknown[][] = []
  page?.eachRow((row) => {
    all.push(
      (row.values as unknown[])
        .slice(1)
        .map((cell) => (typeof cell === 'object' && cell && 'formula' in cell ? `=${String(cell.formula)}` : cell)),
    )
  })
  return all
}

describe('filling an Excel template', () => {
  it('repeats the row of a list with formats, merged cells and formulas, and moves all that stands below', async () => {
    const book = await opened(await fillXlsx(await office(), DATA))
    const page = book.getWorksheet('还差 一览')
    const text = (row: number) => page?.getRow(row).getCell(1).text
    expect(text(1)).toBe('示例局 工作简报')
    expect(
      rows(page)
        .slice(1)
        .map((row) => row.slice(0, 4)),
    ).toEqual([
      ['序号', '企业', '还差', '倍'],
      [1, '示例甲公司（一区）', '测一测', '=A3*2+$A$3'],
      [2, "'=1+1（一区）", undefined, '=A4*2+$A$3'],
      [3, '示例丙公司（二区）', '实训', '=A5*2+$A$3'],
      ['合计', '合计', '=SUM(A3:A5)', '=C6+1'],
      [3, '共3家', ' 不动 '],
    ])
    expect([3, 4, 5].map((row) => page?.getRow(row).getCell(1).numFmt)).toEqual(['0.00', '0.00', '0.00'])
    expect(new Set(page?.model.merges)).toEqual(new Set(['A1:D1', 'E3:F3', 'E4:F4', 'E5:F5', 'A6:B6']))
    expect(page?.pageSetup.printArea).toBe('A1:D7')
    expect(
      (page as unknown as { conditionalFormattings: { ref: string }[] }).conditionalFormattings.map(({ ref }) => ref),
    ).toEqual(['A3:A5'])
    expect(rows(book.getWorksheet('汇总'))).toEqual([["='还差 一览'!C6", '示例甲公司;=1+1;示例丙公司;']])
    expect(page?.getCell('A1').value).toEqual({
      richText: [{ text: '示例局' }, expect.objectContaining({ text: ' 工作简报' })],
    })
  })

  it('leaves one blank row for an empty list, so that totals stay whole', async () => {
    const book = await opened(await fillXlsx(await office(), { ...DATA, 还差名单: [] }))
    const page = book.getWorksheet('还差 一览')
    expect(
      rows(page)
        .slice(2)
        .map((row) => row.slice(0, 4)),
    ).toEqual([
      [undefined, '（）', undefined, '=A3*2+$A$3'],
      ['合计', '合计', '=SUM(A3:A3)', '=C4+1'],
      [3, '共3家', ' 不动 '],
    ])
    expect(rows(book.getWorksheet('汇总'))[0]).toEqual(["='还差 一览'!C4", undefined, '无'])
  })

  it('leaves out rows in which only the ends of a list stand', async () => {
    const sheet = [
      ['标题'],
      ['{#还差名单}'],
      ['{序号}', '{企业}'],
      ['{还差事项}'],
      ['{/还差名单}'],
      ['{^还差名单}'],
      ['都完成了'],
      ['{/还差名单}'],
      ['末行'],
    ]
    const template = await handmade([{ name: '表', rows: sheet }])
    expect(rows((await opened(await fillXlsx(template, DATA))).worksheets[0])).toEqual([
      ['标题'],
      [1, '示例甲公司'],
      ['测一测'],
      [2, "'=1+1"],
      [3, '示例丙公司'],
      ['实训'],
      ['末行'],
    ])
    expect(rows((await opened(await fillXlsx(template, { 还差名单: [] }))).worksheets[0])).toEqual([
      ['标题'],
      ['都完成了'],
      ['末行'],
    ])
  })

  it('keeps blank rows between the ends of a list, also those that the file does not write', async () => {
    const formula = { attributes: '', content: '<f>SUM(A4:A4)</f>' }
    const sheet = [['{#还差名单}'], [null], [null], ['{序号}'], ['{/还差名单}'], [formula]]
    const template = (await handmade([{ name: '表', rows: sheet }])) as Buffer
    const zip = await JSZip.loadAsync(template)
    const xml = (await zip.file('xl/worksheets/sheet1.xml')?.async('string')) ?? ''
    zip.file('xl/worksheets/sheet1.xml', xml.replace(/<row r="[23]"><\/row>/g, ''))
    const book = await opened(await fillXlsx(await zip.generateAsync({ type: 'nodebuffer' }), DATA))
    const at = ['A1', 'A3', 'A6', 'A9', 'A10'].map((address) => book.worksheets[0]?.getCell(address))
    expect(at.slice(0, 4).map((cell) => cell?.value)).toEqual([null, 1, 2, 3])
    expect(at[4]?.formula).toBe('SUM(A3:A9)')
  })

  it('writes out formulas that cells share before it moves them', async () => {
    const shared = (more: string, inside = '') => ({
      attributes: '',
      content: `<f t="shared" si="0"${more}>${inside}</f><v>1</v>`,
    })
    const template = await handmade([
      {
        name: '表',
        rows: [
          ['{#还差名单}{序号}', shared(' ref="B1:B3"', 'A1*2'), '{/还差名单}'],
          ['5', shared('')],
          ['6', shared('')],
        ],
      },
    ])
    const book = await opened(await fillXlsx(template, DATA))
    expect(rows(book.worksheets[0]).map((row) => row[1])).toEqual(['=A1*2', '=A2*2', '=A3*2', '=A4*2', '=A5*2'])
  })

  it('brings any text back as a text', async () => {
    const template = await handmade([{ name: '表', rows: [['{单位}', '前{单位}', '{#还差名单}{企业}{/还差名单}']] }])
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 30 }), async (text) => {
        const xml = await JSZip.loadAsync(await fillXlsx(template, { 单位: text, 还差名单: [{ 企业: text }] }))
        const sheet = (await xml.file('xl/worksheets/sheet1.xml')?.async('string')) ?? ''
        expect(sheet).not.toContain('<f')
        const book = await opened(await xml.generateAsync({ type: 'nodebuffer' }))
        const kept = [...text.replace(/\r\n?/g, '\n')].filter(isCarried).join('')
        const guarded = /^[=+\-@\t\r＝＋－＠]/.test(kept) ? `'${kept}` : kept
        const cells = ['A1', 'B1', 'C1'].map(
          (at) => book.worksheets[0]?.getCell(at).text.replaceAll('_x005F_x', '_x') ?? '',
        )
        expect(cells).toEqual([guarded, `前${kept}`, guarded])
      }),
      { numRuns: 40, examples: [['=cmd|1'], ['<v>&amp;"'], ['😀{单位}'], [' a\nb '], ['\0'], ['_x0041_']] },
    )
  })
})

const isCarried = (sign: string) => {
  const code = sign.codePointAt(0) ?? 0
  return (
    code === 9 || code === 10 || (code >= 32 && code < 0xd800) || (code > 0xdfff && code !== 0xfffe && code !== 0xffff)
  )
}

describe('the problems of an Excel template', () => {
  it('are none in a sound one, and its placeholders are listed', async () => {
    const { problems, placeholders } = await xlsxReport(await office(), placeholdersOf('BULLETIN'))
    expect(problems).toEqual([])
    expect(placeholders).toEqual(['单位', '还差名单', '序号', '企业', '区域', '还差事项', '还差企业数'])
  })

  it('name each broken placeholder with its sheet and cell', async () => {
    const formula = { attributes: '', content: '<f>"{单位}"&amp;SUM({1,2})</f><v>1</v>' }
    const template = await handmade([
      { name: '表一', rows: [['{单立}', null, '{单位'], [formula, '{企业}'], ['{#还差名单}{序号}']] },
      { name: '表二', rows: [['{#还差名单}{企业}', '{/还差名单}', '{#各区域}{区域}', '{/各区域}'], ['{/还差名单}']] },
      { name: '表三', rows: [['{#还差名单}{企业}', '{/还差名单}', '{#各区域}{区域}', '{/各区域}']] },
    ])
    const { problems } = await xlsxReport(template, placeholdersOf('BULLETIN'))
    expect(
      problems.map(({ code, found, place }) => `${code} ${found} ${place.cell?.sheet} ${place.cell?.address}`),
    ).toEqual([
      'unknown {单立} 表一 A1',
      'unclosed {单位 表一 C1',
      'outside-list {企业} 表一 B2',
      'list-unclosed {#还差名单} 表一 A3',
      'in-formula {单位} 表一 A2',
      'list-unopened {/还差名单} 表二 A2',
      'lists-in-one-row {#各区域} 表三 C1',
    ])
  })
})
