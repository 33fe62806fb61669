import type { Day } from '@/domain/calendar/day'
import type { Evidence, SeatKind } from '@/domain/rates/entry-facts'
import { evidenceClasses } from '@/domain/rates/entry-facts'
import type { EntryState, SeatState, SeatStanding, Standing, Stretch } from '@/domain/rates/standing-of'

const noClass = evidenceClasses.map(() => 0)

// The derived tables as rows, with the names of their columns: read with row_to_json and written with json_populate_recordset.

/** A row of `standing`: what the tally counts of one entry. */
export interface StandingRow {
  entry_id: string
  programme_id: string
  settled_on: Day | null
  next_change_on: Day | null
  leaf_id: string | null
  is_key: boolean
  trained_any: boolean
  trained_every: boolean
  trained_any_evidence: Evidence | null
  trained_every_evidence: Evidence | null
  asks_training: boolean
  heads: number
  aware: number
  clerks: number
  ready: number
  visited: boolean
  aware_by: readonly number[]
  ready_by: readonly number[]
}

interface SeatMarks {
  training: boolean | null
  awareness: boolean | null
  readiness: boolean | null
  training_evidence: Evidence | null
  awareness_evidence: Evidence | null
  readiness_evidence: Evidence | null
  missing: readonly string[]
}

/** A row of `seat_standing`: one seat now. */
export interface SeatRow extends SeatMarks {
  seat_id: string
  entry_id: string
  kind: SeatKind
  holding_id: string | null
  holder_id: string | null
}

/** A row of `standing_interval`: one stretch of the time line of an entry (`seat_id` null) or a seat. */
export interface IntervalRow extends SeatMarks {
  id: string
  programme_id: string
  entry_id: string
  seat_id: string | null
  seat_kind: SeatKind | null
  from_on: Day
  to_on: Day | null
  holder_id: string | null
  leaf_id: string | null
  is_key: boolean
  asks_training: boolean
  trained_any: boolean
  trained_every: boolean
  trained_any_evidence: Evidence | null
  trained_every_evidence: Evidence | null
  visited: boolean
}

/** The state now as a row; `settledOn` is the day it speaks of. */
export function standingRow(standing: Standing, settledOn: Day): StandingRow {
  const { now } = standing
  const [awareBy, readyBy] = [now?.awareBy ?? noClass, now?.readyBy ?? noClass]
  return {
    entry_id: standing.entryId,
    programme_id: standing.programmeId,
    settled_on: settledOn,
    next_change_on: standing.nextChangeOn,
    leaf_id: now?.leafId ?? null,
    is_key: now?.isKey ?? false,
    trained_any: Boolean(now?.trainedAny),
    trained_every: Boolean(now?.trainedEvery),
    trained_any_evidence: now?.trainedAny ?? null,
    trained_every_evidence: now?.trainedEvery ?? null,
    asks_training: now?.asksTraining ?? false,
    heads: now?.heads ?? 0,
    aware: sum(awareBy),
    clerks: now?.clerks ?? 0,
    ready: sum(readyBy),
    visited: now?.isVisited ?? false,
    aware_by: awareBy,
    ready_by: readyBy,
  }
}

/** What a row of `standing` counts; null = not on the roster. The inverse of `standingRow`. */
export function rememberedState(row: StandingRow): EntryState | null {
  if (row.leaf_id === null) return null
  return {
    leafId: row.leaf_id,
    isKey: row.is_key,
    asksTraining: row.asks_training,
    trainedAny: row.trained_any_evidence,
    trainedEvery: row.trained_every_evidence,
    heads: row.heads,
    awareBy: row.aware_by,
    clerks: row.clerks,
    readyBy: row.ready_by,
    isVisited: row.visited,
  }
}

// Each row is one literal: a hundred thousand entries make a million of them.

/** The seats now, as rows; seats that do not exist or are not on the roster today have none. */
export function seatRows(standing: Standing): SeatRow[] {
  return standing.seats.flatMap(({ seatId, kind, now }) => {
    if (!now) return []
    return {
      seat_id: seatId,
      entry_id: standing.entryId,
      kind,
      holding_id: now.holdingId,
      holder_id: now.holderId,
      training: now.training?.isMet ?? null,
      awareness: now.awareness?.isMet ?? null,
      readiness: now.readiness?.isMet ?? null,
      training_evidence: now.training?.evidence ?? null,
      awareness_evidence: now.awareness?.evidence ?? null,
      readiness_evidence: now.readiness?.evidence ?? null,
      missing: now.missing,
    }
  })
}

/** All time lines of the entry as rows; `id` stays empty until a row is to be written. */
export function intervalRows(standing: Standing): IntervalRow[] {
  const rows = standing.timeLine.map((stretch) => entryInterval(standing, stretch))
  for (const seat of standing.seats) {
    for (const stretch of seat.timeLine) rows.push(seatInterval(standing, seat, stretch))
  }
  return rows
}

function entryInterval(standing: Standing, { fromOn, toOn, state }: Stretch<EntryState>): IntervalRow {
  return {
    id: '',
    programme_id: standing.programmeId,
    entry_id: standing.entryId,
    seat_id: null,
    seat_kind: null,
    from_on: fromOn,
    to_on: toOn,
    holder_id: null,
    leaf_id: state.leafId,
    is_key: state.isKey,
    asks_training: state.asksTraining,
    trained_any: state.trainedAny !== null,
    trained_every: state.trainedEvery !== null,
    trained_any_evidence: state.trainedAny,
    trained_every_evidence: state.trainedEvery,
    visited: state.isVisited,
    training: null,
    awareness: null,
    readiness: null,
    training_evidence: null,
    awareness_evidence: null,
    readiness_evidence: null,
    missing: [],
  }
}

function seatInterval(
  standing: Standing,
  seat: SeatStanding,
  { fromOn, toOn, state }: Stretch<SeatState>,
): IntervalRow {
  return {
    id: '',
    programme_id: standing.programmeId,
    entry_id: standing.entryId,
    seat_id: seat.seatId,
    seat_kind: seat.kind,
    from_on: fromOn,
    to_on: toOn,
    holder_id: state.holderId,
    leaf_id: state.leafId,
    is_key: state.isKey,
    asks_training: false,
    trained_any: false,
    trained_every: false,
    trained_any_evidence: null,
    trained_every_evidence: null,
    visited: false,
    training: state.training?.isMet ?? null,
    awareness: state.awareness?.isMet ?? null,
    readiness: state.readiness?.isMet ?? null,
    training_evidence: state.training?.evidence ?? null,
    awareness_evidence: state.awareness?.evidence ?? null,
    readiness_evidence: state.readiness?.evidence ?? null,
    missing: state.missing,
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
