import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { TrendLines } from './trend-lines'

const DAYS = ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04']

/** How many dots are drawn for the figures of some days. */
function dots(points: (number | null)[]): number {
  const lines = [{ name: '甲', color: '#123456', points }]
  const drawn = renderToStaticMarkup(<TrendLines label="示例" days={DAYS.slice(0, points.length)} lines={lines} />)
  return drawn.split('<circle').length - 1
}

describe('a trend', () => {
  it('shows a day as a dot through which no line runs: a single one, and one between days without a figure', () => {
    expect(dots([500])).toBe(1)
    expect(dots([500, null, 0, null])).toBe(2)
  })

  it('has no dots where lines run, and none for days without a figure', () => {
    expect(dots([500, 510, null, null])).toBe(0)
    expect(dots([null])).toBe(0)
  })
})
