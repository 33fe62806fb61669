import 'server-only'
import type { Transaction } from '@/server/db/client'
import { spelling } from '@/server/matching/spelling'
import { enterpriseKeyOf, personKeyOf, type RowToMatch } from '../row-matcher'
import { openRow } from '../sealed-row'
import type { TaughtAlias } from '../taught-aliases'

/** A matched or written row with the batch it is in. */
export interface RowBefore extends RowToMatch {
  batchId: string
  state: string
  how: string
  entryId: string
  personId: string
  rowKey: Uint8Array | null
}

type Found = RowBefore & { enterpriseId: string; regionPath: string }
type Alias = TaughtAlias & { regionPath: string }

/**
 * The rows of the programme, in any batch, that were matched by a spelling forgotten just now and that no other remembered spelling
 * explains. Rows matched by code, mobile or name are never among them, whatever became of the roster since.
 *
 * @param areaPath the area the forgotten spellings were taught in
 */
export async function leaningRows(
  tx: Transaction,
  programmeId: string,
  areaPath: string,
  forgotten: readonly TaughtAlias[],
): Promise<RowBefore[]> {
  const enterpriseIds = [...new Set(forgotten.map(({ enterpriseId }) => enterpriseId))]
  if (enterpriseIds.length === 0) return []
  const found = await tx.$queryRaw<Found[]>`
    SELECT r.batch_id AS "batchId", r.position, r.sheet, r.row, r.sealed, r.state::text AS state, r.how, r.entry_id AS "entryId",
      r.person_id AS "personId", r.row_key AS "rowKey", e.enterprise_id AS "enterpriseId", area.path AS "regionPath"
    FROM result_batch b JOIN region area ON area.id = b.region_id
    JOIN result_row r ON r.batch_id = b.id JOIN roster_entry e ON e.id = r.entry_id
    WHERE b.programme_id = ${programmeId}::uuid AND b.state IN ('MATCHED', 'MATCHING', 'WRITING', 'WRITTEN')
      AND (starts_with(area.path, ${areaPath}) OR starts_with(${areaPath}, area.path))
      AND e.enterprise_id = ANY(${enterpriseIds}::uuid[]) AND r.state IN ('MATCHED', 'WRITTEN') AND r.how = 'alias'
    ORDER BY r.batch_id, r.position`
  if (found.length === 0) return []
  const live = await tx.$queryRaw<Alias[]>`
    SELECT a.enterprise_key AS "enterpriseKey", a.person_key AS "personKey", a.enterprise_id AS "enterpriseId",
      a.person_id AS "personId", area.path AS "regionPath"
    FROM name_alias a JOIN region area ON area.id = a.region_id
    WHERE a.retracted_at IS NULL AND a.enterprise_id = ANY(${enterpriseIds}::uuid[])`
  const known = await spelling(tx)
  return found.filter((row) => {
    const { entry } = openRow(row.sealed)
    if (!entry) return false
    const keys = [enterpriseKeyOf(entry.enterprise, known), personKeyOf(entry.person, known)] as const
    const left = live.filter(({ regionPath }) => isAboveOrBelow(regionPath, row.regionPath))
    // A spelling of the person explains more than one of the enterprise alone does.
    if (left.some((alias) => isPersonBy(alias, row, keys))) return false
    if (forgotten.some((alias) => isPersonBy(alias, row, keys))) return true
    const isEnterpriseBy = (alias: TaughtAlias) =>
      alias.personKey === '' && alias.enterpriseId === row.enterpriseId && alias.enterpriseKey === keys[0]
    return forgotten.some(isEnterpriseBy) && !left.some(isEnterpriseBy)
  })
}

function isAboveOrBelow(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one)
}

/** A taught spelling of a person holds at their enterprise however that is written; see `rosterIndex`. */
function isPersonBy(alias: TaughtAlias, row: Found, [, personKey]: readonly [string, string]): boolean {
  if (alias.personKey === '' || alias.enterpriseId !== row.enterpriseId) return false
  return alias.personKey === personKey && alias.personId === row.personId
}
