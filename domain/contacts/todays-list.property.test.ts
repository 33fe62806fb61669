import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../calendar/day'
import { isFilingSeason, OUTCOMES, restUntil } from './outcomes'
import { type Candidate, TODAY_AT_MOST, todaysList, whyOf } from './todays-list'

const on = '2026-11-20'
const day = fc.integer({ min: -120, max: 0 }).map((days) => addDays(on, days))
const candidate: fc.Arbitrary<Candidate> = fc.record({
  entryId: fc.uuid(),
  isKey: fc.boolean(),
  open: fc.nat(4),
  vacant: fc.nat(2),
  last: fc.option(
    fc
      .record({ outcome: fc.constantFrom(...OUTCOMES), contactedOn: day })
      .map(({ outcome, contactedOn }) => ({ outcome, contactedOn, restUntil: restUntil(outcome, contactedOn) })),
    { nil: null },
  ),
})
const many = fc.uniqueArray(candidate, { selector: ({ entryId }) => entryId, maxLength: 40 })

describe('today’s list', () => {
  it('holds at most ten, nobody who is done or rests, and everybody else while there is room', () => {
    fc.assert(
      fc.property(many, (candidates) => {
        const list = todaysList(candidates, on)
        const due = candidates.filter((one) => whyOf(one, on) !== null)
        expect(list.length).toBe(Math.min(due.length, TODAY_AT_MOST))
        for (const one of list) {
          expect(one.open + one.vacant).toBeGreaterThan(0)
          expect(one.last === null || one.last.restUntil <= on).toBe(true)
        }
      }),
    )
  })

  it('is the same whatever order the facts come in', () => {
    fc.assert(
      fc.property(many, (candidates) => {
        const ids = (list: readonly Candidate[]) => todaysList(list, on).map(({ entryId }) => entryId)
        expect(ids([...candidates].reverse())).toEqual(ids(candidates))
      }),
    )
  })

  it('never names an enterprise again within a week of having reached it, nor on the day nobody answered', () => {
    fc.assert(
      fc.property(candidate, fc.nat(6), (one, days) => {
        const last = (outcome: 'REACHED' | 'NO_ANSWER', contactedOn: string) => ({
          ...one,
          open: 2,
          last: { outcome, contactedOn, restUntil: restUntil(outcome, contactedOn) },
        })
        expect(whyOf(last('REACHED', addDays(on, -days)), on)).toBeNull()
        expect(whyOf(last('REACHED', addDays(on, -7)), on)).not.toBeNull()
        expect(whyOf(last('NO_ANSWER', on), on)).toBeNull()
        expect(whyOf(last('NO_ANSWER', addDays(on, -1)), on)).toBe('again')
      }),
    )
  })
})

it('knows the days of monthly returns', () => {
  expect(['2026-11-01', '2026-11-15', '2026-11-16', '2026-11-30'].map(isFilingSeason)).toEqual([
    true,
    true,
    false,
    false,
  ])
})
