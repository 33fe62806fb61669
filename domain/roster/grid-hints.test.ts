import { expect, it } from 'vitest'
import { rosterHints } from './grid-hints'
import { makeUscc } from './uscc'

const HEADER = ['企业名称', '统一社会信用代码', '负责人姓名', '负责人手机']

it('points at the cell that the import would refuse, with what would be right', () => {
  const code = makeUscc('330203', 7)
  const wrong = `${code.slice(0, 17)}${code.endsWith('0') ? '1' : '0'}`
  const { hasHeader, hints } = rosterHints([
    ['某区名册', '', '', ''],
    HEADER,
    ['示例甲有限公司', code, '张三', '13800138000'],
    ['示例乙有限公司', wrong, '李四', '1380013800'],
    ['', '', '', ''],
    ['示例丙有限公司', '', '王2', ''],
  ])
  expect(hasHeader).toBe(true)
  expect(hints.map(({ row, column, code: what }) => [row, column, what])).toEqual([
    [3, 3, 'mobile-pattern'],
    [3, 1, 'uscc-check-digit'],
    [5, 2, 'person-name'],
    [5, 1, 'uscc-empty'],
  ])
})

it('says when there is no header at all', () => {
  expect(rosterHints([['今天下雨'], ['明天晴']])).toEqual({ hasHeader: false, hints: [] })
})
