import 'server-only'
import { isShaky } from '@/domain/labs/concepts'
import type { Actor } from '@/domain/permissions/actor'
import { pool } from '@/server/db/client'
import { namedConcept, type NamedConcept } from '../concept-names'
import { LAST_RESULTS } from './results-sql'

export type MyConcept = NamedConcept & { key: string }

type Row = { kind: 'LAB' | 'EXAM'; slug: string; concept: string; sure: number; asked: number }

/** What the actor themselves had fewer than four fifths right of in their last certifying runs and papers; each lesson once. */
export async function myShakyConcepts(actor: Actor): Promise<MyConcept[]> {
  const { rows } = await pool.query<Row>(
    `WITH people AS (SELECT $1::uuid AS person_id), ${LAST_RESULTS}
     SELECT kind, slug, concept, sure, asked FROM outcome ORDER BY kind DESC, slug, concept`,
    [actor.personId],
  )
  return rows
    .filter(({ sure, asked }) => isShaky(sure, asked))
    .flatMap(({ kind, slug, concept }) => {
      const words = namedConcept(kind, slug, concept)
      return words ? [{ ...words, key: `${kind}:${slug}:${concept}` }] : []
    })
}
