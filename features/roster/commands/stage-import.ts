import 'server-only'
import { regionIndex } from '@/domain/regions/match-region'
import type { ParsedRow } from '@/domain/roster/read-row'
import { type SheetSummary, SheetParser } from '@/domain/roster/sheet-parser'
import type { SheetRow } from '@/domain/roster/sheet'
import { db, type Transaction } from '@/server/db/client'
import { decodeText } from '@/server/files/decode-text'
import { MEDIA_TYPES } from '@/server/files/first-look'
import { readPaste } from '@/server/files/read-paste'
import { readWorkbook, type RowTaker, type SheetInfo } from '@/server/files/read-workbook'
import { loadFile } from '@/server/files/stored-file'
import { WorkbookRefused } from '@/server/files/workbook-refusal'
import { importOptions } from '../import-options'
import { placeRow } from '../place-row'
import { planStaged } from '../queries/plan-staged'
import { regionNodes } from '../queries/region-nodes'
import { sealRow } from '../sealed-row'
import { longTransaction } from './long-transaction'
import { savePlan } from './save-plan'

const MAX_ROWS = 100_000
const CHUNK = 1000

/**
 * Reads an uploaded file row by row into `import_row` and plans it: UPLOADED → STAGED, or REFUSED with the reason.
 *
 * Runs in the worker. Rows are committed in chunks, so that progress shows and a cancel is heard; after a crash it
 * starts over. Doing it again for an import that is already staged does nothing.
 */
export async function stageImport(importId: string): Promise<void> {
  const { count } = await db.import.updateMany({
    where: { id: importId, state: { in: ['UPLOADED', 'STAGING'] } },
    data: { state: 'STAGING', rowsDone: 0 },
  })
  if (count === 0) return
  try {
    const sheets = await readRows(importId)
    const isEmpty = sheets.every(({ dataRows }) => dataRows === 0)
    if (isEmpty) throw new WorkbookRefused(sheets.some(({ header }) => header) ? 'no-rows' : 'no-header')
    await longTransaction((tx) => replan(tx, importId, sheets))
  } catch (error) {
    if (error instanceof ReadingStopped) return
    const code = error instanceof WorkbookRefused ? error.code : isLasting(error) ? 'not-read' : null
    if (code === null) throw error
    await db.import.updateMany({
      where: { id: importId, state: 'STAGING' },
      data: { state: 'REFUSED', refusal: { code } },
    })
  }
}

/**
 * Whether trying again would fail in the same way: a slip of our own over this file, or a text that PostgreSQL cannot hold.
 * The officer is told instead of waiting for ever; anything else (a lost connection) is tried again.
 */
function isLasting(error: unknown): boolean {
  if (error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError) return true
  return error instanceof Error && /22P05|22021|22003|invalid byte sequence|unsupported Unicode/i.test(error.message)
}

/** Thrown out of a reader when the officer cancelled. */
class ReadingStopped extends Error {
  override name = 'ReadingStopped'
}

async function readRows(importId: string): Promise<SheetSummary[]> {
  const file = await loadFile(importId)
  if (!file) throw new Error('The file of an import is gone.')
  await db.importRow.deleteMany({ where: { importId } })
  const taker = await StagingTaker.of(importId)
  if (file.mediaType === MEDIA_TYPES.workbook) await readWorkbook(file.bytes, taker, { maxRows: MAX_ROWS })
  else {
    await taker.startSheet({ name: '', isHidden: false, merges: [] })
    await taker.rows(textRows(file))
    await taker.endSheet()
  }
  await taker.flush()
  return taker.sheets
}

/** The rows of a pasted block (stored as UTF-8) or of a text file in whatever encoding it came. */
function textRows({ mediaType, bytes }: { mediaType: string; bytes: Buffer }): SheetRow[] {
  const text = decodeText(bytes)
  if (text.includes('\0')) throw new WorkbookRefused('not-a-workbook')
  return readPaste(text, MAX_ROWS, mediaType === MEDIA_TYPES.text ? 'file' : 'paste')
}

