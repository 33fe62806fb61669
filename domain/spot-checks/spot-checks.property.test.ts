import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomFrom } from '../exams/random'
import { sampleSize, spotResult, wilson } from './estimate'
import { allocate, drawSample } from './sample'

describe('Wilson’s interval', () => {
  it.each([
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
  ])('%i of %i: %d to %d', (yes, asked, low, high) => {
    const found = wilson(yes, asked)
    expect(found.low).toBeCloseTo(low, 3)
    expect(found.high).toBeCloseTo(high, 3)
  })

  it('holds the truth in about 95 of 100 samples, also near the ends', () => {
    for (const truth of [0.5, 0.8, 0.95]) {
      const random = randomFrom(`coverage ${truth}`)
      let held = 0
      for (let world = 0; world < 2000; world++) {
        const yes = Array.from({ length: 60 }, () => random() < truth).filter(Boolean).length
        const { low, high } = wilson(yes, 60)
        if (low <= truth && truth <= high) held++
      }
      expect(held / 2000, String(truth)).toBeGreaterThan(0.925)
      expect(held / 2000, String(truth)).toBeLessThan(0.985)
    }
  })
})

describe('a sample', () => {
  it('is as large as the margin asks, never larger than the population', () => {
    expect(sampleSize(1000, 0.05)).toBe(278)
    expect(sampleSize(1_000_000, 0.05)).toBe(384)
    expect(sampleSize(20, 0.05)).toBe(20)
    expect(sampleSize(0, 0.05)).toBe(0)
  })

  it('gives every stratum its part: sums to the size, nobody twice, within one of the proportion', () => {
    const strata = fc.dictionary(fc.string({ minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 200 }), {
      maxKeys: 12,
    })
    fc.assert(
      fc.property(strata, fc.integer({ min: 0, max: 400 }), (counts, size) => {
        const map = new Map(Object.entries(counts))
        const all = [...map.values()].reduce((sum, count) => sum + count, 0)
        const given = allocate(map, size)
        const wanted = Math.min(size, all)
        expect([...given.values()].reduce((sum, count) => sum + count, 0)).toBe(wanted)
        const filled = [...map].filter(([, count]) => count > 0)
        for (const [key, count] of given) {
          expect(count).toBeGreaterThanOrEqual(wanted >= filled.length ? 1 : 0)
          expect(count).toBeLessThanOrEqual(map.get(key) ?? 0)
        }
      }),
    )
  })

  it('is the same from the same seed in whatever order the seats come, and fair: everybody is drawn as often', () => {
    const seats = Array.from({ length: 60 }, (_, index) => ({ id: `s${index}`, stratum: `t${index % 3}` }))
    expect(drawSample(seats, 12, 'a')).toEqual(drawSample([...seats].reverse(), 12, 'a'))
    expect(drawSample(seats, 12, 'a')).not.toEqual(drawSample(seats, 12, 'b'))
    const often = new Map<string, number>()
    for (let draw = 0; draw < 3000; draw++)
      for (const { id } of drawSample(seats, 12, `draw ${draw}`)) often.set(id, (often.get(id) ?? 0) + 1)
    // 3000 × 12/60 = 600 each, ± 5 standard deviations of 22.
    for (const count of often.values()) expect(Math.abs(count - 600)).toBeLessThan(110)
  })

  it('keeps whoever did not answer apart, between no and yes', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), fc.nat(60), (yes, no, silent) => {
        const result = spotResult(yes + no + silent, yes + no, yes)
        expect(result.silent).toBe(silent)
        expect(result.bounds.low).toBeLessThanOrEqual(result.bounds.high)
        if (result.share !== null) {
          expect(result.interval.low).toBeLessThanOrEqual(result.share)
          expect(result.interval.high).toBeGreaterThanOrEqual(result.share)
        }
      }),
    )
  })
})
