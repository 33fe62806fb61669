import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { reaches } from '@/domain/permissions/reaches'
import { scopePatterns } from '@/server/auth/scope'
import { shanghaiToday } from '@/server/clock'
import { pool } from '@/server/db/client'
import { isId } from '@/server/db/id'
import { readSnapshot, type Snapshot } from '@/server/db/snapshot'

/** A round as this officer has it: the enterprises are those of the round in their own area. */
export type Round = {
  roundId: string
  title: string
  place: string
  fromOn: string
  /** The last day that counts. */
  lastOn: string
  isKeyOnly: boolean
  /** Enterprises visited within the days, of how many. Visits that the enterprise disputes do not count. */
  part: number
  whole: number
  /** Whether the officer may take it back. */
  isOwn: boolean
}

/**
 * A subquery over the enterprises t of round r, at region g, in this officer's area ($1), each with the visit v that counts for it. A round above is seen for its
 * part in the area.
 */
const entriesOf = (columns: string, more: { joins?: string; rest?: string } = {}) => `(SELECT ${columns}
  FROM standing t JOIN region l ON l.id = t.leaf_id AND l.path LIKE g.path || '%' AND l.path LIKE ANY ($1::text[]) ${more.joins ?? ''}
  LEFT JOIN LATERAL (SELECT v.visited_on, v.confirmed_on FROM visit v WHERE v.entry_id = t.entry_id AND v.retracted_at IS NULL AND v.disputed_at IS NULL
    AND v.visited_on >= r.from_on AND v.visited_on < r.to_on ORDER BY v.confirmed_on NULLS LAST, v.visited_on LIMIT 1) v ON true
  WHERE t.programme_id = r.programme_id AND (NOT r.is_key_only OR t.is_key) ${more.rest ?? ''})`

const COUNTS = 'count(v.visited_on)::int AS part, count(*)::int AS whole'

const SHOWN = `r.retracted_at IS NULL AND (g.path LIKE ANY ($1::text[]) OR EXISTS (SELECT FROM unnest($1::text[]) s WHERE rtrim(s, '%') LIKE g.path || '%'))`

const COLUMNS = `r.id AS "roundId", r.title, g.name AS place, g.path, r.from_on::text AS "fromOn", (r.to_on - 1)::text AS "lastOn", r.is_key_only AS "isKeyOnly"`

type Row = Omit<Round, 'isOwn'> & { path: string }
const roundOf = (actor: Actor, { path, ...row }: Row): Round => ({ ...row, isOwn: reaches(actor, path) })

/** Rounds that touch the officer's area, those that ended last at the end, at most fifty. */
export async function rounds(actor: Actor, programmeId: string): Promise<Round[]> {
  const { rows } = await pool.query<Row>(
    `SELECT ${COLUMNS}, c.part, c.whole FROM visit_round r JOIN region g ON g.id = r.region_id
     CROSS JOIN LATERAL ${entriesOf(COUNTS)} c
     WHERE r.programme_id = $2 AND ${SHOWN} ORDER BY r.to_on DESC, r.id DESC LIMIT 50`,
    [scopePatterns(actor), programmeId],
  )
  return rows.map((row) => roundOf(actor, row))
}

export type RoundPlace = { code: string; name: string; part: number; whole: number }
export type RoundEntry = {
  entryId: string
  enterprise: string
  visitedOn: string | null
  isConfirmed: boolean
}

/**
 * One round with its places and, of one place, its enterprises: those still to visit first. Number and list are of one moment. Null when it does not touch the
 * officer's area.
 */
export async function roundPage(
  actor: Actor,
  roundId: string,
  placeCode: string | undefined,
): Promise<{ round: Round; places: RoundPlace[]; at: RoundPlace | null; entries: RoundEntry[] } | null> {
  if (!isId(roundId)) return null
  const scope = scopePatterns(actor)
  return readSnapshot(async (snapshot) => {
    const [row] = await snapshot.rows<Row>(
      `SELECT ${COLUMNS}, 0 AS part, 0 AS whole FROM visit_round r JOIN region g ON g.id = r.region_id WHERE r.id = $2 AND ${SHOWN}`,
      [scope, roundId],
    )
    if (!row) return null
    const places = await snapshot.rows<RoundPlace>(
      `SELECT c.code, c.name, c.part, c.whole FROM visit_round r JOIN region g ON g.id = r.region_id
       CROSS JOIN LATERAL ${entriesOf(`l.code, l.name, l.path, ${COUNTS}`, { rest: 'GROUP BY l.code, l.name, l.path' })} c
       WHERE r.id = $2 ORDER BY c.path`,
      [scope, roundId],
    )
    const sum = (key: 'part' | 'whole') => places.reduce((total, place) => total + place[key], 0)
    const round = { ...roundOf(actor, row), part: sum('part'), whole: sum('whole') }
    const at = places.find(({ code }) => code === placeCode) ?? (places.length === 1 ? (places[0] ?? null) : null)
    return { round, places, at, entries: at ? await entriesAt(snapshot, scope, roundId, at.code) : [] }
  })
}

const NAMED = `JOIN roster_entry e ON e.id = t.entry_id JOIN LATERAL (SELECT name, pinyin_key FROM enterprise_name n
  WHERE n.enterprise_id = e.enterprise_id AND n.retracted_at IS NULL ORDER BY (n.from_on <= $4::date) DESC, n.from_on DESC LIMIT 1) n ON true`

function entriesAt(snapshot: Snapshot, scope: string[], roundId: string, placeCode: string): Promise<RoundEntry[]> {
  const columns = `t.entry_id AS "entryId", n.name AS enterprise, v.visited_on::text AS "visitedOn", v.confirmed_on IS NOT NULL AS "isConfirmed", n.pinyin_key`
  return snapshot.rows<RoundEntry>(
    `SELECT c."entryId", c.enterprise, c."visitedOn", c."isConfirmed" FROM visit_round r JOIN region g ON g.id = r.region_id
     CROSS JOIN LATERAL ${entriesOf(columns, { joins: NAMED, rest: 'AND l.code = $3' })} c
     WHERE r.id = $2 ORDER BY c."visitedOn" IS NOT NULL, c.pinyin_key COLLATE "C"`,
    [scope, roundId, placeCode, shanghaiToday()],
  )
}
