import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { reaches } from '@/domain/permissions/reaches'
import { scopePatterns } from '@/server/auth/scope'
import { pool } from '@/server/db/client'

export type LeafOwners = {
  leafId: string
  place: string
  entries: number
  /** Enterprises without anybody at post A. */
  free: number
  owners: { name: string; post: 'A' | 'B'; count: number }[]
}

/** Who looks after whom, a row a leaf of the officer's area with enterprises on the roster, in the order of the tree. Numbers of enterprises, no more. */
export async function ownersByLeaf(actor: Actor, programmeId: string): Promise<LeafOwners[]> {
  const { rows } = await pool.query<LeafOwners>(
    `WITH here AS (
       SELECT t.entry_id, t.leaf_id FROM standing t JOIN region l ON l.id = t.leaf_id
       WHERE t.programme_id = $1 AND l.path LIKE ANY ($2::text[])),
     held AS (
       SELECT h.leaf_id, o.person_id, o.post, count(*)::int AS count FROM here h JOIN entry_owner o ON o.entry_id = h.entry_id
       WHERE o.to_on IS NULL AND o.retracted_at IS NULL GROUP BY 1, 2, 3)
     SELECT l.id AS "leafId", CASE WHEN c.parent_id IS NULL THEN l.name ELSE c.name || l.name END AS place, count(*)::int AS entries,
       count(*) FILTER (WHERE NOT EXISTS (SELECT FROM entry_owner o WHERE o.entry_id = h.entry_id AND o.post = 'A' AND o.to_on IS NULL
         AND o.retracted_at IS NULL))::int AS free,
       coalesce((SELECT json_agg(json_build_object('name', p.name, 'post', d.post, 'count', d.count) ORDER BY d.post, p.pinyin_key)
         FROM held d JOIN person p ON p.id = d.person_id WHERE d.leaf_id = l.id), '[]') AS owners
     FROM here h JOIN region l ON l.id = h.leaf_id LEFT JOIN region c ON c.id = l.parent_id
     GROUP BY l.id, c.id ORDER BY l.path`,
    [programmeId, scopePatterns(actor)],
  )
  return rows
}

export type EntryOwners = { programmeId: string; leafPath: string; owners: { name: string; post: 'A' | 'B' }[] }

/** Who looks after one enterprise now; null when it is not on the roster in the officer's area. */
export async function entryOwners(actor: Actor, entryId: string): Promise<EntryOwners | null> {
  const { rows } = await pool.query<EntryOwners>(
    `SELECT t.programme_id AS "programmeId", l.path AS "leafPath",
       coalesce((SELECT json_agg(json_build_object('name', p.name, 'post', o.post) ORDER BY o.post) FROM entry_owner o
         JOIN person p ON p.id = o.person_id WHERE o.entry_id = t.entry_id AND o.to_on IS NULL AND o.retracted_at IS NULL), '[]') AS owners
     FROM standing t JOIN region l ON l.id = t.leaf_id WHERE t.entry_id = $1`,
    [entryId],
  )
  const [found] = rows
  return found && reaches(actor, found.leafPath) ? found : null
}

/** How many enterprises of a programme the officer looks after, at either post. */
export async function ownCount(actor: Actor, programmeId: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(DISTINCT o.entry_id)::int AS count FROM entry_owner o JOIN standing t ON t.entry_id = o.entry_id
     WHERE o.person_id = $1 AND o.to_on IS NULL AND o.retracted_at IS NULL AND t.programme_id = $2`,
    [actor.personId, programmeId],
  )
  return rows[0]?.count ?? 0
}
