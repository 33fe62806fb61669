import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completion, day, entryFacts } from '@/tests/conformance/random-entry'
import { addDays } from '../calendar/day'
import { covers } from '../calendar/interval'
import { awareness } from './awareness'
import type { EntryFacts } from './entry-facts'
import { readiness } from './readiness'
import { holdingOn, seatsOf } from './seats'
import { standingOf, stateOn } from './standing-of'
import { addTally, emptyTally, isEmptyTally, plainSums, tallyOf } from './tally'
import { training } from './training'
import { visits } from './visits'

const someDays = Array.from({ length: 80 }, (_, count) => addDays('2026-02-15', count))
const sumsOn = (entry: EntryFacts, on: string) => {
  const state = stateOn(standingOf(entry, on).timeLine, on)
  return state ? tallyOf(state) : emptyTally
}

describe('the time line of an entry', () => {
  it('says on every day exactly what the four rates decide for that day', () => {
    fc.assert(
      fc.property(entryFacts, (entry) => {
        const { timeLine } = standingOf(entry, '2026-03-10')
        for (const on of someDays) {
          const state = stateOn(timeLine, on)
          const sums = state ? tallyOf(state) : emptyTally
          expect({ part: sums.trainedAny, whole: sums.asked, by: sums.trainedAnyBy }).toEqual(
            training(entry, 'ANY', on),
          )
          expect({ part: sums.trainedEvery, whole: sums.asked, by: sums.trainedEveryBy }).toEqual(
            training(entry, 'EVERY', on),
          )
          expect({ part: sums.aware, whole: sums.heads, by: sums.awareBy }).toEqual(awareness(entry, on))
          expect({ part: sums.ready, whole: sums.clerks, by: sums.readyBy }).toEqual(readiness(entry, on))
          expect({ part: sums.visited, whole: sums.entries }).toEqual({
            part: visits(entry, on).part,
            whole: visits(entry, on).whole,
          })
        }
      }),
    )
  })

  it('has stretches in order that never overlap and never repeat the state before them', () => {
    fc.assert(
      fc.property(entryFacts, day, (entry, today) => {
        const standing = standingOf(entry, today)
        for (const line of [standing.timeLine, ...standing.seats.map((seat) => seat.timeLine)]) {
          line.slice(1).forEach((next, index) => {
            const before = line[index]
            expect(before?.toOn !== null && (before?.toOn ?? '') <= next.fromOn).toBe(true)
            if (before?.toOn === next.fromOn) expect(before.state).not.toEqual(next.state)
          })
        }
      }),
    )
  })

  it('as of a day equals the standing decided on that day: it does not depend on today', () => {
    fc.assert(
      fc.property(entryFacts, day, day, (entry, today, on) => {
        const [seen, then] = [standingOf(entry, today), standingOf(entry, on)]
        expect(seen.timeLine).toEqual(then.timeLine)
        if (entry.programme.toOn === null || on < entry.programme.toOn)
          expect(then.now).toEqual(stateOn(seen.timeLine, on))
      }),
    )
  })

  it('up to a day needs only the facts that had happened by that day', () => {
    fc.assert(
      fc.property(entryFacts, day, (entry, on) => {
        const known = {
          ...entry,
          completions: entry.completions.filter((one) => one.happenedOn <= on),
          visits: entry.visits.filter((visit) => visit.visitedOn <= on),
        }
        for (const earlier of someDays.filter((one) => one <= on)) {
          expect(stateOn(standingOf(known, on).timeLine, earlier)).toEqual(
            stateOn(standingOf(entry, on).timeLine, earlier),
          )
        }
      }),
      { numRuns: 30 },
    )
  })

  it('changes next exactly on the first day after today whose state differs', () => {
    fc.assert(
      fc.property(entryFacts, day, (entry, today) => {
        const { nextChangeOn } = standingOf(entry, today)
        const view = (on: string) => {
          const { now, seats } = standingOf(entry, on)
          return JSON.stringify([now, seats.map((seat) => seat.now)])
        }
        const first = someDays.find((on) => on > today && view(on) !== view(today))
        if (first === undefined) expect(nextChangeOn === null || nextChangeOn > (someDays.at(-1) ?? '')).toBe(true)
        else expect(nextChangeOn).toBe(first)
      }),
    )
  })
})

