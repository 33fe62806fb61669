import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shanghaiDayOf, startOfDay } from '../calendar/day'
import { isFilingSeason } from '../contacts/outcomes'
import { nextAllowed, WAKING_HOURS } from './quiet'

const at = (text: string) => new Date(`${text}+08:00`)
const allowed = (text: string, inSeason = false) => nextAllowed(at(text), { inSeason }).toISOString()
const iso = (text: string) => at(text).toISOString()

describe('the first instant at which people may be written to', () => {
  it.each([
    ['2026-11-20T10:30:00', '2026-11-20T10:30:00', false],
    ['2026-11-20T07:59:59', '2026-11-20T08:00:00', false],
    ['2026-11-20T20:00:00', '2026-11-21T08:00:00', false],
    ['2026-11-30T21:00:00', '2026-12-16T08:00:00', false],
    ['2026-12-03T10:00:00', '2026-12-16T08:00:00', false],
    ['2026-12-03T10:00:00', '2026-12-03T10:00:00', true],
    ['2026-12-15T19:59:59', '2026-12-16T08:00:00', false],
  ])('%s → %s', (now, then, inSeason) => {
    expect(allowed(now, inSeason)).toBe(iso(then))
  })

  it('is never earlier, always awake, and stays where it is', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }),
        fc.boolean(),
        (now, inSeason) => {
          const then = nextAllowed(now, { inSeason })
          const hours = (then.getTime() - startOfDay(shanghaiDayOf(then)).getTime()) / 3_600_000
          expect(then.getTime()).toBeGreaterThanOrEqual(now.getTime())
          expect(hours >= WAKING_HOURS.from && hours < WAKING_HOURS.to).toBe(true)
          expect(inSeason || !isFilingSeason(shanghaiDayOf(then))).toBe(true)
          expect(nextAllowed(then, { inSeason })).toEqual(then)
        },
      ),
    )
  })
})
