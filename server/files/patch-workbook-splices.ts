import { columnLetters } from '@/domain/roster/cell-text'
import { attributeAt, CellCursor, type Mark, type MarkListener } from './patch-workbook-marks'
import { lastColumnOf, type SheetSurvey } from './patch-workbook-survey'
import { safeCell } from './safe-cell'

/** What one of our cells holds; null is an empty cell. A day is given as text. */
export type PatchValue = string | number | null

/** Bytes to leave out at a place, and what to write there instead. Text is made when it is written, so that none waits in memory. */
export interface Splice {
  at: number
  drop: number
  text(): string
}

/** Columns to write, side by side from `first` (from 0). Rows by number, each as long as `headers`. */
export interface ColumnsToWrite {
  first: number
  headerRow: number
  headers: readonly string[]
  rows: ReadonlyMap<number, readonly PatchValue[]>
  widths: readonly number[]
  /** Columns before this one were ours already: their width is the officer's by now. */
  widthsFrom: number
}

/** The cells of one row as they are met, until it is known what to write there. */
interface OpenRow {
  mark: Mark
  lastCellEnd: number
  /** The bytes from the first to the last cell that stand where ours go. */
  taken: { start: number; end: number } | null
  nextCellStart: number | null
  lastStyle: string | null
  plainStyle: string | null
  /** Plain styles of the cells that stand where ours go, by column. */
  takenStyles: Map<number, string> | null
}

/** Finds where our cells go, row by row, and leaves every other byte alone. */
export class RowSplicer implements MarkListener {
  readonly splices: Splice[] = []
  private readonly cursor = new CellCursor()
  private readonly wanted: number[]
  private open_: OpenRow | null = null
  private prefix = ''
  private cellStart = 0

  constructor(
    private readonly xml: Buffer,
    private readonly columns: ColumnsToWrite,
    private readonly isPlain: readonly boolean[],
  ) {
    this.wanted = [...new Set([columns.headerRow, ...columns.rows.keys()])].sort((a, b) => b - a)
  }

  open(mark: Mark): void {
    if (mark.name === 'sheetData') {
      this.prefix = mark.prefix
      if (mark.isSelfClosing) this.openUp(mark, () => this.rowsBefore(Number.POSITIVE_INFINITY))
    } else if (mark.name === 'row') this.openRow(mark)
    else if (mark.name === 'c') this.openCell(mark)
  }

  close(name: string, start: number, end: number): void {
    if (name === 'c') this.closeCell(end)
    else if (name === 'row') this.closeRow(start)
    else if (name === 'sheetData' && this.wanted.length > 0) {
      const text = this.rowsBefore(Number.POSITIVE_INFINITY)
      this.splices.push({ at: start, drop: 0, text: () => text })
    }
  }

  private openRow(mark: Mark): void {
    this.cursor.openRow(mark.attributes)
    const { row } = this.cursor
    if ((this.wanted.at(-1) ?? row) < row) {
      const text = this.rowsBefore(row)
      this.splices.push({ at: mark.start, drop: 0, text: () => text })
    }
    if (this.wanted.at(-1) !== row) return
    this.wanted.pop()
    this.open_ = {
      mark,
      lastCellEnd: mark.end,
      taken: null,
      nextCellStart: null,
      lastStyle: null,
      plainStyle: null,
      takenStyles: null,
    }
    this.widenSpans(mark)
  }

  private openCell(mark: Mark): void {
    const { open_: open, cursor, columns } = this
    if (!open) return
    cursor.openCell(mark.attributes)
    this.cellStart = mark.start
    const style = mark.attributes.s ?? '0'
    const isPlain = this.isPlain[Number(style)] === true
    if (cursor.column < columns.first) {
      open.lastStyle = style
      if (isPlain) open.plainStyle = style
    } else if (isPlain) {
      open.takenStyles ??= new Map()
      open.takenStyles.set(cursor.column, style)
    }
  }

  private closeCell(end: number): void {
    const { open_: open, cursor, columns } = this
    if (!open) return
    if (cursor.column >= columns.first + columns.headers.length) open.nextCellStart ??= this.cellStart
    else open.lastCellEnd = end
    if (cursor.column < columns.first || cursor.column >= columns.first + columns.headers.length) return
    open.taken = { start: open.taken?.start ?? this.cellStart, end }
  }

  private closeRow(start: number): void {
    const { open_: open, cursor, columns } = this
    this.open_ = null
    if (!open) return
    const { row } = cursor
    const style = row === columns.headerRow ? (open.lastStyle ?? '0') : (open.plainStyle ?? '0')
    const { takenStyles } = open
    const text = () => this.cells(row, (column) => takenStyles?.get(column) ?? style)
    if (open.mark.isSelfClosing) this.openUp(open.mark, text)
    else if (open.taken) this.splices.push({ at: open.taken.start, drop: open.taken.end - open.taken.start, text })
    else this.splices.push({ at: Math.min(open.nextCellStart ?? open.lastCellEnd, start), drop: 0, text })
  }

  /** A tag that closes itself is opened to take what belongs into it. */
  private openUp(mark: Mark, inside: () => string): void {
    const slash = this.xml.lastIndexOf(0x2f, mark.end - 1)
    const text = () => `>${inside()}</${mark.prefix}${mark.name}>`
    this.splices.push({ at: slash, drop: mark.end - slash, text })
  }

