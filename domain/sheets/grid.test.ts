import { expect, it } from 'vitest'
import { rectangle, type SpannedCell, withBlock, withoutSpans } from './grid'

const cell = (text: string, columns = 1, rows = 1): SpannedCell => ({ text, columns, rows })

it('makes rows equally wide and drops blank rows at the end only', () => {
  expect(rectangle([['a'], [], ['b', 'c'], [' '], []])).toEqual([
    ['a', ''],
    ['', ''],
    ['b', 'c'],
  ])
  expect(rectangle([])).toEqual([['']])
})

it('fills a block to the right and down, growing where there is no room, and leaves other rows alone', () => {
  const grid = rectangle([
    ['1', '2'],
    ['3', '4'],
  ])
  const filled = withBlock(grid, { row: 1, column: 1 }, [['x'], ['y', 'z']])
  expect(filled).toEqual([
    ['1', '2', ''],
    ['3', 'x', ''],
    ['', 'y', 'z'],
  ])
  expect(withBlock(grid, { row: 1, column: 0 }, [['x']])[0]).toBe(grid[0])
})

it('repeats what is merged downwards and leaves blank what is merged sideways', () => {
  const rows = [
    [cell('区', 1, 2), cell('负责人', 2)],
    [cell('姓名'), cell('手机')],
    [cell('海曙区', 1, 3), cell('张三'), cell('1')],
    [cell('李四'), cell('2')],
    [cell('王五')],
  ]
  expect(withoutSpans(rows)).toEqual([
    ['区', '负责人', ''],
    ['区', '姓名', '手机'],
    ['海曙区', '张三', '1'],
    ['海曙区', '李四', '2'],
    ['海曙区', '王五'],
  ])
})

it('is not misled by a span that reaches past the table or is absurd', () => {
  expect(withoutSpans([[cell('a', 1, 9)], [cell('b')]])).toEqual([['a'], ['a', 'b']])
  expect(withoutSpans([[cell('a', 1_000_000)]])[0]).toHaveLength(256)
})
