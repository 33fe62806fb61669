import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '@/domain/calendar/day'
import { closingOnOrAfter, lastDayOf, type Period, periodFrom, periodOf } from './closing-day'

const day = fc.integer({ min: 0, max: 1500 }).map((count) => addDays('2024-01-01', count))
const closing = fc.integer({ min: 1, max: 28 })
const programme = fc.record({ fromOn: day, length: fc.integer({ min: 1, max: 500 }) }).map(({ fromOn, length }) => ({
  fromOn,
  toOn: addDays(fromOn, length),
}))

describe('the closing day', () => {
  it('is the next one, at most a month away, in every month of 28 to 31 days', () => {
    fc.assert(
      fc.property(day, closing, (from, closingDay) => {
        const next = closingOnOrAfter(from, closingDay)
        expect(Number(next.slice(8))).toBe(closingDay)
        expect(daysBetween(from, next)).toBeGreaterThanOrEqual(0)
        expect(daysBetween(from, next)).toBeLessThanOrEqual(30)
      }),
    )
  })

  it('turns the year and the leap day', () => {
    expect(closingOnOrAfter('2026-12-26', 25)).toBe('2027-01-25')
    expect(closingOnOrAfter('2028-02-29', 28)).toBe('2028-03-28')
    expect(closingOnOrAfter('2026-11-25', 25)).toBe('2026-11-25')
  })

  it.each([0, 29, 31, 1.5, Number.NaN])('is never %d, which not every month has', (bad) => {
    expect(() => closingOnOrAfter('2026-11-25', bad)).toThrow(RangeError)
  })
})

describe('periods', () => {
  it('hold each day of the programme exactly once, without gap or overlap', () => {
    fc.assert(
      fc.property(programme, closing, (days, closingDay) => {
        let expected = days.fromOn
        for (let at: string = days.fromOn; at < days.toOn; at = addDays(at, 1)) {
          const period = periodOf(at, closingDay, days)
          expect(period && period.fromOn <= at && at < period.toOn).toBe(true)
          if (at !== expected) continue
          expect(period?.fromOn).toBe(expected)
          expected = period?.toOn ?? ''
        }
        expect(expected).toBe(days.toOn)
      }),
      { numRuns: 40 },
    )
  })

  it('are the same one after another as each for itself', () => {
    fc.assert(
      fc.property(programme, closing, (days, closingDay) => {
        let fromOn = days.fromOn
        while (fromOn < days.toOn) {
          const next = periodFrom(fromOn, fromOn, closingDay, days)
          expect(next).toEqual(periodOf(fromOn, closingDay, days))
          fromOn = next?.toOn ?? days.toOn
        }
      }),
      { numRuns: 60 },
    )
  })

  it('tile the programme also when the closing day changes in between, and none ends before the day of the change', () => {
    fc.assert(
      fc.property(
        programme,
        fc.array(fc.record({ closing, after: fc.nat({ max: 40 }) }), { maxLength: 6 }),
        (days, changes) => {
          const tiles: Period[] = []
          let closingDay = 25
          let fromOn = days.fromOn
          for (const change of changes) {
            const planned = periodFrom(fromOn, fromOn, closingDay, days)
            if (!planned) break
            const on = addDays(fromOn, change.after)
            closingDay = change.closing
            const isOver = lastDayOf(planned) < on
            const kept = isOver ? planned : periodFrom(fromOn, on, closingDay, days)
            if (!kept) break
            if (!isOver && kept.toOn < days.toOn) expect(lastDayOf(kept) >= on).toBe(true)
            tiles.push(kept)
            fromOn = kept.toOn
          }
          expect(tiles.every((tile) => tile.fromOn < tile.toOn)).toBe(true)
          expect(tiles.every((tile, index) => index === 0 || tiles[index - 1]?.toOn === tile.fromOn)).toBe(true)
          if (tiles.length > 0) expect(tiles[0]?.fromOn).toBe(days.fromOn)
        },
      ),
    )
  })

  it('do not exist before the programme or after it', () => {
    const days = { fromOn: '2026-09-01', toOn: '2026-12-01' }
    expect(periodOf('2026-08-31', 25, days)).toBeNull()
    expect(periodOf('2026-12-01', 25, days)).toBeNull()
    expect(periodFrom('2026-12-01', '2026-12-01', 25, days)).toBeNull()
    expect(periodOf('2026-09-10', 25, days)).toEqual({ fromOn: '2026-09-01', toOn: '2026-09-26' })
    expect(periodOf('2026-11-30', 25, days)).toEqual({ fromOn: '2026-11-26', toOn: '2026-12-01' })
  })
})
