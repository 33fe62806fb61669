import { once } from 'node:events'
import type { Writable } from 'node:stream'
import Excel from 'exceljs'
import { safeCell } from './safe-cell'

/** What a cell may hold: text (always written as text, never as a formula), a number, a share 0…1, nothing. */
export type CellValue = string | number | null

export interface SheetColumn {
  header: string
  /** Width in characters; 14 when left out. */
  width?: number
  /** 'text' keeps codes and telephone numbers as they are; 'percent' shows 0.5 as 50.0%. */
  format?: 'text' | 'number' | 'percent'
}

export interface SheetToWrite {
  name: string
  columns: readonly SheetColumn[]
  /** Rows in order, each as long as `columns`; pulled one by one, so a million rows need no memory. */
  rows: Iterable<readonly CellValue[]> | AsyncIterable<readonly CellValue[]>
  /** False leaves the header row out, and with it what is frozen and filtered by it; for readers that want rows alone. */
  hasHeader?: boolean
  /** Lines above the header, such as title, area and day. */
  above?: readonly string[]
}

const FORMATS = { text: '@', number: '#,##0', percent: '0.0%' } as const

/**
 * Writes an .xlsx to `target` row by row, with a bold frozen header and a filter over it. Every text passes
 * `safeCell`. Resolves when the last byte was handed over; rejects, leaving `target` to the caller, when `rows` throws or when `target` was closed by whoever
 * read from it: then no more rows are asked for.
 *
 * @param target e.g. `toReadableResponse().writable` or a file stream; rows are asked for no faster than it takes them
 * @param rowsAtMost of a sheet; a list that is longer goes on in a second one
 */
export async function writeWorkbook(
  target: Writable,
  sheets: readonly SheetToWrite[],
  rowsAtMost = ROWS_AT_MOST,
): Promise<void> {
  const book = new Excel.stream.xlsx.WorkbookWriter({ stream: target, useStyles: true, useSharedStrings: false })
  for (const sheet of sheets) await writeSheet({ book, target, rowsAtMost }, sheet)
  await book.commit()
}

type Writing = { book: Excel.stream.xlsx.WorkbookWriter; target: Writable; rowsAtMost: number }

async function writeSheet({ book, target, rowsAtMost }: Writing, sheet: SheetToWrite): Promise<void> {
  let part = 1
  let page = beginPage(book, sheet, part)
  for await (const values of sheet.rows) {
    if (page.row >= rowsAtMost) {
      endPage(page, sheet)
      part += 1
      page = beginPage(book, sheet, part)
    }
    page.sheet.addRow(values.map((value) => (typeof value === 'string' ? safeCell(value) : value))).commit()
    page.row += 1
    if (page.row % 500 === 0) await caughtUp(target)
  }
  endPage(page, sheet)
}

/** Waits until whoever reads `target` has taken what was written. @throws Error when nobody reads any more */
async function caughtUp(target: Writable): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  while (target.writableNeedDrain && !target.destroyed) {
    // Whichever comes first; the other is listened for no longer.
    const over = new AbortController()
    const { signal } = over
    await Promise.race([once(target, 'drain', { signal }), once(target, 'close', { signal })])
    over.abort()
  }
  if (target.destroyed) throw new Error('The reader has gone.')
}

/** Excel opens 1,048,576 rows of a sheet and no more; what is beyond goes on in another. */
const ROWS_AT_MOST = 1_000_000

type Page = { sheet: Excel.Worksheet; headerRow: number; row: number }

function beginPage(book: Excel.stream.xlsx.WorkbookWriter, sheet: SheetToWrite, part: number): Page {
  const above = sheet.above ?? []
  const hasHeader = sheet.hasHeader ?? true
  const headerRow = above.length + (hasHeader ? 1 : 0)
  const page = book.addWorksheet(
    part === 1 ? sheetName(sheet.name) : `${sheetName(sheet.name).slice(0, 26)} (${part})`,
    hasHeader ? { views: [{ state: 'frozen', ySplit: headerRow }] } : {},
  )
  page.columns = sheet.columns.map(({ width, format }) => ({
    width: width ?? 14,
    ...(format ? { style: { numFmt: FORMATS[format] } } : {}),
  }))
  for (const line of above) page.addRow([safeCell(line)]).commit()
  if (hasHeader) {
    const header = page.addRow(sheet.columns.map((column) => safeCell(column.header)))
    header.font = { bold: true }
    header.commit()
  }
  return { sheet: page, headerRow, row: headerRow }
}

function endPage({ sheet: page, headerRow, row }: Page, { hasHeader = true, columns }: SheetToWrite): void {
  if (hasHeader)
    page.autoFilter = { from: { row: headerRow, column: 1 }, to: { row, column: Math.max(1, columns.length) } }
  page.commit()
}

/** Excel's rules for names of sheets: no []:*?/\, at most 31 characters, never empty. */
function sheetName(name: string): string {
  return (
    name
      .replace(/[[\]:*?/\\]/g, ' ')
      .slice(0, 31)
      .trim() || 'Sheet1'
  )
}
