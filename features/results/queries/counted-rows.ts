import 'server-only'
import { type Day, shanghaiDayOf } from '@/domain/calendar/day'
import type { SeatKind } from '@/domain/rates/entry-facts'
import type { ImportedCompletion } from '@/features/standing/commands/imported-completions'
import { databaseNow } from '@/server/clock'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { type CountsAs, countedRates } from '../batch-options'
import { openRow } from '../sealed-row'
import { sourceOf } from '../source-of'
import { type ImportedSubject, importedSubjects } from './imported-subjects'

/** Which rows of a batch: all, or those at some positions. */
export interface RowsMeant {
  batchId: string
  programmeId: string
  countsAs: CountsAs
  positions: readonly number[] | null
}

interface RowToCount {
  position: number
  personId: string
  happenedOn: Day
  sealed: Uint8Array
  seatKinds: SeatKind[]
}

/** What a matched row comes to: its completions, or why there are none. */
export interface CountedRow {
  position: number
  completions: ImportedCompletion[]
  reason: 'no-seat' | 'no-requirement' | null
}

const PIECE = 2000

/**
 * What the MATCHED rows of a batch count as now, piece by piece in the order of the sheet: for each kind of seat the person holds in the
 * programme, today or on the day it happened, each subject of a requirement in force that takes imported evidence.
 */
export async function* countedRows(tx: Transaction, meant: RowsMeant): AsyncGenerator<CountedRow[]> {
  const today = shanghaiDayOf(await databaseNow(tx))
  const subjects = await importedSubjects(meant.programmeId, today, tx)
  for (let after = -1; ; ) {
    const rows = await rowsToCount(tx, meant, { after, today })
    const last = rows.at(-1)
    if (!last) return
    after = last.position
    yield rows.map((row) => countedRow(row, meant, subjects))
  }
}

function rowsToCount(
  tx: Transaction,
  { batchId, programmeId, positions }: RowsMeant,
  { after, today }: { after: number; today: Day },
): Promise<RowToCount[]> {
  return tx.$queryRaw<RowToCount[]>`
    SELECT r.position, r.person_id AS "personId", to_char(r.happened_on, 'YYYY-MM-DD') AS "happenedOn", r.sealed,
      ARRAY(SELECT DISTINCT s.kind::text FROM holding h JOIN seat s ON s.id = h.seat_id JOIN roster_entry e ON e.id = s.entry_id
        WHERE h.person_id = r.person_id AND e.programme_id = ${programmeId}::uuid AND h.retracted_at IS NULL AND s.retracted_at IS NULL
          AND ((h.from_on <= r.happened_on AND (h.to_on IS NULL OR h.to_on > r.happened_on))
            OR (h.from_on <= ${today}::date AND (h.to_on IS NULL OR h.to_on > ${today}::date)))) AS "seatKinds"
    FROM result_row r
    WHERE r.batch_id = ${batchId}::uuid AND r.position > ${after} AND r.state = 'MATCHED'
      AND (${positions}::int[] IS NULL OR r.position = ANY(${positions}::int[]))
    ORDER BY r.position LIMIT ${PIECE}`
}

function countedRow(
  row: RowToCount,
  { batchId, countsAs }: RowsMeant,
  subjects: readonly ImportedSubject[],
): CountedRow {
  const { entry } = openRow(row.sealed)
  const { rates } = countedRates(entry ?? { score: null, passed: null }, countsAs)
  const mine = subjects.filter(({ rate, seatKind }) => rates.includes(rate) && row.seatKinds.includes(seatKind))
  const once = new Map(mine.map((one) => [`${one.subjectKind}:${one.slug}:${one.minVersion}`, one]))
  const completions = [...once.values()].map(({ subjectKind, slug, minVersion }) => ({
    personId: row.personId,
    subjectKind,
    slug,
    contentVersion: minVersion,
    happenedOn: row.happenedOn,
    sourceKey: sourceOf(batchId, row.position) + newId(),
  }))
  const reason = completions.length > 0 ? null : row.seatKinds.length === 0 ? 'no-seat' : 'no-requirement'
  return { position: row.position, completions, reason }
}
