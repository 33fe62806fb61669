import { cleanText, squeeze } from './cell-text'
import { MergeFiller } from './merge-filler'
import { type ParsedRow, readRow } from './read-row'
import { HEADER_SEARCH_ROWS, recogniseHeader, repeatsHeader, type SheetHeader } from './recognise-header'
import { SIGNATURE, TOTAL } from './row-words'
import type { Cell, MergedRange, SheetRow } from './sheet'

/** A row that is no enterprise: why, and what stood there, so that nobody has to wonder where it went. */
export interface IgnoredRow {
  sheet: string
  row: number
  because: 'title' | 'header' | 'repeated-header' | 'total' | 'signature' | 'section' | 'example'
  text: string
}

export interface SheetSummary {
  sheet: string
  /** null when no header was found: nothing of the sheet was read. */
  header: SheetHeader | null
  dataRows: number
  ignored: IgnoredRow[]
  hiddenRows: number
}

const SECTION = /^(?:[(（]?[一二三四五六七八九十]+[)）]?[、.．])|[(（]\d+[家户个][)）]$/
const KEPT_IGNORED = 2000

/**
 * Reads one sheet row by row in memory that does not grow with it: waits for the header, then understands each row.
 * Every row given comes back exactly once, as data or as ignored; rows without any text are not rows.
 */
export class SheetParser {
  private waiting: SheetRow[] = []
  private header: SheetHeader | null | undefined
  private readonly filler: MergeFiller
  private readonly ignored: IgnoredRow[] = []
  private dataRows = 0
  private hiddenRows = 0

  constructor(
    private readonly sheet: string,
    private readonly merges: readonly MergedRange[],
  ) {
    this.filler = new MergeFiller(merges)
  }

  /** Takes the next row in sheet order; returns the data rows that are understood by now. */
  push(row: SheetRow): ParsedRow[] {
    if (![...row.cells.values()].some((cell) => cleanText(cell.text) !== '')) return []
    if (this.header !== undefined) return this.read(row)
    this.waiting.push(row)
    return this.waiting.length >= HEADER_SEARCH_ROWS ? this.settle() : []
  }

  /** Call once after the last row: the rows still held back. */
  finish(): ParsedRow[] {
    return this.header === undefined ? this.settle() : []
  }

  summary(): SheetSummary {
    const { sheet, dataRows, ignored, hiddenRows } = this
    return { sheet, header: this.header ?? null, dataRows, ignored, hiddenRows }
  }

  private settle(): ParsedRow[] {
    this.header = recogniseHeader(this.waiting, this.merges)
    const rows = this.waiting
    this.waiting = []
    return rows.flatMap((row) => this.read(row))
  }

  private read(row: SheetRow): ParsedRow[] {
    const cells = this.filler.fill(row)
    const because = this.whyIgnored(row, cells)
    if (because) {
      const text = [...row.cells.values()].map((cell) => cleanText(cell.text)).join(' ')
      if (this.ignored.length < KEPT_IGNORED)
        this.ignored.push({ sheet: this.sheet, row: row.row, because, text: text.slice(0, 80) })
      return []
    }
    if (!this.header) return []
    this.dataRows += 1
    const parsed = readRow(this.sheet, row.row, cells, this.header)
    if (row.isHidden) {
      this.hiddenRows += 1
      parsed.problems.push({
        sheet: this.sheet,
        row: row.row,
        column: '',
        code: 'hidden-row',
        found: '',
        isWarning: true,
      })
    }
    return [parsed]
  }

  private whyIgnored(row: SheetRow, cells: ReadonlyMap<number, Cell>): IgnoredRow['because'] | null {
    if (!this.header) return 'title'
    if (row.row <= this.header.lastRow) return isHeaderRow(row, this.header) ? 'header' : 'title'
    if (repeatsHeader(row.cells, this.header)) return 'repeated-header'
    if (this.hasCode(cells)) return this.isExample(cells) ? 'example' : null
    return this.whyNoEnterprise(row)
  }

  /** A row without a code may be a sum, a signature line or the heading of a section. */
  private whyNoEnterprise(row: SheetRow): IgnoredRow['because'] | null {
    const own = [...row.cells.values()].map((cell) => squeeze(cell.text)).filter((text) => text !== '')
    if (own.slice(0, 3).some((text) => TOTAL.test(text))) return 'total'
    if (SIGNATURE.test(own[0] ?? '')) return 'signature'
    if (own.length > 1) return null
    return SECTION.test(own[0] ?? '') ? 'section' : this.onlySequence(row) ? 'total' : null
  }

  /** Something that could be a code stands in the code column. */
  private hasCode(cells: ReadonlyMap<number, Cell>): boolean {
    const column = this.header?.columns.find(({ use }) => use.field === 'uscc')?.column
    return column !== undefined && /[0-9A-Z]{8,}|E\+/i.test(squeeze(cells.get(column)?.text ?? ''))
  }

  /** The example row of our own template, left in place. */
  private isExample(cells: ReadonlyMap<number, Cell>): boolean {
    const column = this.header?.columns.find(({ use }) => use.field === 'name')?.column
    return column !== undefined && /^[(（]?(?:示例|样例|例)[)）:：]/.test(squeeze(cells.get(column)?.text ?? ''))
  }

  private onlySequence(row: SheetRow): boolean {
    const column = this.header?.columns.find(({ use }) => use.field === 'seq')?.column
    return column !== undefined && row.cells.has(column)
  }
}

function isHeaderRow(row: SheetRow, header: SheetHeader): boolean {
  return row.row === header.lastRow || (row.row === header.lastRow - 1 && row.cells.size > 2)
}
