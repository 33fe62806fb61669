import { describe, expect, it } from 'vitest'
import { type EnterpriseKind, type Quarter, rate } from './rate'

const KINDS: readonly EnterpriseKind[] = ['GENERAL', 'MANUFACTURING', 'TSME', 'IC_OR_MACHINE_TOOL']

describe('the rate of a year', () => {
  // The policy time line, row by row: general, manufacturing, technology-based SME, listed.
  it.each([
    [2016, null, [50, 50, 50, null]],
    [2017, null, [50, 50, 75, null]],
    [2018, null, [75, 75, 75, null]],
    [2020, null, [75, 75, 75, null]],
    [2021, null, [75, 100, 75, null]],
    [2022, null, [null, 100, 100, null]],
    [2022, 1, [75, 100, 100, null]],
    [2022, 3, [75, 100, 100, null]],
    [2022, 4, [100, 100, 100, null]],
    [2023, null, [100, 100, 100, 120]],
    [2027, null, [100, 100, 100, 120]],
    [2028, null, [100, 100, 100, 100]],
    [2015, null, [null, null, null, null]],
  ] as [number, Quarter | null, (number | null)[]][])('%s, quarter %s', (year, quarter, expected) => {
    expect(KINDS.map((kind) => rate(year, quarter, kind))).toEqual(expected)
  })

  it('never falls from one year to the next, but where a limited rate ends', () => {
    for (const kind of KINDS)
      for (let year = 2016; year < 2030; year++) {
        const [now, next] = [rate(year, 4, kind), rate(year + 1, 4, kind)]
        if (now !== null && next !== null && !(kind === 'IC_OR_MACHINE_TOOL' && year === 2027))
          expect(next, `${kind} ${year}`).toBeGreaterThanOrEqual(now)
      }
  })
})
