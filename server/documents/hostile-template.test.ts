import { randomBytes } from 'node:crypto'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { inventedWorkbook } from '@/server/files/invented-workbook'
import { docxReport, fillDocx } from './docx'
import { inventedDocx, paragraph } from './invented-docx'
import { readOfficeParts } from './office-parts'
import { xlsxReport } from './xlsx'

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const external = (type: string, target: string) =>
  `<Relationship Id="x1" Type="${REL}/${type}" Target="${target}" TargetMode="External"/>`

const refusal = async (bytes: Buffer | Promise<Buffer>, format: 'DOCX' | 'XLSX' = 'DOCX') =>
  readOfficeParts(await bytes, format).then(
    () => 'taken',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  )
const field = (...codes: string[]) =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${codes.map((code) => `<w:r><w:instrText>${code}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`

describe('a template that is not taken', () => {
  it('is no Word document', async () => {
    expect(await refusal(Buffer.alloc(0))).toBe('empty-file')
    expect(await refusal(Buffer.from('<html><body>公文</body></html>'))).toBe('html-renamed')
    expect(await refusal(Buffer.from('d0cf11e0a1b11ae1'.padEnd(2000, '0'), 'hex'))).toBe('old-xls')
    expect(await refusal(inventedWorkbook([{ name: '表', rows: [['单位']] }]))).toBe('not-a-document')
    expect(await refusal(inventedDocx(paragraph('x')), 'XLSX')).toBe('not-a-sheet')
    const docx = await inventedDocx(paragraph('单位'))
    expect(await refusal(docx.subarray(0, docx.length - 40))).toBe('truncated')
    expect(await refusal(inventedDocx('<w:p>'))).toBe('truncated')
  })

  it('is larger than 10 MB, or blows up', async () => {
    expect(await refusal(Buffer.alloc(10 * 1024 * 1024 + 1))).toBe('too-large')
    const bomb: [string, string][] = [['word/media/a.png', 'a'.repeat(3 * 1024 * 1024)]]
    expect(await refusal(inventedDocx(paragraph('x'), { extra: bomb }))).toBe('too-large-inside')
    const long = paragraph(randomBytes(65_000).toString('hex').repeat(100))
    expect(await refusal(inventedDocx(long))).toBe('too-large-inside')
    const parts = Array.from({ length: 200 }, (_, i) => [`word/media/${i}.png`, 'x'] as [string, string])
    expect(await refusal(inventedDocx(paragraph('x'), { extra: parts }))).toBe('too-many-parts')
  })

  it('has a document type declaration in any XML part', async () => {
    const prolog = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
    expect(await refusal(inventedDocx(paragraph('x'), { prolog }))).toBe('doctype')
    const extra: [string, string][] = [['customXml/item1.xml', `${prolog}<a>&b;</a>`]]
    expect(await refusal(inventedDocx(paragraph('x'), { extra }))).toBe('doctype')
  })

  it('carries macros, programs or files', async () => {
    const mainType = 'application/vnd.ms-word.document.macroEnabled.main+xml'
    expect(await refusal(inventedDocx(paragraph('x'), { mainType }))).toBe('macro')
    expect(await refusal(inventedDocx(paragraph('x'), { extra: [['word/vbaProject.bin', 'x']] }))).toBe('macro')
    for (const path of ['word/embeddings/oleObject1.bin', 'word/activeX/activeX1.xml', 'word/embeddings/a.xlsx'])
      expect(await refusal(inventedDocx(paragraph('x'), { extra: [[path, '<a/>']] }))).toBe('embedded-object')
    const chunk = `<Relationship Id="x1" Type="${REL}/aFChunk" Target="part.html"/>`
    expect(await refusal(inventedDocx(paragraph('x'), { relations: chunk }))).toBe('embedded-object')
  })

  it('fetches from elsewhere: pictures, files, data', async () => {
    const linked = [
      external('image', 'http://192.0.2.1/a.png'),
      external('hyperlink', 'file:///etc/passwd'),
      external('hyperlink', '\\\\192.0.2.1\\share'),
      `<Relationship Id="x1" Type="${REL}/image" Target="//192.0.2.1/a.png"/>`,
      external('frame', 'http://192.0.2.1/'),
    ]
    for (const relations of linked)
      expect(await refusal(inventedDocx(paragraph('x'), { relations }))).toBe('linked-content')
    expect(await refusal(inventedDocx(field(' DD', 'EAUTO c:\\\\x ')))).toBe('fetching-field')
    expect(await refusal(inventedDocx('<w:p><w:fldSimple w:instr=" includetext &quot;a&quot; "/></w:p>'))).toBe(
      'fetching-field',
    )
  })

  it('leaves its folder', async () => {
    const zip = await JSZip.loadAsync(await inventedDocx(paragraph('x')))
    zip.file('aa/evil.xml', '<a/>')
    const bytes = await zip.generateAsync({ type: 'nodebuffer' })
    const slipped = Buffer.from(bytes.toString('latin1').replaceAll('aa/evil.xml', '../evil.xml'), 'latin1')
    expect(await refusal(slipped)).toBe('suspicious-names')
  })
})

describe('what only one reader would see', () => {
  it('is not hidden: comments go, CDATA and numbered signs are read as the text they are', async () => {
    const t = (inside: string) => `<w:p><w:r><w:t>${inside}</w:t></w:r></w:p>`
    const docx = await inventedDocx(
      `<!-- ${t('{@单位}')} -->${t('&#123;单位&#x7D;')}${t('<![CDATA[{单位}<]]>')}${t('<!-- { -->无')}`,
    )
    expect((await docxReport(docx, null)).placeholders).toEqual(['单位'])
    const { parts } = await readOfficeParts(await fillDocx(docx, { 单位: '局' }), 'DOCX')
    const xml = parts.get('word/document.xml')?.toString() ?? ''
    expect(xml.match(/局/g)).toHaveLength(2)
    expect(xml).not.toContain('@')
  })

  it('does not make a sheet slow: unclosed tags in comments are nothing', async () => {
    const extra: [string, string][] = [
      [
        '[Content_Types].xml',
        '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
      ],
    ]
    const tail = `<!-- ${'<row><c>'.repeat(100_000)} -->`
    const report = await xlsxReport(await inventedWorkbook([{ name: '表', rows: [['{单位}']], tail }], { extra }), null)
    expect(report.placeholders).toEqual(['单位'])
  })
})

describe('a template that is taken', () => {
  it('may link to web pages, count pages, and have been attached to a .dotm, which is forgotten', async () => {
    expect(
      await refusal(inventedDocx(paragraph('x'), { relations: external('hyperlink', 'https://example.org/') })),
    ).toBe('taken')
    expect(await refusal(inventedDocx(field(' PAGE ')))).toBe('taken')
    const docx = await inventedDocx(paragraph('x'), {
      extra: [
        [
          'word/settings.xml',
          '<w:settings xmlns:w="w" xmlns:r="r"><w:zoom/><w:attachedTemplate r:id="x1"/></w:settings>',
        ],
        [
          'word/_rels/settings.xml.rels',
          `<Relationships>${external('attachedTemplate', 'file:///C:\\x\\公文.dotm')}</Relationships>`,
        ],
      ],
    })
    expect((await docxReport(docx, null)).hadAttachedTemplate).toBe(true)
    const { parts } = await readOfficeParts(docx, 'DOCX')
    expect(parts.get('word/settings.xml')?.toString()).toBe(
      '<w:settings xmlns:w="w" xmlns:r="r"><w:zoom/></w:settings>',
    )
    expect(parts.get('word/_rels/settings.xml.rels')?.toString()).toBe('<Relationships></Relationships>')
  })
})
