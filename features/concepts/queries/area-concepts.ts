import 'server-only'
import { SHAKY_BELOW_PERCENT } from '@/domain/labs/concepts'
import type { Actor } from '@/domain/permissions/actor'
import { mayRead, seesPersonsInFull } from '@/domain/permissions/reaches'
import { scopePatterns } from '@/server/auth/scope'
import { pool } from '@/server/db/client'
import { namedConcept, type NamedConcept } from '../concept-names'
import { LAST_RESULTS } from './results-sql'

/** Fewer people than this are not told apart from one another: a number would be a name. */
export const TOLD_FROM = 5

export type AreaConcept = NamedConcept & { key: string; people: number; shaky: number }
export type AreaConcepts = {
  rows: AreaConcept[]
  /** Concepts that fewer than `TOLD_FROM` people were asked about. */
  untold: number
}

type Row = { kind: 'LAB' | 'EXAM'; slug: string; concept: string; people: number; shaky: number }

const COUNTED = `${LAST_RESULTS}
SELECT kind, slug, concept, count(*)::int AS people, count(*) FILTER (WHERE sure * 100 < asked * ${SHAKY_BELOW_PERCENT})::int AS shaky
FROM outcome GROUP BY kind, slug, concept`

/**
 * What the present clerks of an area are not sure of yet: per concept how many were asked in their last certifying run or paper, and how many
 * had fewer than four fifths right; most people first. No names, no order of people or areas. Null when the region is not the reader's.
 *
 * @param at.path the region's path; `keyOnly` counts key enterprises alone
 */
export async function areaConcepts(
  actor: Actor,
  at: { path: string; programmeId: string; keyOnly: boolean },
): Promise<AreaConcepts | null> {
  if (!mayRead(actor, at.path)) return null
  const { rows } = await pool.query<Row>(
    `WITH people AS (
       SELECT DISTINCT z.holder_id AS person_id FROM standing t JOIN region l ON l.id = t.leaf_id
       JOIN seat_standing z ON z.entry_id = t.entry_id
       WHERE t.programme_id = $1 AND l.path LIKE $2 AND (t.is_key OR NOT $3) AND z.kind = 'CLERK' AND z.holder_id IS NOT NULL),
     ${COUNTED}`,
    [at.programmeId, `${at.path}%`, at.keyOnly],
  )
  const told = rows.filter(({ people }) => people >= TOLD_FROM)
  return { rows: named(told), untold: rows.length - told.length }
}

/**
 * What the present clerks of one enterprise are not sure of yet; null above the leaf's parent, where persons are not named either, and when the
 * entry is not on the roster now or not in the officer's scope.
 */
export async function entryConcepts(actor: Actor, entryId: string): Promise<AreaConcept[] | null> {
  const { rows: places } = await pool.query<{ path: string }>(
    `SELECT l.path FROM standing t JOIN region l ON l.id = t.leaf_id WHERE t.entry_id = $1 AND l.path LIKE ANY ($2::text[])`,
    [entryId, scopePatterns(actor)],
  )
  const [place] = places
  if (!place || !seesPersonsInFull(actor, place.path)) return null
  const { rows } = await pool.query<Row>(
    `WITH people AS (
       SELECT DISTINCT holder_id AS person_id FROM seat_standing
       WHERE entry_id = $1 AND kind = 'CLERK' AND holder_id IS NOT NULL),
     ${COUNTED}`,
    [entryId],
  )
  return named(rows.filter(({ shaky }) => shaky > 0))
}

function named(rows: readonly Row[]): AreaConcept[] {
  return rows
    .flatMap(({ kind, slug, concept, people, shaky }) => {
      const words = namedConcept(kind, slug, concept)
      return words ? [{ ...words, key: `${kind}:${slug}:${concept}`, people, shaky }] : []
    })
    .sort((one, other) => other.shaky - one.shaky || other.people - one.people || (one.key < other.key ? -1 : 1))
}
