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
  const standings = compare(stored.standings, wanted.standings, standingKey)
  const seats = compare(stored.seats, wanted.seats, seatKey)
  const intervals = compare(stored.intervals, wanted.intervals, intervalKey)
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

function compare<Row>(stored: readonly Row[], wanted: readonly Row[], keyOf: (row: Row) => string) {
  const missing = new Map(wanted.map((row) => [keyOf(row), row]))
  const gone = stored.filter((row) => !missing.delete(keyOf(row)))
  return { added: [...missing.values()], gone }
}

// Keys name every column but the id. No value contains the separator, except codes, which come last.

function standingKey(row: StandingRow): string {
  return `${row.entry_id} ${row.programme_id} ${row.settled_on} ${row.next_change_on} ${row.leaf_id} ${row.is_key} ${row.asks_training} ${row.trained_any} ${row.trained_every} ${row.trained_any_evidence} ${row.trained_every_evidence} ${row.visited} ${row.heads} ${row.aware} ${row.clerks} ${row.ready} ${row.aware_by} ${row.ready_by}`
}

function seatKey(row: SeatRow): string {
  return `${row.seat_id} ${row.entry_id} ${row.kind} ${row.holding_id} ${row.holder_id} ${marksKey(row)} ${row.missing}`
}

function intervalKey(row: IntervalRow): string {
  return `${row.entry_id} ${row.from_on} ${row.to_on} ${row.holder_id} ${countedKey(row)} ${row.missing}`
}

/** What a tally counts of a stretch, and where: everything but its days, its holder and the codes of what is missing. */
export function countedKey(row: IntervalRow): string {
  return `${row.programme_id} ${row.seat_id} ${row.seat_kind} ${row.leaf_id} ${row.is_key} ${row.asks_training} ${row.trained_any} ${row.trained_every} ${row.trained_any_evidence} ${row.trained_every_evidence} ${row.visited} ${marksKey(row)}`
}

function marksKey(row: SeatRow | IntervalRow): string {
  return `${row.training} ${row.awareness} ${row.readiness} ${row.training_evidence} ${row.awareness_evidence} ${row.readiness_evidence}`
}
