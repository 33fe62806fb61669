import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ratePercent } from './rate-display'

it('never rounds up to 100 %', () => {
  expect(ratePercent({ part: 9_999, whole: 10_000 })).toBe('99.9%')
  expect(ratePercent({ part: 999_999, whole: 1_000_000 })).toBe('99.9%')
  expect(ratePercent({ part: 10_000, whole: 10_000 })).toBe('100%')
})

it('is a dash when there is nothing to count', () => {
  expect(ratePercent({ part: 0, whole: 0 })).toBe('—')
})

it('never rounds somebody away', () => {
  expect(ratePercent({ part: 0, whole: 10_000 })).toBe('0%')
  expect(ratePercent({ part: 1, whole: 10_000 })).toBe('<0.1%')
  expect(ratePercent({ part: 1, whole: 2_000 })).toBe('0.1%')
})

it('rounds half up to one decimal', () => {
  expect(ratePercent({ part: 2, whole: 3 })).toBe('66.7%')
  expect(ratePercent({ part: 1, whole: 3 })).toBe('33.3%')
  expect(ratePercent({ part: 41, whole: 57 })).toBe('71.9%')
  expect(ratePercent({ part: 1, whole: 2 })).toBe('50.0%')
})

it('says 100 % exactly when the part is the whole', () => {
  fc.assert(
    fc.property(fc.nat(2_000_000), fc.nat(2_000_000), (a, b) => {
      const [part, whole] = a < b ? [a, b] : [b, a]
      expect(ratePercent({ part, whole }) === '100%').toBe(whole > 0 && part === whole)
    }),
  )
})
