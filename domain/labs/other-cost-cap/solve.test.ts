import { describe, expect, it } from 'vitest'
import { valuesOf } from './lab'
import { solveCap } from './solve'
import { type ReadProject, wrongPaths } from './wrong-paths'

const worked: ReadProject[] = [
  { id: 'p1', five: 162_000_000, other: 23_600_000, counts: true },
  { id: 'p2', five: 75_600_000, other: 6_100_000, counts: true },
]

describe('worked key of Lab B', () => {
  it('pools the five kinds and caps once', () => {
    expect(solveCap(worked)).toEqual({
      old: [
        { limit: 18_000_000, allowed: 18_000_000 },
        { limit: 8_400_000, allowed: 6_100_000 },
      ],
      five: 237_600_000,
      other: 29_700_000,
      oldAllowed: 24_100_000,
      limit: 26_400_000,
      allowed: 26_400_000,
      gain: 2_300_000,
      cut: 3_300_000,
      base: 264_000_000,
    })
  })

  it('takes all other cost when the pooled limit is higher, rounding the limit half-up', () => {
    const second = [
      { five: 90_000_000, other: 12_000_000 },
      { five: 100_000_000, other: 8_000_000 },
    ]
    expect(solveCap(second)).toMatchObject({
      limit: 21_111_111,
      allowed: 20_000_000,
      oldAllowed: 18_000_000,
      gain: 2_000_000,
      cut: 0,
    })
  })

  it.each([
    ['ten-percent', 'limit', 23_760_000],
    ['per-project', 'allowed', 24_100_000],
    ['no-cap', 'allowed', 29_700_000],
    ['ten-percent-of-all', 'limit', 26_730_000],
  ])('knows the wrong answer of %s', (path, cell, amount) => {
    const found = wrongPaths(worked).find((wrong) => wrong.path === path)
    expect(found && valuesOf(found.projects, found.solution)[cell]).toBe(amount)
  })
})
