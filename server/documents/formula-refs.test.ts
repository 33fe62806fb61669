import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { movedFormula, withRows } from './formula-refs'

const down = (formula: string, by = 10) =>
  withRows(formula, ({ first, last }) => ({ first: first.row + by, last: (last?.row ?? 0) + by }))

describe('the rows of a formula', () => {
  it.each([
    ['SUM(C3:C3)', 'SUM(C13:C13)'],
    ['$C$3/C$4', '$C$13/C$14'],
    ["'示例 表''一'!A1+表二!B2", "'示例 表''一'!A11+表二!B12"],
    ['$1:$3', '$11:$13'],
    ['IF(A1="A1","见C3",LOG10(A2))', 'IF(A11="A1","见C3",LOG10(A12))'],
    ['A:A+3+1.5', 'A:A+3+1.5'],
    ['示例A1+X_1+总数', '示例A1+X_1+总数'],
    ['COUNTIF(C3:C9,">=5")', 'COUNTIF(C13:C19,">=5")'],
  ])('%s becomes %s', (before, after) => expect(down(before)).toBe(after))

  it('move with a formula that cells share, unless they are fixed', () => {
    expect(movedFormula('A1*$A1*A$1*$A$1+SUM(B2:C3)', 2, 1)).toBe('B3*$A3*B$1*$A$1+SUM(C4:D5)')
    expect(movedFormula('Z9&"Z9"', 0, 1)).toBe('AA9&"Z9"')
  })

  it('come back when they are moved up again, whatever stands around them', () => {
    const piece = fc.oneof(
      fc.constantFrom('+', '*', '(', ')', ',', '"x A1"', 'SUM(', '表一!', "'a b'!", '$'),
      fc.tuple(fc.constantFrom('A', 'AB', '$C'), fc.integer({ min: 1, max: 99 })).map(([c, r]) => `${c}${r}`),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const formula = pieces.join('')
        expect(down(down(formula, 100), -100)).toBe(formula)
      }),
    )
  })
})
