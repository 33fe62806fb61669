import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { officerPaths } from '@/domain/permissions/reaches'
import { OPTIONAL_STEPS, type OptionalStepKey, type StartFacts } from '@/domain/start/steps'
import { shanghaiToday } from '@/server/clock'
import { db, pool } from '@/server/db/client'

/** The region whose first steps an officer sees: the top of their first grant. */
export interface StartRegion {
  id: string
  code: string
  name: string
  path: string
  kind: 'CITY' | 'COUNTY' | 'ZONE' | 'TOWNSHIP' | 'UNKNOWN'
}

/** What the steps are decided by, with what is told beside them. */
export interface CountedStart extends StartFacts {
  region: StartRegion
  townships: number
  programme: string | null
  /** Roster imports and batches of results that wait for somebody. */
  waitingImports: number
  waitingBatches: number
  resultRows: number
  /** Counties and zones (of a county: townships) that have no officer yet. */
  withoutOfficer: number
}

/** The region where this officer's steps are done, or null for somebody without one. */
export async function startRegion(actor: Actor): Promise<StartRegion | null> {
  const [path] = officerPaths(actor)
  if (!path) return null
  return db.region.findUnique({ where: { path }, select: { id: true, code: true, name: true, path: true, kind: true } })
}

/** The key of the setting that remembers what was put off in a region. */
export const startKey = (regionId: string) => `start:${regionId}`

/** What was put off in a region, in the order of the steps. */
export async function skippedSteps(regionId: string): Promise<OptionalStepKey[]> {
  const row = await db.setting.findUnique({ where: { key: startKey(regionId) } })
  const skipped = (row?.value as { skipped?: unknown } | undefined)?.skipped
  return OPTIONAL_STEPS.filter((key) => Array.isArray(skipped) && skipped.includes(key))
}

type Counts = Omit<CountedStart, 'region' | 'skipped' | 'isCity' | 'hasRegionsBelow'> & { below: number }

/** Everything the page of the first steps says, counted now in the officer's own area. */
export async function countedStart(actor: Actor): Promise<CountedStart | null> {
  const region = await startRegion(actor)
  if (!region) return null
  const values = [`${region.path}%`, region.id, actor.personId, shanghaiToday()]
  const [counted, skipped] = await Promise.all([pool.query<Counts>(COUNTS, values), skippedSteps(region.id)])
  const [row] = counted.rows
  if (!row) throw new Error('Counting gave nothing.')
  const { below, ...counts } = row
  return { ...counts, region, skipped, isCity: region.kind === 'CITY', hasRegionsBelow: below > 0 }
}

// $1 the area as a pattern, $2 its id, $3 who asks, $4 today. Links are counted by holding: a renewed one is no second.
const COUNTS = `
  WITH area AS (SELECT id, parent_id, path FROM region WHERE path LIKE $1 AND closed_on IS NULL AND kind <> 'UNKNOWN'),
  granted AS (
    SELECT g.person_id, r.path FROM officer_grant g JOIN region r ON r.id = g.region_id
    WHERE g.role = 'OFFICER' AND g.retracted_at IS NULL AND g.from_on <= $4::date AND (g.to_on IS NULL OR g.to_on > $4::date)
      AND r.path LIKE $1)
  SELECT
    (SELECT count(*)::int FROM region WHERE kind IN ('COUNTY', 'ZONE') AND closed_on IS NULL) AS counties,
    (SELECT count(*)::int FROM region WHERE kind = 'TOWNSHIP' AND closed_on IS NULL AND path LIKE $1) AS townships,
    (SELECT count(*)::int FROM area WHERE parent_id = $2::uuid) AS below,
    (SELECT count(*)::int FROM programme) AS programmes,
    (SELECT name FROM programme ORDER BY from_on DESC, id DESC LIMIT 1) AS programme,
    (SELECT coalesce(sum(t.entries), 0)::int FROM tally t JOIN region r ON r.id = t.leaf_id WHERE r.path LIKE $1) AS entries,
    (SELECT count(*)::int FROM import i JOIN region r ON r.id = i.region_id
      WHERE i.state IN ('UPLOADED', 'STAGING', 'STAGED', 'CONFIRMING') AND r.path LIKE $1) AS "waitingImports",
    (SELECT count(*)::int FROM result_batch b JOIN region r ON r.id = b.region_id
      WHERE b.state = 'WRITTEN' AND r.path LIKE $1) AS "resultBatches",
    (SELECT count(*)::int FROM result_batch b JOIN region r ON r.id = b.region_id
      WHERE b.state IN ('UPLOADED', 'READING', 'READ', 'MATCHING', 'MATCHED', 'WRITING') AND r.path LIKE $1) AS "waitingBatches",
    (SELECT count(*)::int FROM result_row w JOIN result_batch b ON b.id = w.batch_id JOIN region r ON r.id = b.region_id
      WHERE w.state = 'WRITTEN' AND b.state = 'WRITTEN' AND r.path LIKE $1) AS "resultRows",
    (SELECT count(DISTINCT person_id)::int FROM granted WHERE person_id <> $3::uuid) AS "otherOfficers",
    (SELECT count(*)::int FROM area a WHERE a.parent_id = $2::uuid
      AND NOT EXISTS (SELECT 1 FROM granted g WHERE g.path = a.path)) AS "withoutOfficer",
    (SELECT count(DISTINCT l.holding_id)::int FROM personal_link l JOIN holding h ON h.id = l.holding_id
      JOIN seat s ON s.id = h.seat_id JOIN standing st ON st.entry_id = s.entry_id JOIN region r ON r.id = st.leaf_id
      WHERE r.path LIKE $1) AS links`