/** Understands rows as they come and stores them a thousand at a time. */
class StagingTaker implements RowTaker {
  readonly sheets: SheetSummary[] = []
  private parser: SheetParser | null = null
  private waiting: ParsedRow[] = []
  private position = 0

  private constructor(
    private readonly importId: string,
    private readonly place: (row: ParsedRow) => ReturnType<typeof placeRow>,
  ) {}

  static async of(importId: string): Promise<StagingTaker> {
    const nodes = await regionNodes()
    const index = regionIndex(nodes)
    const { regionId } = await db.import.findUniqueOrThrow({ where: { id: importId }, select: { regionId: true } })
    const area = nodes.find(({ id }) => id === regionId)
    if (!area) throw new Error('The region of an import is gone.')
    return new StagingTaker(importId, (row) => placeRow(row, index, area))
  }

  startSheet({ name, isHidden, merges }: SheetInfo): boolean {
    if (isHidden) {
      this.sheets.push({ sheet: name, header: null, dataRows: 0, ignored: [], hiddenRows: -1 })
      return false
    }
    this.parser = new SheetParser(name, merges)
    return true
  }

  async rows(rows: SheetRow[]): Promise<void> {
    for (const row of rows) {
      this.waiting.push(...(this.parser?.push(row) ?? []))
      if (this.waiting.length >= CHUNK) await this.flush()
    }
  }

  async endSheet(): Promise<void> {
    if (!this.parser) return
    this.waiting.push(...this.parser.finish())
    this.sheets.push(this.parser.summary())
    this.parser = null
    if (this.waiting.length >= CHUNK) await this.flush()
  }

  async flush(): Promise<void> {
    const rows = this.waiting.splice(0).map((row) => {
      const place = this.place(row)
      const position = this.position
      this.position += 1
      return { position, sheet: row.sheet, row: row.row, ...sealRow(row, place) }
    })
    if (rows.length > 0)
      await db.$executeRaw`
      INSERT INTO import_row (import_id, position, sheet, row, raw, parsed, problems)
      SELECT ${this.importId}::uuid, x.position, x.sheet, x.row, '{}', x.parsed, x.problems
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS x(position int, sheet text, row int, parsed jsonb, problems jsonb)`
    const { count } = await db.import.updateMany({
      where: { id: this.importId, state: 'STAGING' },
      data: { rowsDone: this.position },
    })
    if (count === 0) throw new ReadingStopped()
  }
}

/** Plans a staged import anew from the facts of now and makes it STAGED. */
export async function replan(tx: Transaction, importId: string, sheets?: readonly SheetSummary[]): Promise<void> {
  const one = await tx.import.findUniqueOrThrow({ where: { id: importId } })
  const area = await tx.region.findUniqueOrThrow({ where: { id: one.regionId }, select: { path: true } })
  const options = importOptions(one.choices)
  const staged = await planStaged(tx, { importId, programmeId: one.programmeId, areaPath: area.path, options })
  const counts = await savePlan(tx, importId, staged)
  const about = sheets ? sheets.map(sheetAbout) : (one.counts as { sheets?: unknown } | null)?.sheets
  await tx.import.updateMany({
    where: { id: importId, state: { in: ['STAGING', 'CONFIRMING'] } },
    data: {
      state: 'STAGED',
      counts: { ...counts, sheets: (about ?? []) as object[] },
      rowsTotal: counts.rows,
      rowsDone: counts.rows,
    },
  })
}

/** What the page tells of a sheet: its rows, what was passed over and why, columns nobody reads. */
function sheetAbout({ sheet, header, dataRows, ignored, hiddenRows }: SheetSummary): object {
  const kept = ignored.filter(({ because }) => because !== 'title' && because !== 'header').slice(0, 50)
  return {
    sheet,
    dataRows,
    hiddenRows,
    hasHeader: header !== null,
    columns: (header?.columns ?? []).map(({ letters, header: text }) => `${letters} ${text}`),
    unused: header?.unused ?? [],
    ignored: kept.map(({ row, because }) => ({ row, because })),
  }
}
