import 'server-only'
import type { OwnRow } from '@/domain/fillback/own-sheet'
import { pool } from '@/server/db/client'

/**
 * Which of these rows are about enterprises of the programme that stand outside the area on that day, by code, or by their exact
 * name where the row has no code. Nothing else of another area is looked at.
 */
export async function rowsOutside(
  where: { programmeId: string; areaPath: string; on: string },
  rows: readonly OwnRow[],
): Promise<(row: OwnRow) => boolean> {
  const codes = [...new Set(rows.flatMap(({ uscc }) => uscc ?? []))]
  const names = [...new Set(rows.flatMap(({ uscc, enterprise }) => (uscc ? [] : (enterprise ?? []))))]
  const found = await pool.query<{ key: string }>(
    `SELECT DISTINCT key FROM (
       SELECT en.id, en.uscc AS key FROM enterprise en WHERE en.uscc = ANY($4::text[])
       UNION ALL
       SELECT n.enterprise_id, n.name FROM enterprise_name n WHERE n.name = ANY($5::text[]) AND n.retracted_at IS NULL
     ) asked
     JOIN roster_entry e ON e.enterprise_id = asked.id AND e.programme_id = $1
     JOIN entry_placement p ON p.entry_id = e.id AND p.retracted_at IS NULL
       AND p.from_on <= $2::date AND (p.to_on IS NULL OR p.to_on > $2::date)
     JOIN region l ON l.id = p.leaf_id AND NOT starts_with(l.path, $3)`,
    [where.programmeId, where.on, where.areaPath, codes, names],
  )
  const keys = new Set(found.rows.map(({ key }) => key))
  return ({ uscc, enterprise }) => keys.has(uscc ?? enterprise ?? '')
}
