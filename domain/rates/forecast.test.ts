import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../calendar/day'
import { seededRandom } from '../labs/seeded-random'
import { forecast, neededPerWeek, type Point } from './forecast'

const on = '2026-11-26'
/** Sixty days of trend with the gain of each day. */
function trendOf(gainOn: (day: number) => number, start = 100): { trend: Point[]; part: number } {
  let part = start
  const trend: Point[] = []
  for (let back = 60; back >= 0; back--) {
    part += gainOn(60 - back)
    trend.push({ day: addDays(on, -back), part })
  }
  return { trend, part }
}

describe('the forecast', () => {
  it('is straight where the pace is', () => {
    const { trend, part } = trendOf(() => 2)
    const found = forecast(trend, { part, whole: part + 140 }, on)
    if (found.kind !== 'days') throw new Error(found.kind)
    expect(found.perWeek).toBe(14)
    expect(Math.abs(daysBetween(on, found.middle) - 70)).toBeLessThan(5)
    expect(found.early < found.middle && found.middle < (found.late ?? '')).toBe(true)
  })

  it('says nothing without a pace, and nothing is to come when all are done', () => {
    const { trend, part } = trendOf(() => 0)
    expect(forecast(trend, { part, whole: part + 5 }, on)).toEqual({ kind: 'no-pace' })
    expect(forecast(trend.slice(-10), { part, whole: part + 5 }, on)).toEqual({ kind: 'no-pace' })
    expect(forecast([], { part: 3, whole: 9 }, on)).toEqual({ kind: 'no-pace' })
    expect(forecast(trend, { part, whole: part }, on)).toEqual({ kind: 'done' })
    const slow = trendOf((day) => (day === 50 ? 1 : 0))
    expect(forecast(slow.trend, { part: slow.part, whole: 5_000 }, on)).toEqual({ kind: 'no-pace' })
  })

  it('is the same whenever it is asked', () => {
    const { trend, part } = trendOf((day) => day % 3)
    const ask = () => forecast(trend, { part, whole: part + 60 }, on)
    expect(ask()).toEqual(ask())
  })

  // Worlds with a known pace: completions come in batches, so that weeks differ more than by chance.
  it.each([
    ['one by one', 10, 1],
    ['in batches of four', 10, 4],
    ['few and far between', 2, 1],
  ])('holds the true day four times in five: %s', (_what, perWeek, batch) => {
    const random = seededRandom(`worlds/${perWeek}/${batch}`)
    // Ten moments a day, at each of which a batch may be done.
    const chance = perWeek / batch / 70
    const gain = () => {
      let gained = 0
      for (let moment = 0; moment < 10; moment++) if (random.between(0, 999_999) < chance * 1_000_000) gained += batch
      return gained
    }
    let held = 0
    let asked = 0
    for (let world = 0; world < 400; world++) {
      const { trend, part } = trendOf(gain)
      const left = perWeek * 10
      const found = forecast(trend, { part, whole: part + left }, on)
      if (found.kind !== 'days') continue
      let [day, done] = [0, 0]
      while (done < left) {
        day += 1
        done += gain()
      }
      const truth = addDays(on, day)
      asked += 1
      if (truth >= found.early && (found.late === null || truth <= found.late)) held += 1
    }
    expect(asked).toBeGreaterThan(350)
    expect(held / asked).toBeGreaterThan(0.72)
    expect(held / asked).toBeLessThan(0.9)
  })
})

it('says how many a week make the day, rounded up, and nothing afterwards', () => {
  expect(neededPerWeek({ part: 10, whole: 31 }, on, addDays(on, 21))).toBe(7)
  expect(neededPerWeek({ part: 10, whole: 32 }, on, addDays(on, 21))).toBe(8)
  expect(neededPerWeek({ part: 10, whole: 10 }, on, addDays(on, 21))).toBeNull()
  expect(neededPerWeek({ part: 1, whole: 10 }, on, on)).toBeNull()
})
