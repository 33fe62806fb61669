import fc from 'fast-check'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import type { PlaceholderSpec } from '@/domain/documents/placeholder-spec'
import { docxReport, fillDocx } from './docx'
import { docxTexts } from './docx-texts'
import { inventedDocx, paragraph, table } from './invented-docx'

const KNOWN: PlaceholderSpec[] = [
  { kind: 'text', name: '单位', meaning: 'm', example: '示例局' },
  { kind: 'number', name: '培训还差', meaning: 'm', example: 3 },
  {
    kind: 'list',
    name: '还差名单',
    meaning: 'm',
    columns: [
      { kind: 'number', name: '序号', meaning: 'm', example: 1 },
      { kind: 'text', name: '企业', meaning: 'm', example: '示例' },
    ],
    examples: [],
  },
  {
    kind: 'list',
    name: '各区域',
    meaning: 'm',
    columns: [{ kind: 'text', name: '区域', meaning: 'm', example: '' }],
    examples: [],
  },
]

async function partText(docx: Buffer, path: string): Promise<string[]> {
  const file = (await JSZip.loadAsync(docx)).file(path)
  if (!file) throw new Error(`no ${path}`)
  return (await docxTexts(await file.async('nodebuffer'), 'body')).map(({ text }) => text)
}

const found = async (docx: Buffer) =>
  (await docxReport(docx, KNOWN)).problems.map(({ code, found: what, expected, place }) => ({
    code,
    what,
    expected,
    at: `${place.part} ${place.paragraph}${place.table ? ` T${place.table.table}R${place.table.row}C${place.table.cell}` : ''}`,
  }))

/** The signs that XML 1.0 can hold. */
const isCarried = (sign: string) => {
  const code = sign.codePointAt(0) ?? 0
  return (
    code === 9 || code === 10 || (code >= 32 && code < 0xd800) || (code > 0xdfff && code !== 0xfffe && code !== 0xffff)
  )
}

describe('filling a Word template', () => {
  it('fills body, header and footer, also where formatting splits a placeholder', async () => {
    const docx = await inventedDocx(paragraph('单位：{', '单', '位}，还差{培训还差}家'), {
      header: paragraph('{单位}'),
      footer: paragraph('{期间}'),
    })
    const filled = await fillDocx(docx, { 单位: '示例市科技局', 培训还差: 3, 期间: null })
    expect(await partText(filled, 'word/document.xml')).toEqual(['单位：示例市科技局，还差3家'])
    expect(await partText(filled, 'word/header1.xml')).toEqual(['示例市科技局'])
    expect(await partText(filled, 'word/footer1.xml')).toEqual([''])
  })

  it('reads the braces of a Chinese input method like the others', async () => {
    const docx = await inventedDocx(paragraph('｛单位｝与｛', '＃还差名单｝{企业};｛／还差名单}'))
    const filled = await fillDocx(docx, { 单位: '局', 还差名单: [{ 企业: '甲' }, { 企业: '乙' }] })
    expect(await partText(filled, 'word/document.xml')).toEqual(['局与甲;乙;'])
  })

  it('repeats a table row for each row of a list, paragraphs between two lines likewise, and has words for none', async () => {
    const docx = await inventedDocx(
      table(['序号', '企业'], ['{#还差名单}{序号}', '{企业}{/还差名单}']) +
        paragraph('{#还差名单}') +
        paragraph('企业 {企业}，{单位}') +
        paragraph('{/还差名单}') +
        paragraph('{^还差名单}全部完成{/还差名单}'),
    )
    const rows = [
      { 序号: 1, 企业: '示例甲公司' },
      { 序号: 2, 企业: null },
    ]
    expect(await partText(await fillDocx(docx, { 单位: '局', 还差名单: rows }), 'word/document.xml')).toEqual([
      '序号',
      '企业',
      '1',
      '示例甲公司',
      '2',
      '',
      '企业 示例甲公司，局',
      '企业 ，局',
      '',
    ])
    expect(await partText(await fillDocx(docx, { 还差名单: [] }), 'word/document.xml')).toEqual([
      '序号',
      '企业',
      '全部完成',
    ])
  })

  it('brings any text back as it was given', async () => {
    const docx = await inventedDocx(paragraph('前{单位}后') + table(['{#还差名单}{企业}{/还差名单}']))
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (text) => {
        const filled = await fillDocx(docx, { 单位: text, 还差名单: [{ 企业: text }] })
        const kept = [...text.replace(/\r\n?/g, '\n')].filter(isCarried).join('')
        expect(await partText(filled, 'word/document.xml')).toEqual([`前${kept}后`, kept])
      }),
      {
        numRuns: 40,
        examples: [
          ['=1+1'],
          ['{单位}{#还差名单}'],
          ['<w:t>&amp;"\''],
          ['\0a\tb\nc'],
          ['😀𠮷'],
          ['{{@raw}}'],
          [' 空 格 '],
        ],
      },
    )
  })

  it('reaches nothing that a name only inherits', async () => {
    const docx = await inventedDocx(paragraph('[{constructor}{__proto__}{toString}]'))
    expect(await partText(await fillDocx(docx, {}), 'word/document.xml')).toEqual(['[]'])
  })

  it('leaves every part without placeholders as it was, to the byte', async () => {
    const styles = '<?xml version="1.0"?><w:styles xmlns:w="x" >\r\n <!-- {单位} --></w:styles>'
    const docx = await inventedDocx(paragraph('{单位}'), {
      extra: [
        ['word/styles.xml', styles],
        ['docProps/core.xml', '<a>{@x}</a>'],
      ],
    })
    const zip = await JSZip.loadAsync(await fillDocx(docx, { 单位: '局' }))
    expect(await zip.file('word/styles.xml')?.async('string')).toBe(styles)
    expect(await zip.file('docProps/core.xml')?.async('string')).toBe('<a>{@x}</a>')
  })

  it('is not filled while a placeholder is broken', async () => {
    await expect(fillDocx(await inventedDocx(paragraph('{单位')), {})).rejects.toThrow('unclosed')
    await expect(fillDocx(await inventedDocx(paragraph('{@单位}')), {})).rejects.toThrow('bad-name')
  })
})