  /** Rows of ours that the sheet does not have yet, up to a row. */
  private rowsBefore(row: number): string {
    let text = ''
    for (let next = this.wanted.at(-1); next !== undefined && next < row; next = this.wanted.at(-1)) {
      this.wanted.pop()
      text += `<${this.prefix}row r="${next}">${this.cells(next, () => '0')}</${this.prefix}row>`
    }
    return text
  }

  private widenSpans(mark: Mark): void {
    const spans = attributeAt(this.xml, mark, 'spans')
    const match = spans && /^(\d+):(\d+)$/.exec(this.xml.toString('latin1', spans.start, spans.end))
    if (!spans || !match) return
    const last = Math.max(Number(match[2]), this.columns.first + this.columns.headers.length)
    this.splices.push({ at: spans.start, drop: spans.end - spans.start, text: () => `${match[1]}:${last}` })
  }

  private cells(row: number, styleOf: (column: number) => string): string {
    const { columns, prefix } = this
    const values = row === columns.headerRow ? columns.headers : (columns.rows.get(row) ?? [])
    return columns.headers
      .map((_, i) => {
        const column = columns.first + i
        return cellXml(prefix, `${columnLetters(column)}${row}`, styleOf(column), values[i] ?? null)
      })
      .join('')
  }
}

function cellXml(prefix: string, address: string, style: string, value: PatchValue): string {
  const open = `<${prefix}c r="${address}"${style === '0' ? '' : ` s="${style}"`}`
  if (value === null || value === '') return `${open}/>`
  if (typeof value === 'number') return `${open}><${prefix}v>${value}</${prefix}v></${prefix}c>`
  const space = /^\s|\s$|\n/.test(value) ? ' xml:space="preserve"' : ''
  const text = `<${prefix}is><${prefix}t${space}>${xmlText(value)}</${prefix}t></${prefix}is>`
  return `${open} t="inlineStr">${text}</${prefix}c>`
}

/** A text as XML, never a formula. What Excel would take for one of its own escapes ('_x000D_') is escaped as it wants it. */
function xmlText(text: string): string {
  return safeCell(text)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\r/g, '&#13;')
}

/** The splices of what stands before the rows: the sheet's size, and the widths of our columns. */
export function frameSplices(xml: Buffer, survey: SheetSurvey, columns: ColumnsToWrite): Splice[] {
  return [...dimensionSplices(xml, survey, columns), ...widthSplices(xml, survey, columns)]
}

function dimensionSplices(xml: Buffer, survey: SheetSurvey, columns: ColumnsToWrite): Splice[] {
  const at = survey.dimension && attributeAt(xml, survey.dimension, 'ref')
  const match = at && /^([A-Z]{1,3}\d{1,7})(?::[A-Z]{1,3}(\d{1,7}))?$/.exec(xml.toString('latin1', at.start, at.end))
  if (!at || !match) return []
  const column = Math.max(lastColumnOf(match[0]), columns.first + columns.headers.length - 1)
  const row = Math.max(Number(match[2] ?? /\d+$/.exec(match[1] ?? '')?.[0] ?? 1), columns.headerRow, survey.lastRow)
  return [{ at: at.start, drop: at.end - at.start, text: () => `${match[1]}:${columnLetters(column)}${row}` }]
}

/** Gives our columns their width: a range that covers them and others is divided, no other column changes. */
function widthSplices(xml: Buffer, survey: SheetSurvey, columns: ColumnsToWrite): Splice[] {
  const first = Math.max(columns.first, columns.widthsFrom)
  const last = columns.first + columns.headers.length - 1
  if (first > last || !survey.sheetData) return []
  const prefix = survey.sheetData.prefix
  const ours = columns.widths
    .slice(first - columns.first)
    .map((width, i) => `<${prefix}col min="${first + i + 1}" max="${first + i + 1}" width="${width}" customWidth="1"/>`)
    .join('')
  const covering = survey.columns.filter((range) => range.first <= last && range.last >= first)
  const part = (range: SheetSurvey['columns'][number], from: number, to: number) =>
    from > to ? '' : rangeTag(xml, range.tag, from, to)
  if (covering.length > 0)
    return covering.map((range, i) => {
      const before = part(range, range.first, Math.min(range.last, first - 1))
      const after = part(range, Math.max(range.first, last + 1), range.last)
      return { at: range.start, drop: range.end - range.start, text: () => before + (i === 0 ? ours : '') + after }
    })
  const next = survey.columns.find((range) => range.first > last)
  if (next) return [{ at: next.start, drop: 0, text: () => ours }]
  if (survey.columnsEnd !== null) return [{ at: survey.columnsEnd, drop: 0, text: () => ours }]
  const all = () => `<${prefix}cols>${ours}</${prefix}cols>`
  const empty = survey.emptyColumns
  if (empty) return [{ at: empty.start, drop: empty.end - empty.start, text: all }]
  return [{ at: survey.sheetData.start, drop: 0, text: all }]
}

/** The tag of a range with another beginning and end, closed in itself; every other attribute is kept as it was written. */
function rangeTag(xml: Buffer, tag: Mark, from: number, to: number): string {
  const raw = xml.toString('utf8', tag.start, tag.end)
  const changed = raw
    .replace(/(\smin\s*=\s*["'])\d+/, (_, head: string) => `${head}${from + 1}`)
    .replace(/(\smax\s*=\s*["'])\d+/, (_, head: string) => `${head}${to + 1}`)
  return changed.endsWith('/>') ? changed : changed.replace(/>$/, '/>')
}
