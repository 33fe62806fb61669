import { safeCell } from './safe-cell'

const BOM = '\uFEFF'

/**
 * Rows as a CSV file in UTF-8 that Excel, WPS and SMS platforms open alike: byte order mark, commas, CRLF after every row, fields
 * in double quotes where RFC 4180 asks for them. Every text passes `safeCell`. A tab becomes a blank, as many readers of CSV take
 * one anywhere for the separator of the whole file.
 */
export function csvOf(rows: Iterable<readonly string[]>): string {
  let text = BOM
  for (const row of rows) text += `${row.map(field).join(',')}\r\n`
  return text
}

function field(value: string): string {
  const safe = safeCell(value.replaceAll('\t', ' '))
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}
