import { columnLetters } from './cell-text'
import {
  type FieldWord,
  type HeaderWord,
  headerText,
  headerWord,
  type PartWord,
  type PersonPart,
  type PersonWord,
} from './header-words'
import type { Cell, MergedRange, SheetRow } from './sheet'

export type ColumnUse =
  | FieldWord
  | { field: 'head'; part: PersonPart }
  | { field: 'clerk'; part: PersonPart; group: number }

/** One column that is understood. `header` is what stands above it, two levels joined by '/'. */
export interface Column {
  column: number
  letters: string
  header: string
  use: ColumnUse
}

export interface SheetHeader {
  /** Last row of the header; data starts below it. */
  lastRow: number
  columns: Column[]
  /** Headers of columns nobody reads, shown to the officer. */
  unused: string[]
}

/** How many rows from the top may be titles, units and notes before the header. */
export const HEADER_SEARCH_ROWS = 40

/**
 * Finds the header among the first rows of a sheet: one row or two levels ('负责人' above '姓名', '手机'), below any
 * number of title and unit rows. Merged header cells count for every cell they cover.
 *
 * @returns null when no row has a column for the enterprise's name or code together with one more known column.
 */
export function recogniseHeader(rows: readonly SheetRow[], merges: readonly MergedRange[]): SheetHeader | null {
  let best: SheetHeader | null = null
  for (const candidate of candidates(rows.slice(0, HEADER_SEARCH_ROWS), merges))
    if (scoreOf(candidate) > (best ? scoreOf(best) : 0)) best = candidate
  return best
}

/** Every row read as a header by itself, and together with the row below it. */
function candidates(rows: readonly SheetRow[], merges: readonly MergedRange[]): SheetHeader[] {
  return rows.flatMap((row, i) => {
    const upper = spread(row, merges)
    const below = rows[i + 1]
    const lower = below && below.row === row.row + 1 ? secondLevel(upper, spread(below, merges)) : null
    const two = lower ? describe(row.row + 1, upper, lower) : null
    return [describe(row.row, upper, null), two].filter((header) => header !== null)
  })
}

/** Header texts of a row by column; a merged cell's text stands in every column it covers. */
export function spread(row: SheetRow, merges: readonly MergedRange[]): Map<number, string> {
  const texts = new Map<number, string>()
  for (const [column, cell] of row.cells) if (cell.text.trim() !== '') texts.set(column, cell.text)
  for (const merge of merges) {
    if (merge.top !== row.row || merge.right - merge.left > 60) continue
    const text = texts.get(merge.left)
    if (text) for (let c = merge.left; c <= merge.right; c += 1) texts.set(c, text)
  }
  return texts
}

/** The row below, when it reads like a second header level: at least two of its words are parts of a person. */
function secondLevel(upper: Map<number, string>, lower: Map<number, string>): Map<number, string> | null {
  const parts = [...lower].filter(([, text]) => {
    const word = headerWord(text)
    return word !== undefined && (word.field === 'part' || word.field === 'head' || word.field === 'clerk')
  })
  const looksLikeData = [...lower.values()].some((text) => /\d{7,}/.test(text))
  return parts.length >= 2 && upper.size > 0 && !looksLikeData && !isTitleRow(upper, lower) ? lower : null
}

const TITLE_FROM = 20

/**
 * Whether the row above is a title or a note rather than the upper level of a header: one text that is long or stands over
 * everything, or only unknown texts, one of them long, alone, or over most columns.
 */
function isTitleRow(upper: Map<number, string>, lower: Map<number, string>): boolean {
  const width = new Set([...upper.keys(), ...lower.keys()]).size
  const spans = new Map<string, number>()
  for (const text of upper.values()) spans.set(text, (spans.get(text) ?? 0) + 1)
  const all = [...spans]
  const isLong = all.some(([text]) => headerText(text).length > TITLE_FROM)
  if (all.length === 1 && (isLong || upper.size === width)) return true
  if (all.some(([text]) => headerWord(text) !== undefined)) return false
  return isLong || all.length === 1 || all.some(([, span]) => span > width / 2)
}

function describe(lastRow: number, upper: Map<number, string>, lower: Map<number, string> | null): SheetHeader | null {
  const columns: Column[] = []
  const unused: string[] = []
  const people = new PeopleColumns()
  for (const { column, parent, child } of headerCells(upper, lower)) {
    const header = [...new Set([parent, child].map(headerText))].filter(Boolean).join('/')
    const use = meaningOf(headerWord(parent), child ? headerWord(child) : undefined, people)
    const letters = columnLetters(column)
    if (use) columns.push({ column, letters, header, use })
    else unused.push(`${letters} ${header}`)
  }
  return columns.length === 0 ? null : { lastRow, columns: firstOfEach(columns, unused), unused }
}

