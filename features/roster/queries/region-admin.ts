import 'server-only'
import { pool } from '@/server/db/client'

export interface RegionRow {
  id: string
  parentId: string | null
  kind: 'CITY' | 'COUNTY' | 'ZONE' | 'TOWNSHIP' | 'UNKNOWN'
  code: string
  name: string
  isClosed: boolean
  entries: number
}

/** The whole tree in order with how many entries stand in each leaf now; for officers of the root only. */
export async function regionAdmin(): Promise<RegionRow[]> {
  const { rows } = await pool.query<RegionRow>(`
    SELECT r.id, r.parent_id AS "parentId", r.kind::text AS kind, r.code, r.name, r.closed_on IS NOT NULL AS "isClosed",
      (SELECT count(*)::int FROM entry_placement p WHERE p.leaf_id = r.id AND p.retracted_at IS NULL AND p.to_on IS NULL) AS entries
    FROM region r ORDER BY r.sort_order, r.path`)
  return rows
}
