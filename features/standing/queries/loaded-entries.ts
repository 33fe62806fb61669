import 'server-only'
import type { Day } from '@/domain/calendar/day'
import type { DayInterval } from '@/domain/calendar/interval'
import type { CompletionFact, EntryFacts, RequirementFact, SeatKind, VisitFact } from '@/domain/rates/entry-facts'
import { Prisma, type Transaction } from '@/server/db/client'
import { keptPrepared } from '../kept-prepared'
import type { DerivedRows } from '../row-differences'
import type { IntervalRow, SeatRow, StandingRow } from '../standing-rows'

/**
 * The entries of one completion are seldom more. PostgreSQL expects a hundred ids in any JSON list and then reads small tables whole; a limit
 * that cuts nothing off tells it better (one entry of 1,200: 0.9 ms instead of 12).
 */
const HANDFUL = 4

/** Facts of some entries, the rows derived from them so far, and the database's Shanghai day at that moment. */
export interface LoadedEntries {
  readonly today: Day
  readonly entries: readonly EntryFacts[]
  readonly stored: DerivedRows
}

interface Raw {
  today: Day
  programmes: (DayInterval & { id: string })[] | null
  requirements: (RequirementFact & { programmeId: string })[] | null
  entries: { id: string; programmeId: string }[] | null
  placements: (DayInterval & { entryId: string; leafId: string; isKey: boolean })[] | null
  seats: (DayInterval & { id: string; entryId: string; kind: SeatKind })[] | null
  holdings: (DayInterval & { id: string; seatId: string; personId: string })[] | null
  completions: CompletionFact[] | null
  visits: (VisitFact & { entryId: string })[] | null
  standings: StandingRow[] | null
  seatRows: SeatRow[] | null
  intervals: IntervalRow[] | null
}

/**
 * Loads everything `standingOf` needs for `entryIds`, in one statement, so in one snapshot; call it after their standings are locked.
 * Retracted facts are left out. Completions are those of all holders ever, as far as a requirement of the programme names their subject.
 * Ids that are no entry are left out.
 */
