import type { ParsedRow } from '../roster/read-row'
import { HEADER_SEARCH_ROWS, recogniseHeader } from '../roster/recognise-header'
import { headerText } from '../roster/header-words'
import type { Cell, MergedRange, SheetRow } from '../roster/sheet'
import { SheetParser, type SheetSummary } from '../roster/sheet-parser'

/** Whom the rows of an office's own sheet are about; null = no header was found. */
export type SheetKind = 'enterprises' | 'persons' | null

/** One row to be filled, as understood; '' and null = the sheet does not say, or nobody can tell. */
export interface OwnRow {
  row: number
  uscc: string | null
  enterprise: string | null
  /** Only in a sheet of persons. */
  person: string | null
  mobile: string | null
}

export interface OwnSheetSummary extends SheetSummary {
  kind: SheetKind
  /** Texts of the header's last row by column. */
  headerTexts: ReadonlyMap<number, string>
}

const PERSON = /^(?:姓名|名字|(?:参训|参会|参加|参学|学员|培训)(?:人员)?(?:姓名)?|人员(?:姓名)?)$/
const MOBILE = /^(?:手机|电话|手机号码?|联系电话|联系方式|移动电话|电话号码)$/

/**
 * Reads one sheet of the office row by row: a roster-like one (enterprises), or a list of persons (姓名, 手机, 单位), which is read
 * as a roster whose rows have one clerk each. Titles, sums and signatures are passed over as an import does.
 */
export class OwnSheetParser {
  private waiting: SheetRow[] = []
  private parser: SheetParser | null = null
  private kind: SheetKind = null
  private readonly original = new Map<number, ReadonlyMap<number, Cell>>()

  constructor(
    private readonly sheet: string,
    private readonly merges: readonly MergedRange[],
  ) {}

  /** Takes the next row in sheet order; returns the rows understood by now. */
  push(row: SheetRow): OwnRow[] {
    if (this.parser) return this.parser.push(row).map((one) => this.own(one))
    this.waiting.push(row)
    return this.waiting.length >= HEADER_SEARCH_ROWS ? this.settle() : []
  }

  /** Call once after the last row: the rows still held back. */
  finish(): OwnRow[] {
    const rows = this.parser ? [] : this.settle()
    return [...rows, ...(this.parser?.finish() ?? []).map((one) => this.own(one))]
  }

  summary(): OwnSheetSummary {
    const { sheet, kind } = this
    const summary = this.parser?.summary() ?? { sheet, header: null, dataRows: 0, ignored: [], hiddenRows: 0 }
    const cells = this.original.get(summary.header?.lastRow ?? 0) ?? new Map<number, Cell>()
    const headerTexts = new Map([...cells].map(([column, { text }]) => [column, text]))
    return { ...summary, kind, headerTexts }
  }

  private settle(): OwnRow[] {
    const rows = this.waiting
    this.waiting = []
    for (const { row, cells } of rows) this.original.set(row, cells)
    const renamed = rows.map(asRosterHeader)
    const plain = recogniseHeader(rows, this.merges)
    const isRoster = plain?.columns.some(({ use }) => use.field === 'head' || use.field === 'clerk')
    const persons = isRoster ? null : recogniseHeader(renamed, this.merges)
    const isPersons = persons?.columns.some(({ use }) => use.field === 'clerk' && use.part === 'name') ?? false
    this.kind = isPersons ? 'persons' : plain ? 'enterprises' : null
    const parser = new SheetParser(this.sheet, this.merges)
    this.parser = parser
    return (isPersons ? renamed : rows).flatMap((row) => parser.push(row)).map((one) => this.own(one))
  }

  private own({ row, uscc, name, clerks }: ParsedRow): OwnRow {
    const [person, another] = this.kind === 'persons' ? clerks : []
    const one = another ? undefined : person
    return {
      row,
      uscc: uscc || null,
      enterprise: name || null,
      person: one?.name || null,
      mobile: one?.mobile ?? null,
    }
  }
}

/** A row that could be the header of a list of persons, in the words of a roster. */
function asRosterHeader(row: SheetRow): SheetRow {
  const texts = [...row.cells].map(([column, cell]) => [column, headerText(cell.text)] as const)
  if (texts.filter(([, text]) => PERSON.test(text)).length !== 1) return row
  const cells = new Map(row.cells)
  for (const [column, text] of texts) {
    if (PERSON.test(text)) cells.set(column, { kind: 'text', text: '经办人姓名' })
    if (MOBILE.test(text)) cells.set(column, { kind: 'text', text: '经办人手机' })
  }
  return { ...row, cells }
}