/** The two levels above each column; a blank upper cell over a lower one belongs to the group on its left. */
function headerCells(
  upper: Map<number, string>,
  lower: Map<number, string> | null,
): { column: number; parent: string; child: string }[] {
  const width = Math.min(255, Math.max(-1, ...upper.keys(), ...(lower?.keys() ?? [])))
  const cells: { column: number; parent: string; child: string }[] = []
  let parent = ''
  for (let column = 0; column <= width; column += 1) {
    const own = upper.get(column) ?? ''
    const child = lower?.get(column) ?? ''
    parent = own || (child ? parent : '')
    if (parent || child) cells.push({ column, parent, child })
  }
  return cells
}

function meaningOf(
  own: HeaderWord | undefined,
  child: HeaderWord | undefined,
  people: PeopleColumns,
): ColumnUse | undefined {
  const word = child && own && (own.field === 'head' || own.field === 'clerk') ? joined(own, child) : (child ?? own)
  if (!word) return undefined
  return 'part' in word ? people.take(word) : word
}

/** '负责人' above '手机': the person of the upper level, the part of the lower. */
function joined(own: PersonWord, child: HeaderWord): HeaderWord {
  if (child.field === 'part') return { ...own, part: child.part }
  return child.field === 'name' ? { ...own, part: 'name' } : child
}

/** Deals person columns out to the head and to numbered clerks; a bare '手机' belongs to the person before it. */
class PeopleColumns {
  private readonly seen = new Map<string, Set<PersonPart>>()
  private last: { field: 'head' } | { field: 'clerk'; group: number } | undefined
  private groups = 0

  take(word: PersonWord | PartWord): ColumnUse | undefined {
    if (word.field === 'part') return this.last && this.claim(this.last, word.part)
    if (word.field === 'head') return this.claim({ field: 'head' }, word.part)
    if (word.no !== undefined) {
      this.groups = Math.max(this.groups, word.no)
      return this.claim({ field: 'clerk', group: word.no }, word.part)
    }
    const current = this.last?.field === 'clerk' ? this.last.group : this.groups
    const taken = this.parts({ field: 'clerk', group: current })
    const startsNext = current === 0 || taken.has(word.part) || (word.part === 'contact' && taken.has('name'))
    const group = startsNext ? this.groups + 1 : current
    this.groups = Math.max(this.groups, group)
    return this.claim({ field: 'clerk', group }, word.part)
  }

  private parts(who: { field: 'head' } | { field: 'clerk'; group: number }): Set<PersonPart> {
    const key = who.field === 'head' ? 'head' : `clerk ${who.group}`
    const parts = this.seen.get(key) ?? new Set<PersonPart>()
    this.seen.set(key, parts)
    return parts
  }

  private claim(who: { field: 'head' } | { field: 'clerk'; group: number }, part: PersonPart): ColumnUse | undefined {
    const parts = this.parts(who)
    if (parts.has(part)) return undefined
    parts.add(part)
    this.last = who
    return { ...who, part }
  }
}

/** Keeps the first column of each single-valued field; later ones are unused. */
function firstOfEach(columns: Column[], unused: string[]): Column[] {
  const seen = new Set<string>()
  return columns.filter((column) => {
    const { use } = column
    if (use.field === 'head' || use.field === 'clerk') return true
    if (!seen.has(use.field)) return seen.add(use.field)
    unused.push(`${column.letters} ${column.header}`)
    return false
  })
}

function scoreOf(header: SheetHeader): number {
  const fields = new Set(header.columns.map(({ use }) => use.field))
  const hasKey = fields.has('uscc') || fields.has('name')
  const others = header.columns.length - (fields.has('seq') ? 1 : 0) - (fields.has('remark') ? 1 : 0)
  if (!hasKey || others < 2) return 0
  return others * 2 + (fields.has('uscc') ? 5 : 0) + (fields.has('name') ? 5 : 0)
}

/** Whether a data row only repeats the header, as printed sheets do on every page. */
export function repeatsHeader(cells: ReadonlyMap<number, Cell>, header: SheetHeader): boolean {
  const texts = header.columns.map(
    ({ column, header: text }) => [headerText(cells.get(column)?.text ?? ''), text] as const,
  )
  const equal = texts.filter(([cell, text]) => cell !== '' && text.split('/').includes(cell)).length
  return equal >= 2 && equal >= header.columns.length / 2
}
