import type { Day } from '@/domain/calendar/day'
import { pool } from '@/server/db/client'

/**
 * The counts of one leaf and key flag, in the order: entries, asked, trained ANY, EVERY, heads, aware, clerks, ready, visited, then
 * trained ANY, trained EVERY, aware and ready per evidence class (IN_PERSON, SESSION, ONLINE, IMPORTED). Keys are 'leafId isKey'.
 * Buckets of nothing but zeros are left out.
 */
export type Counts = Record<string, number[]>

/** Counts from the facts alone, in SQL that shares nothing with the domain: the second opinion. */
export function countedFromFacts(programmeId: string, on: Day): Promise<Counts> {
  return counts(fromFacts, [programmeId, on])
}

/** Counts the rows of the lists as of a day: what the time lines say. */
export function countedFromTimeLines(programmeId: string, on: Day): Promise<Counts> {
  return counts(fromTimeLines, [programmeId, on])
}

/** Counts the rows of the lists of now: standings and seat standings. */
export function countedFromLists(programmeId: string): Promise<Counts> {
  return counts(fromLists, [programmeId])
}

/** The tallies as they stand. */
export function tallied(programmeId: string): Promise<Counts> {
  return counts(fromTallies, [programmeId])
}

/** The sums over all buckets: what the parent of all leaves must show. */
export function summed(buckets: Counts): number[] {
  return Object.values(buckets).reduce(
    (sum, one) => sum.map((value, index) => value + (one[index] ?? 0)),
    Array(25).fill(0),
  )
}

async function counts(sql: string, values: unknown[]): Promise<Counts> {
  const { rows } = await pool.query<{ leafId: string; isKey: boolean; counts: number[] }>(sql, values)
  const counted = rows.filter((row) => row.counts.some((count) => count !== 0))
  return Object.fromEntries(counted.map((row) => [`${row.leafId} ${row.isKey}`, row.counts]))
}

const ofChairs = (kind: string, what: string) =>
  `(SELECT ${what} FROM per_chair c WHERE c.kind = '${kind}' AND (c.leaf_id, c.is_key) = (e.leaf_id, e.is_key))`
const chairClasses = (kind: string) =>
  [1, 2, 3, 4].map((rank) => ofChairs(kind, `count(*) FILTER (WHERE class = ${rank})`)).join(', ')
const classes = (column: string) => [1, 2, 3, 4].map((rank) => `count(*) FILTER (WHERE ${column} = ${rank})`).join(', ')
const rank = (column: string) => `array_position(ARRAY['IN_PERSON', 'SESSION', 'ONLINE', 'IMPORTED'], ${column}::text)`

const summedUp = `
    SELECT e.leaf_id AS "leafId", e.is_key AS "isKey", ARRAY[
      count(*), count(*) FILTER (WHERE asked), count(any_class), count(every_class),
      ${ofChairs('HEAD', 'count(*)')}, ${ofChairs('HEAD', 'count(class)')},
      ${ofChairs('CLERK', 'count(*)')}, ${ofChairs('CLERK', 'count(class)')}, count(*) FILTER (WHERE visited),
      ${classes('any_class')}, ${classes('every_class')},
      ${chairClasses('HEAD')}, ${chairClasses('CLERK')}]::int[] AS counts
    FROM per_entry e GROUP BY e.leaf_id, e.is_key`

