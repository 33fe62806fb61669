import { describe, expect, it } from 'vitest'
import type { Cell, MergedRange } from '@/domain/roster/sheet'
import { makeUscc } from '@/domain/roster/uscc'
import type { ResultCells } from './result-row'
import { ResultSheetParser } from './result-sheet-parser'

const A = makeUscc('330203', 1)

/** A sheet drawn as rows of texts from row 1; '#' before a text makes it a lost number, '!' an error, '=' a number. */
function parse(rows: string[][], merges: MergedRange[] = []) {
  const kinds: Record<string, Cell['kind']> = { '#': 'lost', '!': 'error', '=': 'number' }
  const parser = new ResultSheetParser('Sheet1', merges)
  const data: ResultCells[] = []
  rows.forEach((texts, i) => {
    const cells = new Map<number, Cell>()
    texts.forEach((text, column) => {
      const kind = kinds[text[0] ?? '']
      if (text !== '') cells.set(column, kind ? { text: text.slice(1), kind } : { text, kind: 'text' })
    })
    data.push(...parser.push({ row: i + 1, cells }))
  })
  data.push(...parser.finish())
  return { data, reading: parser.summary() }
}

const QUESTIONS = [
  '1、您的姓名',
  '2、您所在的企业名称：',
  '3、您的手机号码',
  '4、以下哪些属于研发费用？',
  '5、企业上一年营业收入是多少',
]
const SERVICE = ['序号', '提交答卷时间', '所用时间', '来源', '来源详情', '来自IP']

describe('the export of a questionnaire by text', () => {
  const { data, reading } = parse([
    [...SERVICE, ...QUESTIONS, '总分'],
    [
      '=1',
      '2026/9/12 14:03:22',
      '153秒',
      '微信',
      'N/A',
      '115.1.2.3(浙江-宁波)',
      '张示例',
      '示例精工有限公司',
      '=13900000001',
      '人员工资┋直接投入',
      '(空)',
      '=80',
    ],
    [
      '=2',
      '2026/9/12 14:05:01',
      '98秒',
      '手机提交',
      '直接访问',
      '115.1.2.4(浙江-宁波)',
      '(跳过)',
      '',
      '',
      '(空)',
      '',
      '',
    ],
    [...SERVICE, ...QUESTIONS, '总分'],
  ])

  it('is known by its first columns and proposes what each is for', () => {
    expect(reading).toMatchObject({ source: 'QUESTIONNAIRE', headerRow: 1, dataRows: 2, proposedOn: null })
    expect(reading.columns.map(({ use }) => use)).toEqual([
      'number',
      'submitted-at',
      'unused',
      'unused',
      'unused',
      'unused',
      'person',
      'enterprise',
      'mobile',
      'answer',
      'answer',
      'score',
    ])
    expect(reading.columns[6]).toMatchObject({ column: 6, letters: 'G', header: '1、您的姓名' })
  })

  it('never keeps minutes, source or address, and leaves blanks out', () => {
    expect(data[0]?.cells).toEqual({
      0: '1',
      1: '2026/9/12 14:03:22',
      6: '张示例',
      7: '示例精工有限公司',
      8: '13900000001',
      9: '人员工资┋直接投入',
      11: '80',
    })
    expect(data[1]?.cells).toEqual({ 0: '2', 1: '2026/9/12 14:05:01' })
  })

  it('has the fingerprint of its export by number, where a question of several answers is a column each', () => {
    const byNumber = parse([
      [
        ...SERVICE,
        '1、您的姓名',
        '2、您所在的企业名称:',
        '3、您的手机号码',
        '4、以下哪些属于研发费用？(人员工资)',
        '4、以下哪些属于研发费用？(折旧)',
        '5、企业上一年营业收入是多少',
      ],
      [
        '=1',
        '2026/9/12 14:03:22',
        '153',
        '1',
        '-3',
        '1',
        '张示例',
        '示例精工有限公司',
        '=13900000001',
        '=1',
        '=-3',
        '=-2',
      ],
    ])
    expect(byNumber.reading.fingerprintText).toBe(reading.fingerprintText)
    expect(byNumber.data[0]?.cells).toMatchObject({ 9: '1' })
    expect(Object.keys(byNumber.data[0]?.cells ?? {})).not.toContain('10')
    const other = parse([
      [...SERVICE, ...QUESTIONS.slice(0, 4), '5、别的问题'],
      ['1', '2026/9/12 1:00'],
    ])
    expect(other.reading.fingerprintText).not.toBe(reading.fingerprintText)
  })

  it('knows other services by 编号 and 结束答题时间', () => {
    const { reading: theirs } = parse([
      ['编号', '开始答题时间', '结束答题时间', '答题时长', '1.姓名', '2.单位', '3.联系电话'],
      ['1', '2026-09-12 14:00', '2026-09-12 14:03', '3', '张示例', '示例', '1'],
    ])
    expect(theirs.source).toBe('QUESTIONNAIRE')
    expect(theirs.columns.map(({ use }) => use)).toEqual([
      'number',
      'unused',
      'submitted-at',
      'unused',
      'person',
      'enterprise',
      'mobile',
    ])
  })

  it('prefers what is asked about the reader over what is asked about others', () => {
    const { reading: asked } = parse([
      ['序号', '提交答卷时间', '1、企业负责人姓名', '2、您的姓名'],
      ['1', '2026/9/12 1:00', '甲示例', '乙示例'],
    ])
    expect(asked.columns.map(({ use }) => use)).toEqual(['number', 'submitted-at', 'answer', 'person'])
  })
})