export async function loadedEntries(tx: Transaction, entryIds: readonly string[]): Promise<LoadedEntries> {
  // Ids as JSON: unlike an array parameter its length is guessed the same for every call, so the prepared plan is kept.
  const ids = JSON.stringify(entryIds)
  const isHandful = entryIds.length <= HANDFUL
  const mark = isHandful ? Prisma.sql`/* prepared: loaded-handful */` : Prisma.sql`/* prepared: loaded-entries */`
  const most = isHandful ? Prisma.sql`LIMIT 4` : Prisma.empty
  const [row] = await tx.$queryRaw<{ loaded: string }[]>`
    ${keptPrepared(mark, entryIds.length)}
    WITH wanted AS MATERIALIZED (SELECT id::uuid AS id FROM json_array_elements_text(${ids}::json) AS id ${most}),
    entry AS MATERIALIZED (SELECT e.id, e.programme_id FROM wanted JOIN roster_entry e USING (id)),
    post AS MATERIALIZED (
      SELECT s.id, s.entry_id, s.kind, s.from_on, s.to_on FROM entry JOIN seat s ON s.entry_id = entry.id
      WHERE s.retracted_at IS NULL),
    held AS MATERIALIZED (
      SELECT h.id, h.seat_id, h.person_id, h.from_on, h.to_on FROM post JOIN holding h ON h.seat_id = post.id
      WHERE h.retracted_at IS NULL),
    asked AS MATERIALIZED (
      SELECT r.id, r.programme_id, r.seat_kind, r.rate, r.from_on, r.to_on FROM requirement r
      WHERE r.programme_id IN (SELECT programme_id FROM entry) AND r.retracted_at IS NULL),
    option AS MATERIALIZED (
      SELECT a.* FROM requirement_alternative a JOIN asked ON asked.id = a.requirement_id),
    known AS MATERIALIZED (
      SELECT DISTINCT c.id, c.person_id, c.subject_kind, c.slug, c.content_version, c.happened_on, c.evidence
      FROM held JOIN completion c ON c.person_id = held.person_id AND c.retracted_at IS NULL)
    SELECT json_build_object(
      'today', (clock_timestamp() AT TIME ZONE 'Asia/Shanghai')::date,
      'programmes', (SELECT json_agg(json_build_object('id', p.id, 'fromOn', p.from_on, 'toOn', p.to_on))
        FROM programme p WHERE p.id IN (SELECT programme_id FROM entry)),
      'requirements', (SELECT json_agg(json_build_object('programmeId', a.programme_id, 'seatKind', a.seat_kind, 'rate', a.rate,
        'fromOn', a.from_on, 'toOn', a.to_on, 'alternatives', (SELECT coalesce(json_agg(json_build_object(
          'subjectKind', o.subject_kind, 'slug', o.slug, 'minVersion', o.min_version, 'validDays', o.valid_days, 'times', o.times,
          'evidence', o.evidence)), '[]') FROM option o WHERE o.requirement_id = a.id))) FROM asked a),
      'entries', (SELECT json_agg(json_build_object('id', e.id, 'programmeId', e.programme_id) ORDER BY e.id) FROM entry e),
      'placements', (SELECT json_agg(json_build_object('entryId', p.entry_id, 'fromOn', p.from_on, 'toOn', p.to_on,
        'leafId', p.leaf_id, 'isKey', p.is_key) ORDER BY p.from_on, p.id)
        FROM entry JOIN entry_placement p ON p.entry_id = entry.id WHERE p.retracted_at IS NULL),
      'seats', (SELECT json_agg(json_build_object('id', s.id, 'entryId', s.entry_id, 'kind', s.kind, 'fromOn', s.from_on,
        'toOn', s.to_on) ORDER BY s.id) FROM post s),
      'holdings', (SELECT json_agg(json_build_object('id', h.id, 'seatId', h.seat_id, 'personId', h.person_id,
        'fromOn', h.from_on, 'toOn', h.to_on) ORDER BY h.from_on, h.id) FROM held h),
      'completions', (SELECT json_agg(json_build_object('personId', c.person_id, 'subjectKind', c.subject_kind, 'slug', c.slug,
        'contentVersion', c.content_version, 'happenedOn', c.happened_on, 'evidence', c.evidence))
        FROM known c WHERE (c.subject_kind, c.slug) IN (SELECT o.subject_kind, o.slug FROM option o)),
      'visits', (SELECT json_agg(json_build_object('entryId', v.entry_id, 'visitedOn', v.visited_on, 'confirmedOn', v.confirmed_on))
        FROM entry JOIN visit v ON v.entry_id = entry.id WHERE v.retracted_at IS NULL),
      'standings', (SELECT json_agg(s) FROM entry JOIN standing s ON s.entry_id = entry.id),
      'seatRows', (SELECT json_agg(s) FROM entry JOIN seat_standing s ON s.entry_id = entry.id),
      'intervals', (SELECT json_agg(i) FROM entry JOIN standing_interval i ON i.entry_id = entry.id)
    )::text AS loaded`
  if (!row) throw new Error('The database answered nothing.')
  return understood(JSON.parse(row.loaded))
}

function understood(raw: Raw): LoadedEntries {
  const programmes = new Map((raw.programmes ?? []).map((programme) => [programme.id, programme]))
  const requirements = grouped(raw.requirements, (one) => one.programmeId)
  const placements = grouped(raw.placements, (one) => one.entryId)
  const seats = grouped(raw.seats, (one) => one.entryId)
  const holdings = grouped(raw.holdings, (one) => one.seatId)
  const completions = grouped(raw.completions, (one) => one.personId)
  const visits = grouped(raw.visits, (one) => one.entryId)

  const entries = (raw.entries ?? []).map(({ id, programmeId }): EntryFacts => {
    const programme = programmes.get(programmeId)
    if (!programme) throw new Error(`Programme ${programmeId} of entry ${id} is missing.`)
    const ofEntry = (seats.get(id) ?? []).map((seat) => ({ ...seat, holdings: holdings.get(seat.id) ?? [] }))
    const people = new Set(ofEntry.flatMap((seat) => seat.holdings.map((holding) => holding.personId)))
    return {
      entryId: id,
      programmeId,
      programme,
      requirements: requirements.get(programmeId) ?? [],
      placements: placements.get(id) ?? [],
      seats: ofEntry,
      completions: [...people].flatMap((person) => completions.get(person) ?? []),
      visits: visits.get(id) ?? [],
    }
  })
  const stored = { standings: raw.standings ?? [], seats: raw.seatRows ?? [], intervals: raw.intervals ?? [] }
  return { today: raw.today, entries, stored }
}

function grouped<Row>(rows: readonly Row[] | null, keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows ?? []) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}
