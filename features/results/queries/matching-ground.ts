import 'server-only'
import { shanghaiDayOf } from '@/domain/calendar/day'
import { databaseNow } from '@/server/clock'
import type { Transaction } from '@/server/db/client'
import { dayOfColumn } from '@/server/db/day'
import { loadRosterIndex } from '@/server/matching/load-roster-index'
import { type BatchReading, batchOptions } from '../batch-options'
import type { MatchingGround } from '../row-matcher'
import { fingerprintOf } from './remembered-columns'

/** Everything the rows of a batch are matched with, the roster of its area as it is today among it; loaded once per job. */
export async function matchingGround(tx: Transaction, batchId: string): Promise<MatchingGround> {
  const one = await tx.resultBatch.findUniqueOrThrow({ where: { id: batchId } })
  const programme = await tx.programme.findUniqueOrThrow({
    where: { id: one.programmeId },
    select: { fromOn: true, toOn: true },
  })
  const { path } = await tx.region.findUniqueOrThrow({ where: { id: one.regionId }, select: { path: true } })
  const { day, countsAs } = batchOptions(one.options)
  if (!countsAs) throw new Error('A batch is matched before its columns were confirmed.')
  const { sheets } = one.reading as unknown as BatchReading
  const today = shanghaiDayOf(await databaseNow(tx))
  return {
    batchId,
    programmeId: one.programmeId,
    programme: { fromOn: dayOfColumn(programme.fromOn), toOn: programme.toOn ? dayOfColumn(programme.toOn) : null },
    today,
    day,
    countsAs,
    sheets: new Map(
      sheets.map((sheet) => [sheet.sheet, { columns: sheet.columns, fingerprint: fingerprintOf(sheet) }]),
    ),
    index: await loadRosterIndex(tx, { programmeId: one.programmeId, areaPath: path, on: today }),
  }
}
