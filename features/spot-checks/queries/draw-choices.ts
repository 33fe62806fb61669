import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { scopePatterns } from '@/server/auth/scope'
import { pool } from '@/server/db/client'

/** Where a sample can be drawn, in the order of the tree, and how many seats are counted in the whole of it. */
export async function drawChoices(
  actor: Actor,
  programmeId: string,
): Promise<{ regions: { id: string; name: string; depth: number }[]; counted: number }> {
  const scope = scopePatterns(actor)
  const [regions, counted] = await Promise.all([
    pool.query<{ id: string; name: string; path: string }>(
      `SELECT id, name, path FROM region WHERE closed_on IS NULL AND path LIKE ANY ($1::text[]) ORDER BY path`,
      [scope],
    ),
    pool.query<{ counted: number }>(
      `SELECT coalesce(sum(y.aware), 0)::int AS counted FROM tally y JOIN region l ON l.id = y.leaf_id
       WHERE y.programme_id = $1 AND y.is_key AND l.path LIKE ANY ($2::text[])`,
      [programmeId, scope],
    ),
  ])
  const depthOf = (path: string) => path.split('.').length
  const top = Math.min(...regions.rows.map(({ path }) => depthOf(path)))
  return {
    regions: regions.rows.map(({ id, name, path }) => ({ id, name, depth: depthOf(path) - top })),
    counted: counted.rows[0]?.counted ?? 0,
  }
}
