import { cleanText, numberText, squeeze } from '@/domain/roster/cell-text'
import { MergeFiller } from '@/domain/roster/merge-filler'
import { HEADER_SEARCH_ROWS } from '@/domain/roster/recognise-header'
import { SIGNATURE, TOTAL } from '@/domain/roster/row-words'
import type { Cell, MergedRange, Problem, SheetRow } from '@/domain/roster/sheet'
import { isBlankAnswer } from './blank-answer'
import { headerByContent } from './header-by-content'
import { onlyDayIn } from './read-day'
import { recogniseResultHeader, type ResultHeader } from './recognise-result-header'
import type { ResultCells, ResultReading } from './result-row'

type Ignored = ResultReading['ignored'][number]

const KEPT_IGNORED = 2000

/**
 * Reads one sheet of earlier results (a questionnaire's export, a sign-in sheet, a list of scores, a pasted block) row by row:
 * waits for the header, then hands over each row's cells by column. Every row given comes back exactly once, as data or as
 * ignored with its reason (rows without any text are not rows). Columns nobody may keep (minutes, addresses, identity numbers)
 * are never in the cells.
 */
export class ResultSheetParser {
  private waiting: SheetRow[] = []
  private header: ResultHeader | null | undefined
  private readonly filler: MergeFiller
  private readonly ignored: Ignored[] = []
  private readonly titles: string[] = []
  private dataRows = 0

  constructor(
    private readonly sheet: string,
    private readonly merges: readonly MergedRange[],
  ) {
    this.filler = new MergeFiller(merges)
  }

  /** Takes the next row in sheet order; returns the data rows that are understood by now. */
  push(row: SheetRow): ResultCells[] {
    if (![...row.cells.values()].some((cell) => cleanText(cell.text) !== '')) return []
    if (this.header !== undefined) return this.read(row)
    this.waiting.push(row)
    return this.waiting.length >= HEADER_SEARCH_ROWS ? this.settle() : []
  }

  /** Call once after the last row: the rows still held back. */
  finish(): ResultCells[] {
    return this.header === undefined ? this.settle() : []
  }

  summary(): ResultReading {
    const { sheet, header, dataRows, ignored } = this
    return {
      sheet,
      source: header?.source ?? 'SHEET',
      headerRow: header?.lastRow ?? 0,
      columns: header?.columns ?? [],
      fingerprintText: header?.fingerprintText ?? null,
      proposedOn: header?.source === 'QUESTIONNAIRE' ? null : onlyDayIn(this.titles),
      dataRows,
      ignored,
    }
  }

  private settle(): ResultCells[] {
    this.header = recogniseResultHeader(this.waiting, this.merges) ?? headerByContent(this.waiting)
    const rows = this.waiting
    this.waiting = []
    return rows.flatMap((row) => this.read(row))
  }

  private read(row: SheetRow): ResultCells[] {
    const { header } = this
    const cells = this.filler.fill(row)
    const because = header ? whyIgnored(row, cells, header) : 'title'
    if (because || !header) {
      const text = [...row.cells.values()].map((cell) => cleanText(cell.text)).join(' ')
      if (because === 'title') this.titles.push(text)
      if (because && this.ignored.length < KEPT_IGNORED)
        this.ignored.push({ row: row.row, because, text: text.slice(0, 80) })
      return []
    }
    this.dataRows += 1
    return [readCells(this.sheet, row, cells, header)]
  }
}

function whyIgnored(row: SheetRow, cells: ReadonlyMap<number, Cell>, header: ResultHeader): Ignored['because'] | null {
  if (row.row < header.firstRow) return 'title'
  if (row.row <= header.lastRow || repeatsHeader(row, header)) return 'header'
  const own = [...row.cells.values()].map((cell) => squeeze(cell.text)).filter((text) => text !== '')
  if (header.source === 'SHEET' && !own.some((text) => /\d{11}|[0-9A-Z]{18}/i.test(text))) {
    if (own.slice(0, 3).some((text) => TOTAL.test(text))) return 'total'
    if (SIGNATURE.test(own[0] ?? '')) return 'signature'
  }
  return saysSomething(cells, header) ? null : 'blank'
}

/** A numbered line that nobody filled in says nothing. */
function saysSomething(cells: ReadonlyMap<number, Cell>, header: ResultHeader): boolean {
  const numbers = header.columns.filter(({ use }) => use === 'number').map(({ column }) => column)
  return [...cells].some(
    ([column, cell]) =>
      !numbers.includes(column) && !header.privateColumns.has(column) && !isBlankAnswer(cell.text, header.source),
  )
}

/** Printed sheets repeat the header on every page. */
function repeatsHeader(row: SheetRow, header: ResultHeader): boolean {
  const named = header.columns.filter(({ header: text }) => text !== '')
  const equal = named.filter(({ column, header: text }) => squeeze(row.cells.get(column)?.text ?? '') === squeeze(text))
  return equal.length >= 2 && equal.length >= named.length / 2
}

function readCells(
  sheet: string,
  { row, isHidden }: SheetRow,
  cells: ReadonlyMap<number, Cell>,
  header: ResultHeader,
): ResultCells {
  const texts: Record<number, string> = {}
  const problems: Problem[] = isHidden ? [warning(sheet, row, '', 'hidden-row', '')] : []
  for (const { column, letters, header: title } of header.columns) {
    const cell = cells.get(column)
    if (!cell || header.privateColumns.has(column) || isBlankAnswer(cell.text, header.source)) continue
    if (cell.kind === 'error') problems.push(warning(sheet, row, `${letters} ${title}`, 'cell-error', cell.text))
    else texts[column] = textOf(cell)
  }
  return { sheet, row, cells: texts, problems }
}

/** A number that Excel has rounded stays visibly so ('9.1330E+17'): whoever reads it as a code or mobile says that it is lost. */
function textOf({ text, kind }: Cell): string {
  if (kind === 'number') return numberText(text).text
  if (kind !== 'lost') return cleanText(text)
  const value = Number(text)
  return Number.isFinite(value) ? value.toExponential(4).replace('e', 'E') : text
}

function warning(
  sheet: string,
  row: number,
  column: string,
  code: 'hidden-row' | 'cell-error',
  found: string,
): Problem {
  return { sheet, row, column, code, found: found.slice(0, 80), isWarning: true }
}
