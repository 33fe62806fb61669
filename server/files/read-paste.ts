import type { Cell, SheetRow } from '@/domain/roster/sheet'
import { WorkbookRefused } from './workbook-refusal'

/**
 * The rows of a block copied from Excel or WPS (tab-separated), or of a CSV file's text. A field in double quotes may
 * hold line breaks, separators and doubled quotes. The separator is a tab when any stands in the first line that has
 * one, else a comma (also the full-width one never separates).
 *
 * @throws WorkbookRefused 'empty-file' when there is nothing but blanks, 'too-many-rows'
 */
export function readPaste(text: string, maxRows: number): SheetRow[] {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  if (clean.trim() === '') throw new WorkbookRefused('empty-file')
  const rows: SheetRow[] = []
  let number = 0
  for (const fields of records(clean, clean.includes('\t') ? '\t' : ',')) {
    number += 1
    const cells = new Map<number, Cell>()
    fields.forEach((field, column) => {
      if (field.trim() !== '' && column < 256) cells.set(column, { text: field.slice(0, 4000), kind: 'text' })
    })
    if (cells.size === 0) continue
    rows.push({ row: number, cells })
    if (rows.length > maxRows) throw new WorkbookRefused('too-many-rows')
  }
  return rows
}

/** Records of separated text in the order of the text; the state machine of RFC 4180, forgiving of stray quotes. */
function* records(text: string, separator: string): Generator<string[]> {
  let fields: string[] = []
  let at = 0
  while (at <= text.length) {
    const quoted = text[at] === '"' ? closingQuote(text, at) : -1
    const isQuoted = quoted > 0 && [separator, '\n', undefined].includes(text[quoted + 1])
    const end = isQuoted ? quoted + 1 : fieldEnd(text, at, separator)
    fields.push(isQuoted ? text.slice(at + 1, quoted).replace(/""/g, '"') : text.slice(at, end))
    if (text[end] !== separator) {
      yield fields
      fields = []
    }
    at = end + 1
  }
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from + 1)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}

function fieldEnd(text: string, from: number, separator: string): number {
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1
  return end
}
