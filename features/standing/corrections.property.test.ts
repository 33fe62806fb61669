import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '@/domain/calendar/day'
import type { EntryFacts } from '@/domain/rates/entry-facts'
import { standingOf, stateOn } from '@/domain/rates/standing-of'
import { tallyOf } from '@/domain/rates/tally'
import { newId } from '@/server/db/id'
import { completion, day, entryFacts } from '@/tests/conformance/random-entry'
import { correctionsOf } from './corrections'
import { type DerivedRows, isSame, rowDifferences } from './row-differences'
import { intervalRows, rememberedState, seatRows, standingRow } from './standing-rows'

const days = Array.from({ length: 70 }, (_, count) => addDays('2026-02-15', count))

function rowsOf(entry: EntryFacts, today: string): DerivedRows {
  const standing = standingOf(entry, today)
  const intervals = intervalRows(standing).map((row) => ({ ...row, id: newId() }))
  return { standings: [standingRow(standing, today)], seats: seatRows(standing), intervals }
}

/** What the entry adds to the tally of each place on a day. */
function countedOn(entry: EntryFacts, on: string): Record<string, string> {
  const state = stateOn(standingOf(entry, on).timeLine, on)
  return state ? { [`${state.leafId} ${state.isKey}`]: JSON.stringify(tallyOf(state)) } : {}
}

it('marks every place at the latest from the first past day on which its counts change', () => {
  fc.assert(
    fc.property(entryFacts, entryFacts, fc.array(completion, { maxLength: 2 }), day, (entry, other, more, today) => {
      const changed = { ...entry, placements: other.placements, completions: [...entry.completions, ...more] }
      const corrections = correctionsOf(rowDifferences(rowsOf(entry, today), rowsOf(changed, today)), today)
      for (const on of days.filter((one) => one < today)) {
        const [before, after] = [countedOn(entry, on), countedOn(changed, on)]
        for (const place of [...Object.keys(before), ...Object.keys(after)]) {
          if (before[place] === after[place]) continue
          const marked = corrections.filter((one) => `${one.place.leafId} ${one.place.isKey}` === place)
          expect(marked.some((one) => one.day <= on)).toBe(true)
        }
      }
      expect(corrections.every((one) => one.day < today)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

it('marks nothing and writes nothing when the facts say the same', () => {
  fc.assert(
    fc.property(entryFacts, day, (entry, today) => {
      const differences = rowDifferences(rowsOf(entry, today), rowsOf(entry, today))
      expect(isSame(differences)).toBe(true)
      expect(correctionsOf(differences, today)).toEqual([])
    }),
  )
})

it('remembers of a standing exactly what the tally counts', () => {
  fc.assert(
    fc.property(entryFacts, day, (entry, today) => {
      const standing = standingOf(entry, today)
      expect(rememberedState(standingRow(standing, today))).toEqual(standing.now)
    }),
  )
})

it('replaces a stored stretch in place when one of the same line begins on the same day', () => {
  fc.assert(
    fc.property(entryFacts, completion, day, (entry, extra, today) => {
      const stored = rowsOf(entry, today)
      const wanted = rowsOf({ ...entry, completions: [...entry.completions, extra] }, today)
      const { intervals, goneIntervals } = rowDifferences(stored, wanted)
      const gone = new Set(goneIntervals.map((row) => row.id))
      const kept = stored.intervals.filter((row) => !gone.has(row.id)).map((row) => row.id)
      const ids = [...kept, ...intervals.map((row) => row.id)]
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids).toHaveLength(wanted.intervals.length)
    }),
  )
})
