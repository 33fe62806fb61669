import { expect, it } from 'vitest'
import { conceptParts, isShaky } from './concepts'
import type { CellSpec } from './lab-sheet'

const cell = (id: string, concept: string): CellSpec => ({ id, concept, step: 's', label: { text: id }, kind: 'money' })

it('counts the right cells of each concept, blank and unreadable ones among the asked', () => {
  const cells = [cell('a', 'cap'), cell('b', 'cap'), cell('c', 'rate'), cell('d', 'cap')]
  const result = {
    part: 2,
    whole: 4,
    passed: false,
    cells: [
      { id: 'a', verdict: 'right' as const },
      { id: 'b', verdict: 'blank' as const },
      { id: 'c', verdict: 'right' as const },
      { id: 'd', verdict: 'unreadable' as const },
    ],
  }
  expect(conceptParts(cells, result)).toEqual({ cap: [1, 3], rate: [1, 1] })
})

it('calls a concept shaky below four fifths, exactly', () => {
  expect([isShaky(4, 5), isShaky(3, 4), isShaky(0, 1), isShaky(1, 1), isShaky(79, 99), isShaky(80, 100)]).toEqual([
    false,
    true,
    true,
    false,
    true,
    false,
  ])
})
