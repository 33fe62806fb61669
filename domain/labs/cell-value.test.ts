import { describe, expect, it } from 'vitest'
import { formatCell, readCell, tidyTyped } from './cell-value'
import type { CellKind } from './lab-sheet'

const kinds: Record<string, CellKind> = {
  money: { kind: 'money' },
  integer: { kind: 'integer' },
  hours: { kind: 'hours' },
  percent: { kind: 'decimal', scale: 2 },
  yesNo: { kind: 'yes-no' },
  choice: { kind: 'choice', options: ['a', 'b'] },
  choices: { kind: 'choices', options: ['a', 'b', 'c'] },
  text: { kind: 'text' },
}

describe('readCell', () => {
  it.each([
    ['money', '1,234.5', 123_450],
    ['integer', '７ 人', 7],
    ['integer', '7.0', 7],
    ['integer', '7.5', null],
    ['hours', '96 小时', 960],
    ['hours', '7.25h', 73],
    ['percent', '59.259%', 5926],
    ['percent', '-1.005', -101],
    ['percent', '1.2.3', null],
    ['percent', '', null],
    ['yesNo', 'yes', 'yes'],
    ['yesNo', 'perhaps', null],
    ['choice', 'b', 'b'],
    ['choice', 'c', null],
    ['choices', 'c,a', 'a,c'],
    ['choices', ',a,a', 'a'],
    ['choices', '', null],
    ['choices', 'a,z', null],
    ['text', '寿命；成本、寿命', '寿命;成本'],
    ['text', ' ; ', null],
  ])('reads %s %j as %j', (kind, typed, value) => {
    expect(readCell(kinds[kind] as CellKind, typed)).toBe(value)
  })
})

it.each([
  ['money', 2_640_000_050, '26,400,000.50'],
  ['integer', -1234, '-1,234'],
  ['hours', 5, '0.5'],
  ['percent', 426, '4.26'],
])('formats %s %i as %s', (kind, value, text) => expect(formatCell(kinds[kind] as CellKind, value)).toBe(text))

it.each([
  ['money', '1234567.5', '1,234,567.5'],
  ['money', '26.4万', '26.4万'],
  ['money', 'about', 'about'],
  ['integer', '0012', '12'],
  ['choice', 'a', 'a'],
])('tidies %s %j to %j', (kind, typed, tidy) => expect(tidyTyped(kinds[kind] as CellKind, typed)).toBe(tidy))
