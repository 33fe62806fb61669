import { describe, expect, it } from 'vitest'
import { makeUscc } from '@/domain/roster/uscc'
import { readMoment } from './read-day'
import { readResultEntry } from './read-result-entry'
import { readPassed, readScore } from './read-score'
import type { ResultUse } from './result-row'

const A = makeUscc('330203', 1)

function entry(cells: Partial<Record<ResultUse, string>>) {
  const uses = Object.keys(cells) as ResultUse[]
  const columns = uses.map((use, column) => ({ column, letters: 'ABCDEFGHIJ'[column] ?? '', header: use, use }))
  return readResultEntry({ sheet: '表', row: 7, cells: { ...Object.values(cells) }, problems: [] }, columns, {
    today: '2026-11-25',
  })
}

describe('a row with confirmed columns', () => {
  it('is understood whole', () => {
    expect(
      entry({
        number: '１２',
        'submitted-at': '2026/9/12 14:03:22',
        enterprise: '示例 精工（宁波）有限公司',
        uscc: A.toLowerCase(),
        person: '张 示例',
        mobile: '+86 139-0000-0001',
        score: '85分',
        passed: '合格',
      }),
    ).toEqual({
      number: '12',
      submittedAt: '2026-09-12 14:03:22',
      happenedOn: '2026-09-12',
      enterprise: '示例精工（宁波）有限公司',
      uscc: A,
      person: '张示例',
      mobile: '13900000001',
      score: 85,
      passed: true,
      problems: [],
    })
  })

  it('takes the day of its own column before that of submission', () => {
    expect(entry({ 'submitted-at': '2026/9/14 8:00', day: '2026年9月12日' })).toMatchObject({
      happenedOn: '2026-09-12',
      submittedAt: '2026-09-14 08:00:00',
    })
  })

  it('is told by its names when code and mobile cannot be read, and says so', () => {
    const read = entry({ uscc: '9.1330E+17', mobile: '1390000001', person: '张示例', enterprise: '示例精工有限公司' })
    expect(read).toMatchObject({ uscc: null, mobile: null, person: '张示例' })
    expect(read.problems).toMatchObject([
      { code: 'uscc-lost', column: 'A uscc', row: 7, isWarning: true },
      { code: 'mobile-pattern', column: 'B mobile', found: '1390000001', isWarning: true },
    ])
  })

  it.each<[string, Partial<Record<ResultUse, string>>, string]>([
    ['a name that is none', { person: '张三13' }, 'person-name'],
    ['two people in one cell', { person: '张示例、李示例' }, 'person-name'],
    ['a score that leaves a doubt', { score: '85(补考90)' }, 'score-unclear'],
    ['a verdict nobody knows', { passed: '待定' }, 'score-unclear'],
    ['a day without its year', { day: '9月12日' }, 'day-unclear'],
    ['a day to come', { day: '2026-11-26' }, 'day-future'],
    ['two mobiles for one person', { person: '张示例 13900000001', mobile: '13900000002' }, 'mobiles-and-names-differ'],
  ])('is stopped by %s', (_, cells, code) => {
    expect(entry(cells).problems).toMatchObject([{ code, isWarning: false }])
  })

  it('finds the mobile beside the name, and a code in the column of the enterprise', () => {
    expect(entry({ person: '张示例（财务） 13900000001', enterprise: A })).toMatchObject({
      person: '张示例',
      mobile: '13900000001',
      uscc: A,
      enterprise: null,
      problems: [],
    })
  })

  it('keeps short names of enterprises and drops dashes', () => {
    expect(entry({ enterprise: '甬江厂', mobile: '-' })).toMatchObject({
      enterprise: '甬江厂',
      mobile: null,
      problems: [],
    })
    expect(entry({ enterprise: '无', person: '/' })).toMatchObject({ enterprise: null, person: null, problems: [] })
  })
})

it.each([
  ['2026/9/12', '2026-09-12 00:00:00'],
  ['2026-09-12 14:03', '2026-09-12 14:03:00'],
  ['2026年9月12日', '2026-09-12 00:00:00'],
  ['２０２６．９．１２　下午2:03', '2026-09-12 14:03:00'],
  ['2026-09-12T14:03:22.000', '2026-09-12 14:03:22'],
  ['2026-02-29', null],
  ['9/12/2026', null],
  ['2026-9-12 25:00', null],
  ['46277', null],
])('reads the moment %s', (text, expected) => {
  const moment = readMoment(text)
  expect(moment && `${moment.day} ${moment.time}`).toBe(expected)
})

it.each([
  ['85', 85],
  ['８５．５分', 85.5],
  ['85/100', 85],
  ['85.333333', 85.33],
  ['0', 0],
  ['100/85', null],
  ['约85', null],
  ['-2', null],
  ['85,90', null],
  ['1e3', null],
])('reads the score %s', (text, expected) => {
  expect(readScore(text)).toBe(expected)
})

it.each([
  ['合格', true],
  ['已通过', true],
  ['是', true],
  ['√', true],
  ['不合格', false],
  ['未通过', false],
  ['否', false],
  ['缺考', false],
  ['待定', null],
  ['', null],
])('reads the verdict %s', (text, expected) => {
  expect(readPassed(text)).toBe(expected)
})
