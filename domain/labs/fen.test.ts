import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatYuan, halfUp, parseYuan, sumFen } from './fen'

describe('halfUp', () => {
  it('rounds a half away from zero, exactly', () => {
    expect([halfUp(5n, 10n), halfUp(4n, 10n), halfUp(-5n, 10n), halfUp(-4n, 10n), halfUp(19n, 9n)]).toEqual([
      1n,
      0n,
      -1n,
      0n,
      2n,
    ])
  })
  it('refuses a denominator that is not positive', () => {
    expect(() => halfUp(1n, 0n)).toThrow(RangeError)
  })
})

describe('parseYuan', () => {
  it.each([
    ['264000', 26_400_000],
    ['264,000.00', 26_400_000],
    ['￥２６４，０００', 26_400_000],
    ['26.4万元', 26_400_000],
    ['211111.1111', 21_111_111],
    ['0.005', 1],
    ['-1', -100],
    ['－1.5 元', -150],
    ['.5', 50],
    ['0', 0],
  ])('reads %s', (text, fen) => expect(parseYuan(text)).toBe(fen))

  it.each(['', ' ', '元', 'abc', '1e5', '1.2.3', '0x10', '1234567890123', '.', '--1', 'Infinity'])(
    'does not guess at %j',
    (text) => expect(parseYuan(text)).toBeNull(),
  )

  it('reads back every formatted amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (fen) => void expect(parseYuan(formatYuan(fen))).toBe(fen)),
    )
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseYuan(text)))
  })
})

it('sums nothing to zero', () => expect(sumFen([])).toBe(0))
