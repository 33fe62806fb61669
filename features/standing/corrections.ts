import type { Day } from '@/domain/calendar/day'
import { covers } from '@/domain/calendar/interval'
import { countedKey, type RowDifferences } from './row-differences'
import type { IntervalRow } from './standing-rows'
import type { Place } from './tally-changes'

/** A day before today about which something else is known now than before, and where it is counted. */
export interface Correction {
  readonly programmeId: string
  readonly place: Place
  readonly day: Day
}

/**
 * Where, and from which past day on, the counts change when the differences are written. Only what a tally counts matters: another
 * holder or another missing code alone corrects nothing. May name a place several times; the earliest day holds.
 */
export function correctionsOf(differences: RowDifferences, today: Day): Correction[] {
  const owners = new Map<string, { gone: IntervalRow[]; added: IntervalRow[] }>()
  const changesOf = (row: IntervalRow) => {
    const key = row.seat_id ?? row.entry_id
    const changes = owners.get(key) ?? { gone: [], added: [] }
    owners.set(key, changes)
    return changes
  }
  for (const row of differences.goneIntervals) changesOf(row).gone.push(row)
  for (const row of differences.intervals) changesOf(row).added.push(row)
  return [...owners.values()].flatMap(({ gone, added }) => correctionsOfLine(gone, added, today))
}

function correctionsOfLine(gone: readonly IntervalRow[], added: readonly IntervalRow[], today: Day): Correction[] {
  const days = [...gone, ...added].flatMap((row) => (row.to_on === null ? [row.from_on] : [row.from_on, row.to_on]))
  const past = [...new Set(days)].filter((day) => day < today).sort()
  return past.flatMap((day) => {
    const before = rowOn(gone, day)
    const after = rowOn(added, day)
    if (before && after ? countedKey(before) === countedKey(after) : before === after) return []
    return [before, after].flatMap((row) => {
      if (!row?.leaf_id) return []
      return [{ programmeId: row.programme_id, place: { leafId: row.leaf_id, isKey: row.is_key }, day }]
    })
  })
}

function rowOn(rows: readonly IntervalRow[], day: Day): IntervalRow | undefined {
  return rows.find((row) => covers({ fromOn: row.from_on, toOn: row.to_on }, day))
}
