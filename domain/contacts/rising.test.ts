import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../calendar/day'
import { CASE_LEVELS, caseLevel, risesOn } from './rising'

const SINCE = '2026-10-01'

describe('a case', () => {
  it.each([
    [0, 'LEAF', 21],
    [20, 'LEAF', 21],
    [21, 'COUNTY', 42],
    [41, 'COUNTY', 42],
    [42, 'CITY', null],
    [400, 'CITY', null],
  ] as const)('after %i quiet days stands with %s', (days, level, next) => {
    const on = addDays(SINCE, days)
    expect(caseLevel(SINCE, on)).toBe(level)
    expect(risesOn(SINCE, on)).toBe(next === null ? null : addDays(SINCE, next))
  })

  it('never falls by waiting, and has risen on the day that was told', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (days, more) => {
        const rank = (on: number) => CASE_LEVELS.indexOf(caseLevel(SINCE, addDays(SINCE, on)))
        expect(rank(days + more)).toBeGreaterThanOrEqual(rank(days))
        const next = risesOn(SINCE, addDays(SINCE, days))
        if (next) expect(CASE_LEVELS.indexOf(caseLevel(SINCE, next))).toBe(rank(days) + 1)
      }),
    )
  })
})
