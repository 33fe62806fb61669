import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byToServe, isSmall, toServe } from './league'
import { emptyTally, type TallySums } from './tally'

const sums = fc.record({ heads: fc.nat(40), aware: fc.nat(40), clerks: fc.nat(40), ready: fc.nat(40) }).map(
  ({ heads, aware, clerks, ready }): TallySums => ({
    ...emptyTally,
    heads: Math.max(heads, aware),
    aware,
    clerks: Math.max(clerks, ready),
    ready,
  }),
)

describe('the order by people still to serve', () => {
  it('holds every area once, those with most first, and never looks at a percentage', () => {
    fc.assert(
      fc.property(
        fc.array(
          sums.map((one) => ({ sums: one })),
          { maxLength: 12 },
        ),
        (areas) => {
          const sorted = byToServe(areas, 'ANY')
          expect(new Set(sorted)).toEqual(new Set(areas))
          const left = sorted.map((area) => toServe(area.sums, 'ANY'))
          expect(left).toEqual([...left].sort((one, other) => other - one))
        },
      ),
    )
  })

  it('counts heads and clerks without the thing, and marks areas with fewer than ten of each kind', () => {
    const area = { ...emptyTally, heads: 9, aware: 4, clerks: 9, ready: 9 }
    expect(toServe(area, 'ANY')).toBe(5)
    expect(isSmall(area, 'ANY')).toBe(true)
    expect(isSmall({ ...area, clerks: 10 }, 'ANY')).toBe(false)
  })
})
