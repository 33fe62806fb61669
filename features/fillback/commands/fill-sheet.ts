import 'server-only'
import { columnsOf, earlierColumns } from '@/domain/fillback/columns'
import { recordAudit } from '@/server/audit/record'
import { shanghaiToday } from '@/server/clock'
import { inTransaction } from '@/server/context'
import { db } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { readSnapshot } from '@/server/db/snapshot'
import { patchSeparated } from '@/server/files/patch-separated'
import { patchWorkbook, type SheetPatch } from '@/server/files/patch-workbook'
import { dropFile, loadFile, storeFile } from '@/server/files/stored-file'
import { loadRosterIndex } from '@/server/matching/load-roster-index'
import { RowFiller } from '../filled-rows'
import { matchOwnRows } from '../match-own-rows'
import { MEDIA, readOwnFile } from '../own-file'
import { type FilledCounts, fillOptions } from '../reading'
import { sheetWords, widthOf } from '../sheet-words'
import { refusalOf } from './refusal-of'

type Asked = NonNullable<Awaited<ReturnType<typeof db.fillBack.findUnique>>>
type Original = NonNullable<Awaited<ReturnType<typeof loadFile>>>

/**
 * Fills the office's sheet as the officer asked: FILLING → FILLED, or REFUSED with the reason. Runs in the worker. The filled file, the
 * state and the audit event are one transaction, so that after a crash it is done again as if never begun; done twice, nothing
 * happens the second time.
 */
export async function fillSheet(fillBackId: string, requestId: string): Promise<void> {
  const one = await db.fillBack.findUnique({ where: { id: fillBackId } })
  if (one?.state !== 'FILLING') return
  const original = await loadFile(fillBackId)
  if (!original) throw new Error('The file of a fill-back is gone.')
  try {
    const { bytes, counts } = await filled(one, original)
    await keep(one, { name: original.name, mediaType: original.mediaType, bytes }, counts, requestId)
  } catch (error) {
    const refusal = { code: refusalOf(error) }
    await db.fillBack.updateMany({ where: { id: one.id, state: 'FILLING' }, data: { state: 'REFUSED', refusal } })
  }
}

async function filled(one: Asked, original: Original): Promise<{ bytes: Buffer; counts: FilledCounts }> {
  const options = fillOptions(one.options)
  const columns = columnsOf(options.columns)
  const words = sheetWords()
  const today = shanghaiToday()
  const on = options.on ?? today
  const area = await db.region.findUniqueOrThrow({ where: { id: one.regionId }, select: { path: true } })
  const where = { programmeId: one.programmeId, areaPath: area.path, on }
  const question = { ...where, isNow: on === today, rule: await trainingRule(one.programmeId, on) }
  const sheets = await readOwnFile(original, async () => {})
  const index = await loadRosterIndex(db, where)
  const matched = sheets.map((sheet) => ({ sheet, matches: matchOwnRows(index, sheet, options.chosen) }))
  const headers = columns.map(words.headerOf)
  const widths = columns.map(widthOf)
  // The snapshot is held for the reading alone: writing a large workbook takes longer than a transaction may idle.
  const { patches, counts } = await readSnapshot(async (snapshot) => {
    const filler = new RowFiller(snapshot, question, columns, options, words)
    const patches: SheetPatch[] = []
    for (const { sheet, matches } of matched) {
      const { summary } = sheet
      if (!summary?.header || matches.length === 0) continue
      const rows = await filler.cells(matches)
      const earlier = earlierColumns(summary.headerTexts, words.isOurs, columns.length)
      patches.push({ sheet: sheet.sheet, headerRow: summary.header.lastRow, headers, widths, rows, earlier })
    }
    return { patches, counts: filler.counts }
  })
  const [first] = patches
  if (original.mediaType === MEDIA.workbook) return { bytes: await patchWorkbook(original.bytes, patches), counts }
  return { bytes: first ? patchSeparated(original.bytes, first) : original.bytes, counts }
}

/** The rule in force on that day, as the lists take it. */
async function trainingRule(programmeId: string, on: string): Promise<'ANY' | 'EVERY'> {
  const day = columnOfDay(on)
  const rule = await db.programmeRule.findFirst({
    where: { programmeId, retractedAt: null, fromOn: { lte: day }, OR: [{ toOn: null }, { toOn: { gt: day } }] },
    select: { trainingRule: true },
  })
  return rule?.trainingRule ?? 'ANY'
}

async function keep(
  one: Asked,
  file: { name: string; mediaType: string; bytes: Buffer },
  counts: FilledCounts,
  requestId: string,
): Promise<void> {
  await inTransaction(async (tx) => {
    const resultFileId = newId()
    const { count } = await tx.fillBack.updateMany({
      where: { id: one.id, state: 'FILLING' },
      data: { state: 'FILLED', counts: counts as object, resultFileId, filledAt: new Date() },
    })
    if (count === 0) return
    if (one.resultFileId) await dropFile(tx, one.resultFileId)
    await storeFile(tx, { id: resultFileId, ...file, createdById: one.createdById })
    const area = await tx.region.findUniqueOrThrow({ where: { id: one.regionId }, select: { path: true } })
    await recordAudit(
      tx,
      { actor: { personId: one.createdById } as never, requestId },
      {
        kind: 'fill-back.filled',
        subjectId: one.id,
        regionPath: area.path,
        detail: { rows: counts.rows, filled: counts.filled, open: counts.open, outside: counts.outside },
      },
    )
  })
}
