import 'server-only'
import type { EntryOnDay, LineStretch, SeatOnDay } from '@/domain/fillback/rate-mark'
import type { Evidence, SeatKind } from '@/domain/rates/entry-facts'
import type { Snapshot } from '@/server/db/snapshot'

/** Which entries, as of which day: `isNow` reads what the standing rows remember, as lists of now do. */
export interface DayQuestion {
  programmeId: string
  areaPath: string
  on: string
  isNow: boolean
}

const SEAT = `s.seat_id AS "seatId", s.holder_id AS "holderId", s.training, s.awareness, s.readiness,
  s.training_evidence::text AS "trainingEvidence", s.awareness_evidence::text AS "awarenessEvidence",
  s.readiness_evidence::text AS "readinessEvidence", s.missing`
const ENTRY = `t.entry_id AS "entryId", t.asks_training AS "asksTraining", t.trained_any AS "trainedAny",
  t.trained_every AS "trainedEvery", t.trained_any_evidence::text AS "anyEvidence",
  t.trained_every_evidence::text AS "everyEvidence", t.visited`

const entriesNow = `SELECT ${ENTRY} FROM standing t JOIN region l ON l.id = t.leaf_id AND starts_with(l.path, $3)
  WHERE t.programme_id = $1 AND $2::date IS NOT NULL AND t.entry_id = ANY($4::uuid[])`
const entriesOn = `SELECT ${ENTRY} FROM standing_interval t JOIN region l ON l.id = t.leaf_id AND starts_with(l.path, $3)
  WHERE t.programme_id = $1 AND t.seat_id IS NULL AND t.from_on <= $2::date AND (t.to_on IS NULL OR t.to_on > $2::date)
    AND t.entry_id = ANY($4::uuid[])`
const seatsNow = `SELECT s.entry_id AS "entryId", s.kind::text AS kind, ${SEAT} FROM seat_standing s
  WHERE s.entry_id = ANY($1::uuid[]) AND $2::date IS NOT NULL ORDER BY s.kind, s.seat_id`
const seatsOn = `SELECT s.entry_id AS "entryId", s.seat_kind::text AS kind, ${SEAT} FROM standing_interval s
  WHERE s.entry_id = ANY($1::uuid[]) AND s.seat_id IS NOT NULL
    AND s.from_on <= $2::date AND (s.to_on IS NULL OR s.to_on > $2::date) ORDER BY s.seat_kind, s.seat_id`
const lines = `SELECT entry_id AS "entryId", seat_id AS "seatId", holder_id AS "holderId", from_on::text AS "fromOn",
    to_on::text AS "toOn", trained_any AS "trainedAny", trained_every AS "trainedEvery", visited, training, awareness, readiness
  FROM standing_interval WHERE entry_id = ANY($1::uuid[]) AND from_on <= $2::date ORDER BY entry_id, seat_id, from_on`

interface Marks {
  training: boolean | null
  awareness: boolean | null
  readiness: boolean | null
}
interface EntryRow {
  entryId: string
  asksTraining: boolean
  trainedAny: boolean
  trainedEvery: boolean
  anyEvidence: Evidence | null
  everyEvidence: Evidence | null
  visited: boolean
}
interface SeatRow extends Marks {
  entryId: string
  seatId: string
  kind: SeatKind
  holderId: string | null
  trainingEvidence: Evidence | null
  awarenessEvidence: Evidence | null
  readinessEvidence: Evidence | null
  missing: string[]
}
interface LineRow extends Marks {
  entryId: string
  seatId: string | null
  holderId: string | null
  fromOn: string
  toOn: string | null
  trainedAny: boolean
  trainedEvery: boolean
  visited: boolean
}

/** The standings of these entries on the day, as the lists have them. One outside the area, or not on the roster then, is left out. */
export async function entriesOnDay(
  snapshot: Snapshot,
  question: DayQuestion,
  entryIds: readonly string[],
): Promise<Map<string, EntryOnDay>> {
  const { programmeId, areaPath, on, isNow } = question
  const values = [programmeId, on, areaPath, entryIds]
  const entries = await snapshot.rows<EntryRow>(isNow ? entriesNow : entriesOn, values)
  const ids = entries.map(({ entryId }) => entryId)
  const seats = grouped(await snapshot.rows<SeatRow>(isNow ? seatsNow : seatsOn, [ids, on]), seatOf)
  const stretches = grouped(await snapshot.rows<LineRow>(lines, [ids, on]), lineOf)
  return new Map(
    entries.map((entry) => [
      entry.entryId,
      {
        asksTraining: entry.asksTraining,
        trained: { ANY: entry.trainedAny, EVERY: entry.trainedEvery },
        trainedEvidence: { ANY: entry.anyEvidence, EVERY: entry.everyEvidence },
        visited: entry.visited,
        seats: seats.get(entry.entryId) ?? [],
        lines: stretches.get(entry.entryId) ?? [],
      },
    ]),
  )
}

function grouped<R extends { entryId: string }, T>(rows: readonly R[], of: (row: R) => T): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.entryId)
    if (group) group.push(of(row))
    else groups.set(row.entryId, [of(row)])
  }
  return groups
}

function metOf({ training, awareness, readiness }: Marks): SeatOnDay['met'] {
  return { training, awareness, readiness }
}

function seatOf(row: SeatRow): SeatOnDay {
  const { seatId, kind, holderId, missing } = row
  const evidence = {
    training: row.trainingEvidence,
    awareness: row.awarenessEvidence,
    readiness: row.readinessEvidence,
  }
  return { seatId, kind, holderId, missing, met: metOf(row), evidence }
}

function lineOf(row: LineRow): LineStretch {
  const { seatId, holderId, fromOn, toOn, visited } = row
  const trained = { ANY: row.trainedAny, EVERY: row.trainedEvery }
  return { seatId, holderId, fromOn, toOn, visited, trained, met: metOf(row) }
}
