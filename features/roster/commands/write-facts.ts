import 'server-only'
import type { Transaction } from '@/server/db/client'
import type { PlanWrites } from '../plan-writes'

/** Where facts come from and from which day they hold. */
export interface FactSource {
  programmeId: string
  importId: string | null
  recordedById: string | null
  effectiveOn: string
  /** Told to persons whose number is new: where it came from. */
  mobileSource: string
}

/** What was closed to make room for new facts, for the undo. */
export interface ClosedFact {
  kind: 'name' | 'placement' | 'holding'
  id: string
  /** Entry of a placement or holding; enterprise of a name. */
  ownerId: string
  /** What the new row takes the place of: enterprise, entry or seat. */
  placeId: string
  fromOn: string
  isRetracted: boolean
}

const CHUNK = 3000

async function inChunks<T>(rows: readonly T[], write: (json: string) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK) await write(JSON.stringify(rows.slice(start, start + CHUNK)))
}

/** Rows with the day before which they may not begin: when they take the place of one that was retracted, its own first day. */
function begun<T>(
  rows: readonly T[],
  closed: readonly ClosedFact[],
  placeOf: (row: T) => string,
): (T & { earliest: string | null })[] {
  const retracted = new Map(
    closed.filter(({ isRetracted }) => isRetracted).map(({ placeId, fromOn }) => [placeId, fromOn]),
  )
  return rows.map((row) => ({ ...row, earliest: retracted.get(placeOf(row)) ?? null }))
}

/**
 * Writes the facts of a plan, set by set, never row by row. An open interval that gives way ends on the effective day; one
 * that began on that day or later is retracted, and the new one begins when it did. So intervals never overlap, and none is empty.
 *
 * The caller holds the roster lock and the locks of `knownPersons`, and restands afterwards.
 */
export async function writeFacts(tx: Transaction, writes: PlanWrites, source: FactSource): Promise<ClosedFact[]> {
  await writePersons(tx, writes, source)
  await inChunks(
    writes.enterprises,
    (json) => tx.$executeRaw`
    INSERT INTO enterprise (id, uscc) SELECT x.id, x.uscc FROM json_to_recordset(${json}::json) AS x(id uuid, uscc text)`,
  )
  const closed: ClosedFact[] = []
  closed.push(...(await writeNames(tx, writes, source)))
  await inChunks(
    writes.entries,
    (json) => tx.$executeRaw`
    INSERT INTO roster_entry (id, programme_id, enterprise_id, recorded_by_id, import_id)
    SELECT x.id, ${source.programmeId}::uuid, x."enterpriseId", ${source.recordedById}::uuid, ${source.importId}::uuid
    FROM json_to_recordset(${json}::json) AS x(id uuid, "enterpriseId" uuid)`,
  )
  closed.push(...(await writePlacements(tx, writes, source)))
  await inChunks(
    writes.seats,
    (json) => tx.$executeRaw`
    INSERT INTO seat (id, entry_id, kind, post, from_on, recorded_by_id, import_id)
    SELECT x.id, x."entryId", x.kind::seat_kind, x.post, ${source.effectiveOn}::date, ${source.recordedById}::uuid, ${source.importId}::uuid
    FROM json_to_recordset(${json}::json) AS x(id uuid, "entryId" uuid, kind text, post text)`,
  )
  closed.push(...(await writeHoldings(tx, writes, source)))
  return closed
}

async function writePersons(tx: Transaction, writes: PlanWrites, source: FactSource): Promise<void> {
  await inChunks(
    writes.persons,
    (json) => tx.$executeRaw`
    INSERT INTO person (id, name, pinyin_key, mobile_cipher, mobile_hmac, mobile_source, import_id)
    SELECT x.id, x.name, x."pinyinKey", decode(x.cipher, 'base64'), decode(x.hmac, 'base64'),
      CASE WHEN x.hmac IS NULL THEN NULL ELSE ${source.mobileSource} END, ${source.importId}::uuid
    FROM json_to_recordset(${json}::json) AS x(id uuid, name text, "pinyinKey" text, cipher text, hmac text)`,
  )
  await inChunks(
    writes.mobiles,
    (json) => tx.$executeRaw`
    UPDATE person p SET mobile_cipher = decode(x.cipher, 'base64'), mobile_hmac = decode(x.hmac, 'base64'), mobile_source = ${source.mobileSource}
    FROM json_to_recordset(${json}::json) AS x("personId" uuid, cipher text, hmac text)
    WHERE p.id = x."personId" AND p.mobile_hmac IS NULL`,
  )
}

