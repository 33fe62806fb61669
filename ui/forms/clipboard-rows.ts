import { looksScientific } from '@/domain/roster/cell-text'
import { type SpannedCell, withoutSpans } from '@/domain/sheets/grid'
import { separatedRecords, separatorOfPaste, unixLines } from '@/domain/sheets/separated-text'

const BREAK = '\u2028'

/**
 * The rows of a table on the clipboard, or null when it holds only words. Plain text is taken as it is; the page's table
 * that Excel, WPS and 腾讯文档 put beside it only where it says more: merged cells, numbers shown shortened.
 */
export function clipboardRows(data: DataTransfer): string[][] | null {
  const text = unixLines(data.getData('text/plain')).replace(/\n$/, '')
  const table = tableOf(data.getData('text/html'))
  if (table && (table.saysMore || !text.includes('\t'))) return table.rows
  return text.includes('\t') ? [...separatedRecords(text, separatorOfPaste(text))] : null
}

/** The same for text that is in the field already: a comma separates, too. */
export function textRows(text: string): string[][] {
  const clean = unixLines(text)
  return [...separatedRecords(clean, separatorOfPaste(clean))]
}

/** The first table of a page, read in a document of its own: nothing in it runs, loads or is shown. */
function tableOf(html: string): { rows: string[][]; saysMore: boolean } | null {
  if (!/<table/i.test(html)) return null
  const table = new DOMParser().parseFromString(bareTable(html), 'text/html').querySelector('table')
  if (!table || table.rows.length === 0) return null
  const cells = [...table.rows].map((row) => [...row.cells])
  const isShort = (cell: HTMLTableCellElement) => Boolean(storedNumber(cell)) && looksScientific(cell.textContent)
  const saysMore = cells.flat().some((cell) => cell.colSpan > 1 || cell.rowSpan > 1 || isShort(cell))
  return { rows: withoutSpans(cells.map((row) => row.map(spanned))), saysMore }
}

/** From the first table on, without style sheets, scripts and handlers: the policy would refuse them, and complain. */
function bareTable(html: string): string {
  return html
    .slice(html.search(/<table/i))
    .replace(/<(style|script)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\son\w+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, ''))
}

function spanned(cell: HTMLTableCellElement): SpannedCell {
  return { text: textOf(cell), columns: cell.colSpan, rows: cell.rowSpan }
}

/** What the eye reads: white space of the page is none, its line breaks are. */
function textOf(cell: HTMLTableCellElement): string {
  for (const one of cell.querySelectorAll('br')) one.replaceWith(BREAK)
  const text = cell.textContent
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/ ?\u2028 ?/g, '\n')
    .trim()
  return looksScientific(text) ? storedNumber(cell) || text : text
}

/** Excel and WPS tell the number behind '1.38E+10' in an attribute of their own. */
function storedNumber(cell: HTMLTableCellElement): string {
  return cell.getAttribute('x:num') ?? ''
}
