import { cleanText, columnLetters } from '@/domain/roster/cell-text'
import { type JielongLine, readJielongLine } from './jielong-line'
import { onlyDayIn } from './read-day'
import type { ResultCells, ResultReading, ResultUse } from './result-row'

/** What the cells of a line are: number, person, enterprise, mobile, the line itself. */
const COLUMNS: readonly [string, ResultUse][] = [
  ['序号', 'number'],
  ['姓名', 'person'],
  ['企业', 'enterprise'],
  ['手机', 'mobile'],
  ['原文', 'unused'],
]
const LINE = 4
const SHEET = '接龙'
const LONGEST_LINE = 400
const KEPT_IGNORED = 2000

/**
 * Reads lines copied from a chat group's 接龙: '12. 张示例 示例精工 13900000001', '3、示例精工-张示例-13900000001', with or without
 * numbers, name and enterprise in either order. Every line comes back once: as a row, or as ignored with its reason ('#接龙' and
 * titles above the first entry, blank lines). A line that would have to be guessed at is a row with 'line-unclear' and nothing
 * but the line. Rows count lines from 1. Never throws.
 */
export function readJielong(text: string): { rows: ResultCells[]; reading: ResultReading } {
  const rows: ResultCells[] = []
  const ignored: ResultReading['ignored'] = []
  const titles: string[] = []
  text.split(/\r\n?|\n/).forEach((raw, i) => {
    const line = cleanText(raw).slice(0, LONGEST_LINE)
    const read = readLine(raw.slice(0, LONGEST_LINE))
    const because = whyIgnored(line, read, rows.length > 0)
    if (because === 'title') titles.push(line)
    if (!because) rows.push(rowOf(i + 1, line, read))
    else if (ignored.length < KEPT_IGNORED) ignored.push({ row: i + 1, because, text: line.slice(0, 80) })
  })
  const columns = COLUMNS.map(([header, use], column) => ({ column, letters: columnLetters(column), header, use }))
  const reading: ResultReading = {
    sheet: SHEET,
    source: 'JIELONG',
    headerRow: 0,
    columns,
    fingerprintText: null,
    proposedOn: onlyDayIn(titles),
    dataRows: rows.length,
    ignored,
  }
  return { rows, reading }
}

/** Some words without a number, mobile or second part ('请大家准时参加') may be anything. */
function readLine(raw: string): ReturnType<typeof readJielongLine> {
  const read = readJielongLine(raw)
  if (typeof read === 'string') return read
  const { number, person, enterprise, mobile } = read
  return number !== null || mobile !== null || (person !== null && enterprise !== null) ? read : 'unclear'
}

function whyIgnored(
  line: string,
  read: ReturnType<typeof readJielongLine>,
  hasBegun: boolean,
): 'header' | 'title' | 'blank' | null {
  if (line === '') return 'blank'
  if (/^#?\s*接龙/.test(line)) return 'header'
  if (/^(?:示?例|格式|样例|范例|例如)(?:\s|[:：]|$)/.test(line)) return 'title'
  if (read === 'nothing') return hasBegun || /^\d/.test(line) ? 'blank' : 'title'
  return hasBegun || isEntry(line, read) ? null : 'title'
}

/** A line above the first entry that is one itself: it names a person, or has a mobile. */
function isEntry(line: string, read: JielongLine | 'unclear' | 'nothing'): boolean {
  if (typeof read === 'string') return /1[3-9]\d{9}/.test(line)
  return read.mobile !== null || read.person !== null
}

function rowOf(row: number, line: string, read: ReturnType<typeof readJielongLine>): ResultCells {
  const cells: Record<number, string> = { [LINE]: line }
  if (typeof read === 'string') {
    const problem = {
      sheet: SHEET,
      row,
      column: '',
      code: 'line-unclear',
      found: line.slice(0, 80),
      isWarning: false,
    } as const
    return { sheet: SHEET, row, cells, problems: [problem] }
  }
  ;[read.number, read.person, read.enterprise, read.mobile].forEach((part, column) => {
    if (part !== null) cells[column] = part
  })
  return { sheet: SHEET, row, cells, problems: [] }
}
