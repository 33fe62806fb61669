import 'server-only'
import type { TallySums } from '@/domain/rates/tally'
import type { Snapshot } from '@/server/db/snapshot'
import { summedTallyColumns } from '@/features/standing/queries/tally-columns'

export type TrendDay = TallySums & { day: string; isCorrected: boolean }

/**
 * What was known at the end of each settled day, oldest first. A day from which facts have since changed is marked
 * (订正): opened, it is counted anew from the time lines.
 */
export function areaTrend(
  snapshot: Snapshot,
  question: { programmeId: string; regionId: string; path: string; keyOnly: boolean; from: string; to: string },
): Promise<TrendDay[]> {
  const { programmeId, regionId, path, keyOnly, from, to } = question
  return snapshot.rows<TrendDay>(
    `SELECT to_char(t.day, 'YYYY-MM-DD') AS day,
     coalesce(t.day >= (
       SELECT min(c.corrected_from_on) FROM tally c JOIN region l ON l.id = c.leaf_id
       WHERE c.programme_id = $1 AND l.path LIKE $6 AND (NOT $3::boolean OR c.is_key)), false) AS "isCorrected",
     ${summedTallyColumns}
     FROM daily_tally t
     WHERE t.programme_id = $1 AND t.region_id = $2 AND (NOT $3::boolean OR t.is_key)
       AND t.day BETWEEN $4::date AND $5::date
     GROUP BY t.day ORDER BY t.day`,
    [programmeId, regionId, keyOnly, from, to, `${path}%`],
  )
}
