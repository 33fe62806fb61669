import { expect, it } from 'vitest'
import { blockOf } from './grid-moves'

it.each([
  ['a single copied cell', '1,234.50\r\n', [['1,234.50']]],
  [
    'a block',
    '1\t2\r\n3\t4\r\n',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  ['a block with an empty cell and row', '1\t\n\n 3\t4', [['1', ''], [''], ['3', '4']]],
])('reads %s', (_what, pasted, block) => expect(blockOf(pasted)).toEqual(block))
