import { describe, expect, it } from 'vitest'
import type { ParsedRow } from './read-row'
import type { Cell, MergedRange } from './sheet'
import { SheetParser } from './sheet-parser'
import { makeUscc } from './uscc'

const A = makeUscc('330203', 1)
const B = makeUscc('330203', 2)

/** A sheet drawn as rows of texts; numbers of rows start at 1. A '#' before a text makes it a lost number. */
function parse(rows: string[][], merges: MergedRange[] = []) {
  const parser = new SheetParser('名册', merges)
  const parsed: ParsedRow[] = []
  rows.forEach((texts, i) => {
    const cells = new Map<number, Cell>()
    texts.forEach((text, c) => {
      if (text !== '')
        cells.set(c, text.startsWith('#') ? { text: text.slice(1), kind: 'lost' } : { text, kind: 'text' })
    })
    parsed.push(...parser.push({ row: i + 1, cells }))
  })
  parsed.push(...parser.finish())
  return { parsed, summary: parser.summary() }
}

describe('our own template', () => {
  const note = '一行一家企业；有几位经办人就填几组。示例行可以留着，导入时会略过。'
  const names = [
    '企业名称',
    '统一社会信用代码',
    '区（县、市）',
    '负责人姓名',
    '负责人手机',
    '经办人1姓名',
    '经办人1手机',
  ]
  const row = ['示例甲有限公司', A.slice(0, 17), '海曙区', '张三', '13800138000', '李四', '13900139000']
  const over = (right: number) => [{ top: 1, bottom: 1, left: 0, right }]

  it.each([
    ['note merged over all columns', note, over(6)],
    ['note merged over most columns', note, over(4)],
    ['note in one cell', note, []],
    ['short title merged over all columns', '企业名册', over(6)],
    ['short title in one cell', '企业名册', []],
  ])('does not take its %s for the upper level of the header', (_, title, merges) => {
    const { parsed, summary } = parse([[title], names, row], merges)
    expect(summary.header?.columns.map(({ header }) => header)).toEqual(
      names.map((name) => name.replace('（县、市）', '(县、市)')),
    )
    expect(summary.ignored.map(({ row: at, because }) => [at, because])).toEqual([
      [1, 'title'],
      [2, 'header'],
    ])
    expect(parsed[0]?.problems.map(({ column }) => column)).toEqual(['B 统一社会信用代码'])
  })

  it('still reads one group over its two columns as an upper level', () => {
    const { summary } = parse(
      [
        ['', '', '经办人', ''],
        ['企业名称', '信用代码', '姓名', '手机'],
        ['示例甲有限公司', A, '李四', ''],
      ],
      [{ top: 1, bottom: 1, left: 2, right: 3 }],
    )
    expect(summary.header?.columns.map(({ header }) => header)).toEqual([
      '企业名称',
      '信用代码',
      '经办人/姓名',
      '经办人/手机',
    ])
  })
})

describe('a bureau sheet', () => {
  const { parsed, summary } = parse(
    [
      ['宁波市研发重点企业名册', '', '', '', '', '', '', '', '', ''],
      ['填报单位：海曙区科技局', '', '', '', '', '', '', '2026年11月'],
      ['序号', '单位名称', '统一信用代码', '区(县、市)', '镇(街道)', '企业负责人', '', '经办人', '', ''],
      ['', '', '', '', '', '姓名', '联系方式', '姓名', '手机', '岗位'],
      [
        '1',
        '示例甲（宁波）有限公司',
        ` ${A.toLowerCase()} `,
        '海曙',
        '高桥镇',
        '张 三',
        '13800138000',
        '李四、王五',
        '13900139000、13700137000',
        '财务',
      ],
      ['2', '示例乙有限公司', B, '', '', '赵六', '13600136000', '钱七', '13500135000', ''],
      ['小计', '2家'],
      ['填表人：某某', '', '', '', '审核人：某某'],
    ],
    [
      { top: 5, bottom: 6, left: 4, right: 4 },
      { top: 5, bottom: 6, left: 3, right: 3 },
      { top: 3, bottom: 3, left: 5, right: 6 },
    ],
  )

  it('is read below titles and a header of two levels', () => {
    expect(summary.header?.columns.map(({ use }) => use)).toEqual([
      { field: 'seq' },
      { field: 'name' },
      { field: 'uscc' },
      { field: 'county' },
      { field: 'township' },
      { field: 'head', part: 'name' },
      { field: 'head', part: 'mobile' },
      { field: 'clerk', part: 'name', group: 1 },
      { field: 'clerk', part: 'mobile', group: 1 },
      { field: 'clerk', part: 'post', group: 1 },
    ])
    expect(parsed).toHaveLength(2)
    expect(parsed[0]).toMatchObject({
      name: '示例甲（宁波）有限公司',
      uscc: A,
      head: { name: '张三' },
      problems: [],
      clerks: [
        { name: '李四', mobile: '13900139000', post: '财务' },
        { name: '王五', mobile: '13700137000', post: '财务' },
      ],
    })
  })

  it('gives a merged township to every row it covers', () => {
    expect(parsed[1]).toMatchObject({ countyText: '海曙', townshipText: '高桥镇' })
  })

  it('says of every other row why it is none', () => {
    expect(summary.ignored.map(({ row, because }) => [row, because])).toEqual([
      [1, 'title'],
      [2, 'title'],
      [3, 'header'],
      [4, 'header'],
      [7, 'total'],
      [8, 'signature'],
    ])
  })
})

it('knows the columns of our own template and numbered clerks', () => {
  const { summary } = parse([
    [
      '企业名称',
      '统一社会信用代码',
      '区（县、市）',
      '乡镇（街道）',
      '重点企业',
      '所属行业',
      '负责人姓名',
      '负责人手机',
      '经办人1姓名',
      '经办人1手机',
      '经办人1岗位',
      '经办人2姓名',
      '经办人2手机',
      '经办人2岗位',
    ],
  ])
  expect(summary.header?.unused).toEqual([])
  expect(summary.header?.columns).toHaveLength(14)
  expect(summary.header?.columns.at(-1)?.use).toEqual({ field: 'clerk', part: 'post', group: 2 })
})

it('refuses a code that Excel has rounded away, and never guesses it', () => {
  const { parsed } = parse([
    ['企业名称', '统一社会信用代码', '负责人'],
    ['示例甲公司', '#9.13302E+17', '张三'],
    ['示例乙公司', '9.13E+17', '张三'],
  ])
  expect(parsed.map(({ uscc, problems }) => [uscc, problems[0]?.code, problems[0]?.column])).toEqual([
    ['', 'uscc-lost', 'B 统一社会信用代码'],
    ['', 'uscc-lost', 'B 统一社会信用代码'],
  ])
})

it('lists columns nobody reads and skips a header printed again', () => {
  const header = ['企业名称', '信用代码', '联系人', '联系电话', '注册资本']
  const { parsed, summary } = parse([
    header,
    ['示例甲公司', A, '张三', '13800138000', '100'],
    header,
    ['示例乙公司', B, '李四', '', ''],
  ])
  expect(summary.header?.unused).toEqual(['E 注册资本'])
  expect(parsed.map(({ row }) => row)).toEqual([2, 4])
  expect(summary.ignored).toMatchObject([
    { row: 1, because: 'header' },
    { row: 3, because: 'repeated-header' },
  ])
})

it('reads nothing from a sheet without a header', () => {
  const { parsed, summary } = parse([['填表说明'], ['一、本表由企业填写'], ['二、请如实填写']])
  expect([parsed.length, summary.header, summary.ignored.length]).toEqual([0, null, 3])
})