async function writeNames(tx: Transaction, writes: PlanWrites, source: FactSource): Promise<ClosedFact[]> {
  const ids = writes.names.map(({ enterpriseId }) => enterpriseId)
  const closed = await tx.$queryRaw<ClosedFact[]>`
    UPDATE enterprise_name SET to_on = CASE WHEN from_on < ${source.effectiveOn}::date THEN ${source.effectiveOn}::date END,
      retracted_at = CASE WHEN from_on >= ${source.effectiveOn}::date THEN now() END,
      retracted_by_id = CASE WHEN from_on >= ${source.effectiveOn}::date THEN ${source.recordedById}::uuid END
    WHERE enterprise_id = ANY(${ids}::uuid[]) AND retracted_at IS NULL AND to_on IS NULL
    RETURNING 'name' AS kind, id, enterprise_id AS "ownerId", enterprise_id AS "placeId", from_on::text AS "fromOn", retracted_at IS NOT NULL AS "isRetracted"`
  await inChunks(
    begun(writes.names, closed, ({ enterpriseId }) => enterpriseId),
    (json) => tx.$executeRaw`
    INSERT INTO enterprise_name (id, enterprise_id, from_on, name, pinyin_key, bigrams, industry, recorded_by_id, import_id)
    SELECT x.id, x."enterpriseId", GREATEST(${source.effectiveOn}::date, x.earliest, (SELECT max(o.to_on) FROM enterprise_name o
        WHERE o.enterprise_id = x."enterpriseId" AND o.retracted_at IS NULL)),
      x.name, x."pinyinKey", ARRAY(SELECT json_array_elements_text(x.bigrams)), x.industry, ${source.recordedById}::uuid, ${source.importId}::uuid
    FROM json_to_recordset(${json}::json) AS x(id uuid, "enterpriseId" uuid, name text, "pinyinKey" text, bigrams json, industry text, earliest date)`,
  )
  return closed
}

async function writePlacements(tx: Transaction, writes: PlanWrites, source: FactSource): Promise<ClosedFact[]> {
  const ids = writes.placements.map(({ entryId }) => entryId)
  const closed = await endPlacements(tx, ids, source)
  await inChunks(
    begun(writes.placements, closed, ({ entryId }) => entryId),
    (json) => tx.$executeRaw`
    INSERT INTO entry_placement (id, entry_id, from_on, leaf_id, is_key, recorded_by_id, import_id)
    SELECT x.id, x."entryId", GREATEST(${source.effectiveOn}::date, x.earliest, (SELECT max(o.to_on) FROM entry_placement o
        WHERE o.entry_id = x."entryId" AND o.retracted_at IS NULL)),
      x."leafId", x."isKey", ${source.recordedById}::uuid, ${source.importId}::uuid
    FROM json_to_recordset(${json}::json) AS x(id uuid, "entryId" uuid, "leafId" uuid, "isKey" boolean, earliest date)`,
  )
  return closed
}

/** Ends the present placement of these entries on the effective day; one that began on that day or later is retracted. */
export function endPlacements(
  tx: Transaction,
  entryIds: readonly string[],
  { effectiveOn, recordedById }: Pick<FactSource, 'effectiveOn' | 'recordedById'>,
): Promise<ClosedFact[]> {
  return tx.$queryRaw<ClosedFact[]>`
    UPDATE entry_placement SET to_on = CASE WHEN from_on < ${effectiveOn}::date THEN ${effectiveOn}::date END,
      retracted_at = CASE WHEN from_on >= ${effectiveOn}::date THEN now() END,
      retracted_by_id = CASE WHEN from_on >= ${effectiveOn}::date THEN ${recordedById}::uuid END
    WHERE entry_id = ANY(${[...entryIds]}::uuid[]) AND retracted_at IS NULL AND to_on IS NULL
    RETURNING 'placement' AS kind, id, entry_id AS "ownerId", entry_id AS "placeId", from_on::text AS "fromOn", retracted_at IS NOT NULL AS "isRetracted"`
}

async function writeHoldings(tx: Transaction, writes: PlanWrites, source: FactSource): Promise<ClosedFact[]> {
  const closed = await tx.$queryRaw<ClosedFact[]>`
    UPDATE holding h SET to_on = CASE WHEN h.from_on < ${source.effectiveOn}::date THEN ${source.effectiveOn}::date END,
      retracted_at = CASE WHEN h.from_on >= ${source.effectiveOn}::date THEN now() END,
      retracted_by_id = CASE WHEN h.from_on >= ${source.effectiveOn}::date THEN ${source.recordedById}::uuid END
    FROM seat s
    WHERE h.id = ANY(${writes.ended}::uuid[]) AND h.retracted_at IS NULL AND h.to_on IS NULL AND s.id = h.seat_id
    RETURNING 'holding' AS kind, h.id, s.entry_id AS "ownerId", h.seat_id AS "placeId", h.from_on::text AS "fromOn", h.retracted_at IS NOT NULL AS "isRetracted"`
  await inChunks(
    begun(writes.holdings, closed, ({ seatId }) => seatId),
    (json) => tx.$executeRaw`
    INSERT INTO holding (id, seat_id, person_id, from_on, delegation, recorded_by_id, import_id)
    SELECT x.id, x."seatId", x."personId", GREATEST(s.from_on, ${source.effectiveOn}::date, x.earliest, (SELECT max(o.to_on) FROM holding o
        WHERE o.seat_id = x."seatId" AND o.retracted_at IS NULL)),
      x.delegation::delegation, ${source.recordedById}::uuid, ${source.importId}::uuid
    FROM json_to_recordset(${json}::json) AS x(id uuid, "seatId" uuid, "personId" uuid, delegation text, earliest date)
    JOIN seat s ON s.id = x."seatId"`,
  )
  return closed
}
