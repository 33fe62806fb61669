import { describe, expect, it } from 'vitest'
import { readJielong } from './read-jielong'

/** Number, person, enterprise, mobile of the only row; 'unclear' when it was not taken apart. */
function line(text: string) {
  const { rows } = readJielong(text)
  if (rows[0]?.problems.some(({ code }) => code === 'line-unclear')) return 'unclear'
  return [0, 1, 2, 3].map((column) => rows[0]?.cells[column] ?? '')
}

describe('a line of a 接龙', () => {
  it.each([
    ['12. 张示例 示例精工 13900000001', ['12', '张示例', '示例精工', '13900000001']],
    ['3、示例精工-张示例-13900000001', ['3', '张示例', '示例精工', '13900000001']],
    ['示例精工有限公司，张示例，139 0000 0001', ['', '张示例', '示例精工有限公司', '13900000001']],
    ['１２．张示例　示例精工　１３９００００００１１', ['12', '张示例', '示例精工', '13900000011']],
    ['①张示例/示例（宁波）精工有限公司/13900000001', ['1', '张示例', '示例(宁波)精工有限公司', '13900000001']],
    ['5. 张示例13900000001示例精工', ['5', '张示例', '示例精工', '13900000001']],
    ['6) 单位：示例精工 姓名：张示例（财务） 电话：13900000001', ['6', '张示例', '示例精工', '13900000001']],
    ['7. 欧阳示例 示例望春 13900000001', ['7', '欧阳示例', '示例望春', '13900000001']],
    ['8. 张示例 示例望春', ['8', '张示例', '示例望春', '']],
    ['9. 张示例', ['9', '张示例', '', '']],
    ['10. 甬江厂 张示例 1390000001', ['10', '张示例', '甬江厂', '1390000001']],
    ['11. 示例精工有限公司 +86 13900000001', ['11', '', '示例精工有限公司', '13900000001']],
  ])('%s', (text, expected) => {
    expect(line(text)).toEqual(expected)
  })

  it.each([
    ['two names and no enterprise', '1. 张示例 李示例 13900000001'],
    ['two mobiles', '1. 张示例 示例精工 13900000001 13900000002'],
    ['a text that may be either', '1. 示例望春 13900000001'],
    ['two enterprises', '1. 张示例 示例精工 示例机械 13900000001'],
    ['a part nobody knows', '1. 张示例 示例精工 A 13900000001'],
  ])('is shown and not guessed with %s', (_, text) => {
    expect(line(text)).toBe('unclear')
    expect(readJielong(text).rows[0]?.cells).toEqual({ 4: text })
  })
})

it('leaves the head of the 接龙, its title and blank lines out, and says so', () => {
  const { rows, reading } = readJielong(
    '#接龙\n2026年9月12日政策培训报名，请填写姓名、单位、电话\n例 王示例 示例公司 13900000009\n\n1. 张示例 示例精工 13900000001\n2.\n李示例 示例望春 13900000002\n请大家准时参加！\n',
  )
  expect(rows.map(({ row }) => row)).toEqual([5, 7, 8])
  expect(rows[2]?.problems).toMatchObject([
    { code: 'line-unclear', row: 8, found: '请大家准时参加!', isWarning: false },
  ])
  expect(reading).toMatchObject({ source: 'JIELONG', headerRow: 0, dataRows: 3, proposedOn: '2026-09-12' })
  expect(reading.ignored.map(({ row, because }) => [row, because])).toEqual([
    [1, 'header'],
    [2, 'title'],
    [3, 'title'],
    [4, 'blank'],
    [6, 'blank'],
    [9, 'blank'],
  ])
})
