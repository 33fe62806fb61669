import { separatedRecords, separatorOfFile, separatorOfPaste, unixLines } from '@/domain/sheets/separated-text'
import type { Cell, SheetRow } from '@/domain/roster/sheet'
import { WorkbookRefused } from './workbook-refusal'

/**
 * The rows of a block copied from Excel or WPS (tab-separated) or of a CSV file's text. A field in double quotes may hold
 * line breaks, separators and doubled quotes.
 *
 * @param from what the text comes from, which decides what separates (`separatorOfPaste`, `separatorOfFile`)
 * @throws WorkbookRefused 'empty-file' when there is nothing but blanks, 'too-many-rows'
 */
export function readPaste(text: string, maxRows: number, from: 'paste' | 'file' = 'paste'): SheetRow[] {
  const clean = unixLines(text)
  if (clean.trim() === '') throw new WorkbookRefused('empty-file')
  const separator = from === 'paste' ? separatorOfPaste(clean) : separatorOfFile(clean)
  const rows: SheetRow[] = []
  let number = 0
  for (const fields of separatedRecords(clean, separator)) {
    number += 1
    const cells = cellsOf(fields)
    if (cells.size === 0) continue
    rows.push({ row: number, cells })
    if (rows.length > maxRows) throw new WorkbookRefused('too-many-rows')
  }
  return rows
}

function cellsOf(fields: readonly string[]): Map<number, Cell> {
  const cells = new Map<number, Cell>()
  fields.forEach((field, column) => {
    if (field.trim() !== '' && column < 256) cells.set(column, { text: field.slice(0, 4000), kind: 'text' })
  })
  return cells
}
