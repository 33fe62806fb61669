import { describe, expect, it } from 'vitest'
import { makeUscc } from '@/domain/roster/uscc'
import { parse } from '@/tests/matching/parse-results'

const A = makeUscc('330203', 1)

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

  it('is no questionnaire for telling when something was completed', () => {
    const { reading } = parse([
      ['序号', '姓名', '单位', '完成时间'],
      ['1', '张示例', '示例精工', '2026-09-12'],
    ])
    expect(reading.source).toBe('SHEET')
    expect(reading.columns.map(({ use }) => use)).toEqual(['number', 'person', 'enterprise', 'day'])
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
