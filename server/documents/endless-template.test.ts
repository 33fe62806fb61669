import { describe, expect, it } from 'vitest'
import { MAX_PROBLEMS } from '@/domain/documents/problem-tally'
import { placeholdersOf } from '@/domain/documents/placeholders'
import { inventedWorkbook } from '@/server/files/invented-workbook'
import { MAX_PARAGRAPHS, MAX_ROWS, MAX_TAGS } from './document-refusal'
import { docxReport } from './docx'
import { inventedDocx, paragraph } from './invented-docx'
import type { OfficeParts } from './office-parts'
import { withoutAttachedTemplate } from './outside-content'
import { movesOf } from './row-moves'
import { xlsxReport } from './xlsx'
import { planRows } from './xlsx-plan'
import { forgetResults } from './xlsx-results'
import { elements, sharedStrings } from './xlsx-sheet'
import { movedSurroundings } from './xlsx-surroundings'

const KNOWN = placeholdersOf('LETTER')
const workbook = (rows: string[][]) =>
  inventedWorkbook([{ name: '表', rows }], {
    extra: [
      [
        '[Content_Types].xml',
        '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
      ],
    ],
  })
const refusal = (report: Promise<unknown>) =>
  report.then(
    () => 'taken',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  )

/* Each of these keeps one that goes back and forth in it busy for hours; whoever reads it once is done at once. */
describe('a template made to keep its reader busy', () => {
  it('has its problems counted, and the first of them kept', async () => {
    const report = await docxReport(await inventedDocx(paragraph('}'.repeat(100_000))), KNOWN)
    expect(report.problemCount).toBe(100_000)
    expect(report.problems).toHaveLength(MAX_PROBLEMS)
    const sheet = await xlsxReport(await workbook([['}'.repeat(30_000)]]), null)
    expect([sheet.problemCount, sheet.problems.length]).toEqual([30_000, MAX_PROBLEMS])
  })

  it('is looked at as far as fifty open lists', async () => {
    const open = await docxReport(await inventedDocx(paragraph('{#a}').repeat(4_000)), null)
    // 49 lists in lists, the one too many, and nothing after it; none of the fifty ends.
    expect(open.problemCount).toBe(50)
    expect(open.problems.at(-1)).toMatchObject({ code: 'too-many-open', place: { paragraph: 51 } })
  })

  it('has no more paragraphs, placeholders or rows than an honest one', async () => {
    const paragraphs = (count: number) => inventedDocx('<w:p/>'.repeat(count))
    expect(await refusal(docxReport(await paragraphs(MAX_PARAGRAPHS), null))).toBe('taken')
    expect(await refusal(docxReport(await paragraphs(MAX_PARAGRAPHS + 1), null))).toBe('too-many-paragraphs')
    const split = await inventedDocx('<w:p/>'.repeat(3_000), { header: '<w:p/>'.repeat(3_000) })
    expect(await refusal(docxReport(split, null))).toBe('too-many-paragraphs')
    const tags = await inventedDocx(paragraph('{单位}'.repeat(MAX_TAGS + 1)))
    expect(await refusal(docxReport(tags, null))).toBe('too-many-placeholders')
    const cell = await workbook([['{单位}'.repeat(MAX_TAGS + 1)]])
    expect(await refusal(xlsxReport(cell, null))).toBe('too-many-placeholders')
    const rows = await workbook(Array.from({ length: MAX_ROWS + 1 }, () => ['x']))
    expect(await refusal(xlsxReport(rows, null))).toBe('too-many-rows')
  })

  it('hides beginnings of links in a comment', async () => {
    const hidden = `<!-- ${'<Relationship /attachedTemplate" '.repeat(100_000)} -->`
    const link = '<Relationship Id="x1" Type="t/attachedTemplate" Target="a.dotm"><a/></Relationship>'
    const xml = (inside: string) =>
      `<Relationships>${hidden}${inside}<Relationship Id="x2" Type="t/image"/></Relationships>`
    const name = 'word/_rels/settings.xml.rels'
    const parts: OfficeParts = new Map([[name, Buffer.from(xml(link))]])
    expect(await withoutAttachedTemplate(parts)).toBe(true)
    expect(parts.get(name)?.toString() === xml('')).toBe(true)
    expect(await withoutAttachedTemplate(parts)).toBe(false)
  })

  it('has elements that only seem to be open, and a merged range over and over in an attribute', async () => {
    const seeming = (name: string) => `<${name} a=">"/>`.repeat(60_000)
    expect(elements(`${seeming('row')}<row r="1">x</row>`, 'row')).toHaveLength(60_001)
    expect(elements(`<row b="/" a='>'>x</row><rows/>${'<row>'.repeat(60_000)}`, 'row')).toMatchObject([
      { attributes: ` b="/" a='>'`, inside: 'x' },
    ])
    expect(sharedStrings(`<sst><si>${seeming('rPh')}<t>单位</t><rPh sb="0"><t>dan</t></rPh></si></sst>`)).toEqual([
      [{ format: '', text: '单位' }],
    ])
    const head = `<mergeCells><mergeCell a='${' ref="A1:B1"'.repeat(60_000)}'><b/></mergeCell></mergeCells>`
    const blocks = [{ from: 1, to: 1, list: '表', isForNone: false }]
    const line = { row: 1, attributes: '', cells: [] }
    const plan = planRows([line], blocks, { 表: [{}, {}] })
    const moves = movesOf('表', blocks, plan)
    expect(movedSurroundings(head, moves, [moves], plan.planned)).toContain('<b/></mergeCell></mergeCells>')
  })

  it('repeats a name in an attribute', async () => {
    const busy = `<Override a='${'calcChain.xml"'.repeat(200_000)}'><b/></Override>`
    const own = '<Override PartName="/xl/calcChain.xml" ContentType="t"/>'
    const rels = 'xl/_rels/workbook.xml.rels'
    const busyRel = `<Relationship a='${'/calcChain"'.repeat(200_000)}'><b/></Relationship>`
    const parts: OfficeParts = new Map([
      ['[Content_Types].xml', Buffer.from(`<Types>${busy}${own}</Types>`)],
      [rels, Buffer.from(`<Relationships>${busyRel}<Relationship Type="t/calcChain"/></Relationships>`)],
      ['xl/workbook.xml', Buffer.from(`<workbook><sheets/>${'<a></a>'.repeat(100_000)}<calcPr x=">"/></workbook>`)],
      ['xl/calcChain.xml', Buffer.from('<calcChain/>')],
    ])
    await forgetResults(parts, 'xl/workbook.xml')
    const text = (name: string) => parts.get(name)?.toString() ?? ''
    expect(text('[Content_Types].xml') === `<Types>${busy}</Types>`).toBe(true)
    expect(text(rels) === `<Relationships>${busyRel}</Relationships>`).toBe(true)
    expect(text('xl/workbook.xml')).toMatch(/^<workbook><sheets\/><calcPr calcId="191029" fullCalcOnLoad="1"\/><a>/)
    expect(text('xl/workbook.xml')).not.toContain('x=">"')
    expect(parts.has('xl/calcChain.xml')).toBe(false)
  })
})
