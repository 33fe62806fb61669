import 'server-only'
import { readJielong } from '@/domain/results/read-jielong'
import type { ResultReading } from '@/domain/results/result-row'
import { db } from '@/server/db/client'
import { readPaste } from '@/server/files/read-paste'
import { readWorkbook } from '@/server/files/read-workbook'
import { loadFile } from '@/server/files/stored-file'
import { WorkbookRefused } from '@/server/files/workbook-refusal'
import { type BatchOptions, type BatchReading, batchOptions } from '../batch-options'
import { looksLikeJielong } from '../looks-like-jielong'
import { withRemembered } from '../queries/remembered-columns'
import { BatchStopped, MAX_DATA_ROWS, ReadRows } from './read-rows'

/** Rows with any text: those of data and what stands above and below them. */
const MAX_ROWS = MAX_DATA_ROWS + 200

/**
 * Reads an uploaded file or block row by row into `result_row`: UPLOADED → READ, or REFUSED with the reason.
 *
 * Runs in the worker. Rows are committed in chunks, so that progress shows and a cancel is heard; after a crash it starts over. Doing it
 * again for a batch that is already read does nothing.
 */
export async function readBatch(batchId: string): Promise<void> {
  const { count } = await db.resultBatch.updateMany({
    where: { id: batchId, state: { in: ['UPLOADED', 'READING'] } },
    data: { state: 'READING', rowsDone: 0 },
  })
  if (count === 0) return
  try {
    const one = await db.resultBatch.findUniqueOrThrow({ where: { id: batchId } })
    const options = batchOptions(one.options)
    await db.resultRow.deleteMany({ where: { batchId } })
    const { sheets, hiddenSheets, rows } = await readFile(batchId, options)
    const isEmpty = sheets.every(({ dataRows }) => dataRows === 0)
    if (isEmpty) throw new WorkbookRefused(sheets.length > 0 ? 'no-rows' : 'no-header')
    await finish(batchId, one.regionId, { sheets, hiddenSheets, rows, options })
  } catch (error) {
    if (error instanceof BatchStopped) return
    const code = error instanceof WorkbookRefused ? error.code : isLasting(error) ? 'not-read' : null
    if (code === null) throw error
    await db.resultBatch.updateMany({
      where: { id: batchId, state: 'READING' },
      data: { state: 'REFUSED', refusal: { code } },
    })
  }
}

/** Whether trying again would fail in the same way; then the officer is told instead of waiting for ever. */
function isLasting(error: unknown): boolean {
  if (error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError) return true
  return error instanceof Error && /22P05|22021|22003|invalid byte sequence|unsupported Unicode/i.test(error.message)
}

async function readFile(
  batchId: string,
  options: BatchOptions,
): Promise<{ sheets: ResultReading[]; hiddenSheets: string[]; rows: number }> {
  const file = await loadFile(batchId)
  if (!file) throw new Error('The file of a batch is gone.')
  const reader = new ReadRows(batchId)
  if (file.mediaType !== 'text/plain') await readWorkbook(file.bytes, reader, { maxRows: MAX_ROWS })
  else {
    const text = file.bytes.toString('utf8')
    if (options.kind === 'JIELONG' || (options.kind === 'AUTO' && looksLikeJielong(text))) {
      const { rows, reading } = readJielong(text)
      await reader.take(rows)
      reader.sheets.push(reading)
    } else {
      reader.startSheet({ name: '', isHidden: false, merges: [] })
      await reader.rows(readPaste(text, MAX_ROWS))
      await reader.endSheet()
    }
  }
  await reader.flush()
  return { sheets: reader.sheets, hiddenSheets: reader.hiddenSheets, rows: reader.count }
}

async function finish(
  batchId: string,
  regionId: string,
  read: { sheets: ResultReading[]; hiddenSheets: string[]; rows: number; options: BatchOptions },
): Promise<void> {
  const { reading, questionnaire } = await withRemembered(regionId, read.sheets)
  const isQuestionnaire = reading.some(({ source }) => source === 'QUESTIONNAIRE')
  const source = isQuestionnaire ? 'QUESTIONNAIRE' : (reading[0]?.source ?? 'SHEET')
  const stored: BatchReading = {
    sheets: reading,
    hiddenSheets: read.hiddenSheets,
    isRemembered: questionnaire !== null,
  }
  const options: BatchOptions = {
    ...read.options,
    day: read.options.day ?? reading.find(({ proposedOn }) => proposedOn !== null)?.proposedOn ?? null,
    ...(questionnaire ? { proposed: questionnaire.mapping.countsAs } : {}),
  }
  await db.resultBatch.updateMany({
    where: { id: batchId, state: 'READING' },
    data: {
      state: 'READ',
      source,
      questionnaireId: questionnaire?.id ?? null,
      reading: stored as object,
      options: options as object,
      counts: { READ: read.rows },
      rowsDone: read.rows,
      rowsTotal: read.rows,
    },
  })
}