const fromFacts = `
    WITH campaign AS (
      SELECT id, from_on, to_on FROM programme
      WHERE id = $1::uuid AND daterange(from_on, to_on) @> $2::date),
    placed AS (
      SELECT ep.entry_id, ep.leaf_id, ep.is_key FROM campaign
      JOIN roster_entry re ON re.programme_id = campaign.id
      JOIN entry_placement ep ON ep.entry_id = re.id
      WHERE ep.retracted_at IS NULL AND daterange(ep.from_on, ep.to_on) @> $2::date),
    chair AS (
      SELECT s.id, s.kind, s.entry_id, h.person_id FROM placed
      JOIN seat s USING (entry_id)
      LEFT JOIN holding h ON h.seat_id = s.id AND h.retracted_at IS NULL AND daterange(h.from_on, h.to_on) @> $2::date
      WHERE s.retracted_at IS NULL AND daterange(s.from_on, s.to_on) @> $2::date),
    demand AS (
      SELECT r.id, r.seat_kind, r.rate FROM requirement r
      WHERE r.programme_id = $1::uuid AND r.retracted_at IS NULL AND daterange(r.from_on, r.to_on) @> $2::date),
    found AS (
      SELECT c.id AS chair_id, d.rate, d.id AS demand_id, a.id AS way_id, a.times,
        CASE f.evidence WHEN 'IN_PERSON' THEN 1 WHEN 'SESSION' THEN 2 WHEN 'ONLINE' THEN 3 WHEN 'IMPORTED' THEN 4 END AS class
      FROM chair c JOIN demand d ON d.seat_kind = c.kind
      LEFT JOIN requirement_alternative a ON a.requirement_id = d.id
      LEFT JOIN completion f ON f.person_id = c.person_id AND f.retracted_at IS NULL
        AND (f.subject_kind, f.slug) = (a.subject_kind, a.slug) AND f.content_version >= a.min_version
        AND f.evidence = ANY (a.evidence) AND NOT (d.rate = 'READINESS' AND f.evidence = 'IMPORTED')
        AND f.happened_on <= $2::date AND coalesce(f.happened_on + a.valid_days > $2::date, true)
      ),
    numbered AS (
      SELECT *, row_number() OVER (PARTITION BY chair_id, demand_id, way_id ORDER BY class) AS nth FROM found),
    answered AS (
      SELECT chair_id, rate, demand_id, min(class) FILTER (WHERE nth = times) AS class
      FROM numbered GROUP BY chair_id, rate, demand_id),
    verdict AS (
      SELECT chair_id, rate, CASE WHEN count(*) = count(class) THEN max(class) END AS class FROM answered GROUP BY chair_id, rate),
    per_entry AS (
      SELECT p.*,
        EXISTS (SELECT 1 FROM demand WHERE rate = 'TRAINING') AS asked,
        (SELECT min(v.class) FROM chair c JOIN verdict v ON v.chair_id = c.id
          WHERE c.entry_id = p.entry_id AND v.rate = 'TRAINING') AS any_class,
        (SELECT CASE WHEN count(*) = count(v.class) THEN max(v.class) END FROM chair c JOIN verdict v ON v.chair_id = c.id
          WHERE c.entry_id = p.entry_id AND v.rate = 'TRAINING') AS every_class,
        EXISTS (SELECT 1 FROM visit vi JOIN campaign ON true WHERE vi.entry_id = p.entry_id AND vi.retracted_at IS NULL
          AND vi.confirmed_on IS NOT NULL AND vi.visited_on <= $2::date AND vi.visited_on >= campaign.from_on) AS visited
      FROM placed p),
    per_chair AS (
      SELECT p.leaf_id, p.is_key, c.kind, v.class FROM placed p JOIN chair c USING (entry_id)
      JOIN verdict v ON v.chair_id = c.id AND (c.kind, v.rate) IN (('HEAD', 'AWARENESS'), ('CLERK', 'READINESS')))
    ${summedUp}`

const fromTimeLines = `
    WITH line AS (
      SELECT * FROM standing_interval WHERE programme_id = $1::uuid AND daterange(from_on, to_on) @> $2::date),
    per_entry AS (
      SELECT leaf_id, is_key, asks_training AS asked, visited, ${rank('trained_any_evidence')} AS any_class,
        ${rank('trained_every_evidence')} AS every_class
      FROM line WHERE seat_id IS NULL),
    per_chair AS (
      SELECT leaf_id, is_key, seat_kind AS kind,
        CASE seat_kind WHEN 'HEAD' THEN ${rank('awareness_evidence')} ELSE ${rank('readiness_evidence')} END AS class
      FROM line WHERE CASE seat_kind WHEN 'HEAD' THEN awareness WHEN 'CLERK' THEN readiness END IS NOT NULL)
    ${summedUp}`

const fromLists = `
    WITH per_entry AS (
      SELECT leaf_id, is_key, asks_training AS asked, visited, ${rank('trained_any_evidence')} AS any_class,
        ${rank('trained_every_evidence')} AS every_class
      FROM standing WHERE programme_id = $1::uuid AND leaf_id IS NOT NULL),
    per_chair AS (
      SELECT leaf_id, is_key, kind,
        CASE kind WHEN 'HEAD' THEN ${rank('awareness_evidence')} ELSE ${rank('readiness_evidence')} END AS class
      FROM seat_standing JOIN standing USING (entry_id)
      WHERE programme_id = $1::uuid AND CASE kind WHEN 'HEAD' THEN awareness WHEN 'CLERK' THEN readiness END IS NOT NULL)
    ${summedUp}`

const fromTallies = `
    SELECT leaf_id AS "leafId", is_key AS "isKey", ARRAY[entries, asked, trained_any, trained_every, heads, aware, clerks, ready,
      visited] || trained_any_by || trained_every_by || aware_by || ready_by AS counts
    FROM tally WHERE programme_id = $1::uuid`
