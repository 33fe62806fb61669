import { cleanText, columnLetters } from '@/domain/roster/cell-text'
import { HEADER_SEARCH_ROWS, spread } from '@/domain/roster/recognise-header'
import type { MergedRange, SheetRow } from '@/domain/roster/sheet'
import { columnWord, isNumberWord, isSubmittedWord, questionNumber } from './column-words'
import { fingerprintOf } from './fingerprint'
import type { ResultColumn, ResultUse } from './result-row'

/** The header of a result sheet: where it ends, and what each column is proposed for. */
export interface ResultHeader {
  source: 'QUESTIONNAIRE' | 'SHEET'
  /** Rows as the sheet shows them; the same for a header of one level. */
  firstRow: number
  lastRow: number
  columns: ResultColumn[]
  /** Columns whose cells are never kept: minutes, addresses, identity numbers. */
  privateColumns: ReadonlySet<number>
  fingerprintText: string | null
}

/** Uses that say who a row is about; a sheet without two of them is none of ours. */
const WHO: readonly ResultUse[] = ['enterprise', 'uscc', 'person', 'mobile']
const LONGEST_HEADER = 120

/**
 * Finds the header among the first rows: of a questionnaire's export by its number and moment of submission, of any other
 * sheet by at least two columns that say who a row is about; one row or two levels, below any titles.
 *
 * @returns null when no row is one
 */
export function recogniseResultHeader(rows: readonly SheetRow[], merges: readonly MergedRange[]): ResultHeader | null {
  const levels = rows.slice(0, HEADER_SEARCH_ROWS).flatMap((row, i) => headerLevels(row, rows[i + 1], merges))
  for (const level of levels) {
    const texts = [...level.texts.values()]
    if (texts.some(isNumberWord) && texts.some(isSubmittedWord)) return describe(level, 'QUESTIONNAIRE')
  }
  let best: ResultHeader | null = null
  for (const level of levels) {
    const header = describe(level, 'SHEET')
    if (scoreOf(header) > (best ? scoreOf(best) : 0)) best = header
  }
  return best
}

interface Level {
  firstRow: number
  lastRow: number
  texts: ReadonlyMap<number, string>
}

/** The row as a header by itself, and with the row below as its second level. */
function headerLevels(row: SheetRow, below: SheetRow | undefined, merges: readonly MergedRange[]): Level[] {
  const upper = spread(row, merges)
  const one = { firstRow: row.row, lastRow: row.row, texts: upper }
  if (!below || below.row !== row.row + 1) return [one]
  const lower = spread(below, merges)
  const isData = [...lower.values()].some((text) => /\d{7,}/.test(text))
  return isData ? [one] : [one, { firstRow: row.row, lastRow: below.row, texts: new Map([...upper, ...lower]) }]
}

function describe({ firstRow, lastRow, texts }: Level, source: ResultHeader['source']): ResultHeader {
  const columns: ResultColumn[] = []
  const privateColumns = new Set<number>()
  const taken = new Set<ResultUse>()
  const other: ResultUse = source === 'QUESTIONNAIRE' ? 'answer' : 'unused'
  const headers = [...texts].sort(([a], [b]) => a - b).map(([column, text]) => ({ column, header: cleanText(text) }))
  for (const { column, header } of preferred(headers)) {
    const word = columnWord(header)
    if (word === 'private') privateColumns.add(column)
    const isFree = word !== null && word !== 'private' && !taken.has(word)
    const use: ResultUse = word === 'private' ? 'unused' : isFree ? word : other
    if (isFree) taken.add(use)
    columns.push({ column, letters: columnLetters(column), header: header.slice(0, LONGEST_HEADER), use })
  }
  columns.sort((a, b) => a.column - b.column)
  const questions = headers.filter(({ header }) => isQuestion(header)).map(({ header }) => header)
  const fingerprintText = source === 'QUESTIONNAIRE' ? fingerprintOf(questions) || null : null
  return { source, firstRow, lastRow, columns, privateColumns, fingerprintText }
}

/** Headers that ask for the reader's own ('您的姓名') take a use before others that have the same words. */
function preferred<T extends { header: string }>(headers: readonly T[]): T[] {
  const isOwn = ({ header }: T) => /您|本人|填写|参训|学员/.test(header)
  return [...headers.filter(isOwn), ...headers.filter((one) => !isOwn(one))]
}

/** Not one of the columns that the service itself adds. */
function isQuestion(header: string): boolean {
  if (questionNumber(header) !== null) return true
  const word = columnWord(header)
  return word !== 'private' && word !== 'number' && word !== 'submitted-at' && word !== 'score'
}

function scoreOf({ columns, firstRow, lastRow }: ResultHeader): number {
  const known = columns.filter(({ use }) => use !== 'unused')
  if (known.filter(({ use }) => WHO.includes(use)).length < 2) return 0
  // Of two readings that know the same, the one of a single row.
  return known.length * 2 - (lastRow - firstRow)
}
