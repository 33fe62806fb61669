import { newId } from '@/server/db/id'
import type { IntervalRow, SeatRow, StandingRow } from './standing-rows'

/** What has to be written so that the stored rows of some entries become the wanted ones. */
export interface RowDifferences {
  readonly standings: StandingRow[]
  readonly seats: SeatRow[]
  readonly goneSeats: string[]
  /** New or changed stretches; one that begins on the same day as a stored one of the same line takes over its id. */
  readonly intervals: IntervalRow[]
  /** The stored stretches that are replaced or removed. */
  readonly goneIntervals: IntervalRow[]
}

export interface DerivedRows {
  readonly standings: readonly StandingRow[]
  readonly seats: readonly SeatRow[]
  readonly intervals: readonly IntervalRow[]
}

/** Compares row by row; an interval is the same when everything but its id is. Rows that are equal are not written again. */
export function rowDifferences(stored: DerivedRows, wanted: DerivedRows): RowDifferences {
  const standings = compare(stored.standings, wanted.standings, [])
  const seats = compare(stored.seats, wanted.seats, [])
  const intervals = compare(stored.intervals, wanted.intervals, ['id'])
  const kept = new Set(wanted.seats.map((row) => row.seat_id))
  return {
    standings: standings.added,
    seats: seats.added,
    goneSeats: seats.gone.map((row) => row.seat_id).filter((id) => !kept.has(id)),
    intervals: withIds(intervals.added, intervals.gone),
    goneIntervals: intervals.gone,
  }
}

/** Whether nothing at all has to be written. */
export function isSame(differences: RowDifferences): boolean {
  return Object.values(differences).every((rows) => rows.length === 0)
}

function withIds(added: readonly IntervalRow[], gone: readonly IntervalRow[]): IntervalRow[] {
  const beginning = (row: IntervalRow) => `${row.seat_id ?? row.entry_id} ${row.from_on}`
  const ids = new Map(gone.map((row) => [beginning(row), row.id]))
  return added.map((row) => ({ ...row, id: ids.get(beginning(row)) ?? newId() }))
}

function compare<Row extends object>(stored: readonly Row[], wanted: readonly Row[], ignored: readonly string[]) {
  const sample = wanted[0] ?? stored[0] ?? {}
  const names = Object.keys(sample)
    .filter((name) => !ignored.includes(name))
    .sort()
  const missing = new Map(wanted.map((row) => [keyOf(row, names), row]))
  const gone = stored.filter((row) => !missing.delete(keyOf(row, names)))
  return { added: [...missing.values()], gone }
}

function keyOf(row: object, names: readonly string[]): string {
  return JSON.stringify(names.map((name) => Reflect.get(row, name)))
}
