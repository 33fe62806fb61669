import 'server-only'
import type { Day } from '@/domain/calendar/day'
import type { MatchAlias, MatchEntry, MatchHolder } from '@/domain/matching/match'
import { type RosterIndex, rosterIndex } from '@/domain/matching/roster-index'
import type { Transaction } from '@/server/db/client'
import { spelling } from './spelling'

/** Which roster rows are matched to: the programme, the area (path of a region) and the day. */
export interface RosterArea {
  programmeId: string
  areaPath: string
  on: Day
}

interface EntryRow {
  entryId: string
  enterpriseId: string
  uscc: string
  name: string
  formerNames: string[]
  place: string
}
type HolderRow = MatchHolder & { entryId: string }

/**
 * The roster of one area on one day, ready for matching, in three statements however large it is.
 *
 * Every name an enterprise has had counts, except retracted ones; only present holders do. Aliases are those taught in the area,
 * above it or below it. Mobiles are loaded as keys, never as numbers.
 */
export async function loadRosterIndex(tx: Transaction, area: RosterArea): Promise<RosterIndex> {
  const entries = await entryRows(tx, area)
  const holders = await holdersByEntry(tx, area)
  const matchable: MatchEntry[] = entries.map((entry) => ({ ...entry, holders: holders.get(entry.entryId) ?? [] }))
  return rosterIndex(matchable, await aliasRows(tx, area.areaPath), await spelling(tx))
}

/** The name is the one of that day; when it had none yet, its earliest. */
function entryRows(tx: Transaction, { programmeId, areaPath, on }: RosterArea): Promise<EntryRow[]> {
  return tx.$queryRaw<EntryRow[]>`
    SELECT e.id AS "entryId", en.id AS "enterpriseId", en.uscc, n.names[1] AS name, n.names[2:] AS "formerNames",
      CASE WHEN above.kind IN ('COUNTY', 'ZONE') THEN above.name || ' ' || leaf.name ELSE leaf.name END AS place
    FROM roster_entry e
    JOIN enterprise en ON en.id = e.enterprise_id
    JOIN entry_placement p ON p.entry_id = e.id AND p.retracted_at IS NULL
      AND p.from_on <= ${on}::date AND (p.to_on IS NULL OR p.to_on > ${on}::date)
    JOIN region leaf ON leaf.id = p.leaf_id AND starts_with(leaf.path, ${areaPath})
    LEFT JOIN region above ON above.id = leaf.parent_id
    JOIN LATERAL (SELECT array_agg(name ORDER BY
        (from_on <= ${on}::date AND (to_on IS NULL OR to_on > ${on}::date)) DESC, from_on, id) AS names
      FROM enterprise_name WHERE enterprise_id = en.id AND retracted_at IS NULL) n ON n.names IS NOT NULL
    WHERE e.programme_id = ${programmeId}::uuid`
}

async function holdersByEntry(
  tx: Transaction,
  { programmeId, areaPath, on }: RosterArea,
): Promise<Map<string, MatchHolder[]>> {
  const rows = await tx.$queryRaw<HolderRow[]>`
    SELECT s.entry_id AS "entryId", p.id AS "personId", p.name, encode(p.mobile_hmac, 'hex') AS "mobileKey",
      s.kind::text AS "seatKind"
    FROM roster_entry e
    JOIN entry_placement at ON at.entry_id = e.id AND at.retracted_at IS NULL
      AND at.from_on <= ${on}::date AND (at.to_on IS NULL OR at.to_on > ${on}::date)
    JOIN region leaf ON leaf.id = at.leaf_id AND starts_with(leaf.path, ${areaPath})
    JOIN seat s ON s.entry_id = e.id AND s.retracted_at IS NULL
      AND s.from_on <= ${on}::date AND (s.to_on IS NULL OR s.to_on > ${on}::date)
    JOIN holding h ON h.seat_id = s.id AND h.retracted_at IS NULL
      AND h.from_on <= ${on}::date AND (h.to_on IS NULL OR h.to_on > ${on}::date)
    JOIN person p ON p.id = h.person_id AND p.merged_into_id IS NULL
    WHERE e.programme_id = ${programmeId}::uuid`
  const holders = new Map<string, MatchHolder[]>()
  for (const { entryId, ...holder } of rows) {
    const list = holders.get(entryId)
    if (list) list.push(holder)
    else holders.set(entryId, [holder])
  }
  return holders
}

/** Of enterprises that are not on this roster `rosterIndex` takes no notice. */
function aliasRows(tx: Transaction, areaPath: string): Promise<MatchAlias[]> {
  return tx.$queryRaw<MatchAlias[]>`
    SELECT a.enterprise_key AS "enterpriseKey", a.person_key AS "personKey", a.enterprise_id AS "enterpriseId",
      a.person_id AS "personId"
    FROM name_alias a JOIN region r ON r.id = a.region_id
    WHERE a.retracted_at IS NULL AND (starts_with(r.path, ${areaPath}) OR starts_with(${areaPath}, r.path))
    ORDER BY a.id`
}