describe('a sign-in sheet', () => {
  const { data, reading } = parse(
    [
      ['海曙区政策培训签到表 2026年9月12日'],
      ['地点：示例会议室'],
      ['序号', '单位', '参训人员', '', '信用代码', '是否合格', '身份证号', '签名'],
      ['', '', '姓名', '联系电话', '', '', '', ''],
      ['1', '示例精工有限公司', '张示例', '13900000001', A, '合格', '330203199001011234', ''],
      ['2', '', '李示例', '#1.39E+17', '!#N/A', '', '', ''],
      ['3', '', '', '', '', '', '', ''],
      ['合计', '2人'],
      ['填表人：某某', '', '', '2026年9月13日'],
    ],
    [
      { top: 3, bottom: 3, left: 2, right: 3 },
      { top: 5, bottom: 6, left: 1, right: 1 },
    ],
  )

  it('is read below its titles, over two levels, with the day of its title proposed', () => {
    expect(reading).toMatchObject({ source: 'SHEET', headerRow: 4, proposedOn: '2026-09-12', fingerprintText: null })
    expect(reading.columns.map(({ use }) => use)).toEqual([
      'number',
      'enterprise',
      'person',
      'mobile',
      'uscc',
      'passed',
      'unused',
      'unused',
    ])
  })

  it('gives a merged enterprise to every row it covers and never keeps an identity number', () => {
    expect(data.map(({ row, cells }) => [row, cells])).toEqual([
      [5, { 0: '1', 1: '示例精工有限公司', 2: '张示例', 3: '13900000001', 4: A, 5: '合格' }],
      [6, { 0: '2', 1: '示例精工有限公司', 2: '李示例', 3: '1.3900E+17' }],
    ])
    expect(data[1]?.problems).toMatchObject([
      { code: 'cell-error', found: '#N/A', column: 'E 信用代码', isWarning: true },
    ])
  })

  it('says of every other row why it is none', () => {
    expect(reading.ignored.map(({ row, because }) => [row, because])).toEqual([
      [1, 'title'],
      [2, 'title'],
      [3, 'header'],
      [4, 'header'],
      [7, 'blank'],
      [8, 'total'],
      [9, 'signature'],
    ])
  })
})

describe('a list of scores', () => {
  it('is known by two columns that say who', () => {
    const { reading } = parse([
      ['姓名', '手机号码', '考试成绩', '考试日期', '备注'],
      ['张示例', '13900000001', '85', '2026-09-12', ''],
    ])
    expect(reading.columns.map(({ use }) => use)).toEqual(['person', 'mobile', 'score', 'day', 'unused'])
  })

  it('is none of ours with only one of them', () => {
    const { data, reading } = parse([
      ['姓名', '成绩'],
      ['张示例', '85'],
    ])
    expect([data.length, reading.columns.length, reading.ignored.length]).toEqual([0, 0, 2])
  })
})

it('reads a block copied without its header by what the columns look like', () => {
  const { data, reading } = parse([
    ['张示例', '示例精工有限公司', '13900000001', '财务'],
    ['李示例', '示例望春机械厂', '13900000002', ''],
  ])
  expect(reading.columns.map(({ use }) => use)).toEqual(['person', 'enterprise', 'mobile', 'unused'])
  expect([data.length, reading.headerRow]).toEqual([2, 0])
})