describe('the problems of a Word template', () => {
  it('are none in a sound one, and its placeholders are listed', async () => {
    const docx = await inventedDocx(paragraph('{单位}') + table(['{#还差名单}{序号}', '{企业}{单位}{/还差名单}']))
    expect(await docxReport(docx, KNOWN)).toEqual({
      problems: [],
      problemCount: 0,
      placeholders: ['单位', '还差名单', '序号', '企业'],
      hadAttachedTemplate: false,
    })
  })

  it('name each broken placeholder with its paragraph', async () => {
    const docx = await inventedDocx(
      paragraph('第一段') +
        paragraph('{单立}') +
        paragraph('{单位') +
        paragraph('单位}') +
        paragraph('{}{a b}{{单位}}') +
        paragraph('{企业}') +
        paragraph('{还差名单}') +
        paragraph('{#单位}x{/单位}'),
    )
    expect(await found(docx)).toEqual([
      { code: 'unknown', what: '{单立}', expected: '{单位}', at: 'body 2' },
      { code: 'unclosed', what: '{单位', expected: '', at: 'body 3' },
      { code: 'unopened', what: '单位}', expected: '', at: 'body 4' },
      { code: 'empty', what: '{}', expected: '', at: 'body 5' },
      { code: 'bad-name', what: '{a b}', expected: '', at: 'body 5' },
      { code: 'unclosed', what: '{', expected: '', at: 'body 5' },
      { code: 'unopened', what: '{}{a b}{{单位}}', expected: '', at: 'body 5' },
      { code: 'outside-list', what: '{企业}', expected: '{#还差名单}…{/还差名单}', at: 'body 6' },
      { code: 'list-without-loop', what: '{还差名单}', expected: '{#还差名单}…{/还差名单}', at: 'body 7' },
      { code: 'not-a-list', what: '{#单位}', expected: '{单位}', at: 'body 8' },
    ])
  })

  it('name lists that do not end, cross each other or leave their table', async () => {
    const docx = await inventedDocx(
      paragraph('{#还差名单}') +
        table(['{#各区域}', '{/还差名单}', '{/各区域}']) +
        paragraph('{/还差名单}') +
        table(['标题'], ['{#各区域}{区域}']) +
        paragraph('{/各区域}') +
        paragraph('{#还差名单}'),
      { footer: paragraph('{/各区域}') },
    )
    expect(await found(docx)).toEqual([
      { code: 'nested-list', what: '{#各区域}', expected: '{/还差名单}', at: 'body 2 T1R1C1' },
      { code: 'list-crossed', what: '{/还差名单}', expected: '{/各区域}', at: 'body 3 T1R1C2' },
      { code: 'list-unopened', what: '{/还差名单}', expected: '{#还差名单}', at: 'body 5' },
      { code: 'list-across', what: '{/各区域}', expected: '{#各区域}', at: 'body 8' },
      { code: 'list-unclosed', what: '{#还差名单}', expected: '{/还差名单}', at: 'body 9' },
      { code: 'list-unopened', what: '{/各区域}', expected: '{#各区域}', at: 'footer 1' },
    ])
  })

  it('hold what only the filling library sees, at its paragraph', async () => {
    const docx = await inventedDocx(paragraph('一') + table(['{#还差名单}X', '{/还差名单}{#各区域}Y{/各区域}']))
    const problems = await found(docx)
    expect(problems.map(({ code, at }) => `${code} ${at}`)).toEqual(['not-fillable body 3 T1R1C2'])
  })
})
