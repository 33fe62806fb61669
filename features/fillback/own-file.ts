import 'server-only'
import { type OwnRow, OwnSheetParser, type OwnSheetSummary } from '@/domain/fillback/own-sheet'
import type { SheetRow } from '@/domain/roster/sheet'
import { textEncoding } from '@/server/files/patch-separated'
import { readPaste } from '@/server/files/read-paste'
import { readWorkbook, type RowTaker, type SheetInfo } from '@/server/files/read-workbook'
import { WorkbookRefused } from '@/server/files/workbook-refusal'

const MAX_ROWS = 100_000

export const MEDIA = { workbook: 'application/zip', csv: 'text/csv', pasted: 'text/plain' } as const

/** One sheet of the office's file; `summary` is null for a hidden one, which is not read. */
export interface OwnSheet {
  sheet: string
  summary: OwnSheetSummary | null
  rows: OwnRow[]
}

/**
 * Reads every visible sheet of a stored file.
 *
 * @param onRows is told how many rows were understood so far
 * @throws WorkbookRefused
 */
export async function readOwnFile(
  file: { mediaType: string; bytes: Buffer },
  onRows: (rows: number) => Promise<void>,
): Promise<OwnSheet[]> {
  const taker = new OwnTaker(onRows)
  if (file.mediaType === MEDIA.workbook) await readWorkbook(file.bytes, taker, { maxRows: MAX_ROWS })
  else {
    const encoding = textEncoding(file.bytes)
    if (!encoding) throw new WorkbookRefused('not-a-workbook')
    taker.startSheet({ name: '', isHidden: false, merges: [] })
    await taker.rows(readPaste(new TextDecoder(encoding).decode(file.bytes), MAX_ROWS))
    taker.endSheet()
  }
  return taker.sheets
}

class OwnTaker implements RowTaker {
  readonly sheets: OwnSheet[] = []
  private parser: OwnSheetParser | null = null
  private read: OwnRow[] = []
  private count = 0

  constructor(private readonly onRows: (rows: number) => Promise<void>) {}

  startSheet({ name, isHidden, merges }: SheetInfo): boolean {
    this.read = []
    if (isHidden) this.sheets.push({ sheet: name, summary: null, rows: [] })
    else this.parser = new OwnSheetParser(name, merges)
    return !isHidden
  }

  async rows(rows: SheetRow[]): Promise<void> {
    for (const row of rows) for (const own of this.parser?.push(row) ?? []) this.read.push(own)
    const before = this.count
    this.count += rows.length
    if (Math.floor(this.count / 5000) > Math.floor(before / 5000)) await this.onRows(this.count)
  }

  endSheet(): void {
    if (!this.parser) return
    this.read.push(...this.parser.finish())
    const summary = this.parser.summary()
    this.sheets.push({ sheet: summary.sheet, summary, rows: this.read })
    this.parser = null
  }
}