describe('the rates', () => {
  it('never fall when somebody completes one more thing', () => {
    fc.assert(
      fc.property(entryFacts, completion, day, (entry, extra, on) => {
        const before = sumsOn(entry, on)
        const after = sumsOn({ ...entry, completions: [...entry.completions, extra] }, on)
        for (const key of plainSums) expect(after[key]).toBeGreaterThanOrEqual(before[key])
      }),
    )
  })

  it('of a parent are the sums of its children, however the entries are split', () => {
    fc.assert(
      fc.property(fc.array(entryFacts, { maxLength: 6 }), day, fc.nat(6), (entries, on, cut) => {
        const sum = (some: readonly EntryFacts[]) =>
          some.reduce((all, entry) => addTally(all, sumsOn(entry, on)), emptyTally)
        const [left, right] = [sum(entries.slice(0, cut)), sum(entries.slice(cut))]
        expect(addTally(left, right)).toEqual(sum(entries))
        expect(isEmptyTally(addTally(addTally(left, right), sum(entries), -1))).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  it('carry each part in exactly one evidence class', () => {
    fc.assert(
      fc.property(entryFacts, day, (entry, on) => {
        const sums = sumsOn(entry, on)
        const total = (by: readonly number[]) => by.reduce((a, b) => a + b, 0)
        expect([sums.trainedAny, sums.trainedEvery, sums.aware, sums.ready]).toEqual(
          [sums.trainedAnyBy, sums.trainedEveryBy, sums.awareBy, sums.readyBy].map(total),
        )
        expect(sums.readyBy[3]).toBe(0)
      }),
    )
  })

  it('count vacant seats in the whole and never in the part', () => {
    fc.assert(
      fc.property(entryFacts, day, (entry, on) => {
        const deserted = { ...entry, seats: entry.seats.map((seat) => ({ ...seat, holdings: [] })) }
        const [before, after] = [sumsOn(entry, on), sumsOn(deserted, on)]
        expect([after.asked, after.heads, after.clerks]).toEqual([before.asked, before.heads, before.clerks])
        expect([after.trainedAny, after.trainedEvery, after.aware, after.ready]).toEqual([0, 0, 0, 0])
      }),
    )
  })

  it('look at the completions of present holders alone: a new holder starts from their own', () => {
    fc.assert(
      fc.property(entryFacts, day, (entry, on) => {
        const present = new Set(entry.seats.map((seat) => holdingOn(seat, on)?.personId))
        const own = { ...entry, completions: entry.completions.filter((one) => present.has(one.personId)) }
        expect(sumsOn(own, on)).toEqual(sumsOn(entry, on))
      }),
    )
  })

  it('have an empty whole when no requirement is in force', () => {
    fc.assert(
      fc.property(entryFacts, day, (entry, on) => {
        const unasked = { ...entry, requirements: entry.requirements.filter((one) => !covers(one, on)) }
        const sums = sumsOn(unasked, on)
        expect([sums.asked, sums.heads, sums.clerks, sums.trainedAny, sums.aware, sums.ready]).toEqual([
          0, 0, 0, 0, 0, 0,
        ])
      }),
    )
  })

  it('do not depend on the order in which facts are loaded', () => {
    fc.assert(
      fc.property(entryFacts, day, (entry, on) => {
        const reversed = {
          ...entry,
          requirements: entry.requirements.toReversed(),
          completions: entry.completions.toReversed(),
          visits: entry.visits.toReversed(),
          seats: entry.seats.toReversed(),
        }
        expect(sumsOn(reversed, on)).toEqual(sumsOn(entry, on))
      }),
    )
  })

  it('count every HEAD seat that exists when awareness is asked, once', () => {
    fc.assert(
      fc.property(entryFacts, day, (entry, on) => {
        expect([0, seatsOf(entry, 'HEAD', on).length]).toContain(sumsOn(entry, on).heads)
      }),
    )
  })
})
