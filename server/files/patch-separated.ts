import { gb18030Bytes } from './gb18030'
import { safeCell } from './safe-cell'

/** Columns for separated text; rows count as `readPaste` numbers them. */
export interface SeparatedPatch {
  headerRow: number
  headers: readonly string[]
  rows: ReadonlyMap<number, readonly (string | number | null)[]>
  earlier: { first: number; count: number } | null
}

export type TextEncoding = 'utf-8' | 'gb18030'

/** How the text of a file is encoded: UTF-8, else GB18030; null for what is no such text (UTF-16, a picture). */
export function textEncoding(bytes: Buffer): TextEncoding | null {
  if (bytes.includes(0)) return null
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return bytes[0] === 0xff || bytes[0] === 0xfe ? null : 'gb18030'
  }
}

/**
 * Adds columns to a block copied from a spreadsheet or to the text of a CSV file and leaves every other byte as it is: byte order
 * mark, encoding, line ends, quotes. Columns stand after the longest record, or where an earlier fill-back left them.
 *
 * Works on the bytes: separators, quotes and line ends are ASCII in UTF-8 and never part of a character in GB18030.
 */
export function patchSeparated(bytes: Buffer, patch: SeparatedPatch): Buffer {
  const encoding = textEncoding(bytes) ?? 'utf-8'
  const encode = (text: string) => (encoding === 'utf-8' ? Buffer.from(text, 'utf8') : gb18030Bytes(text))
  const from = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0
  const text = bytes.toString('latin1')
  const separator = text.includes('\t') ? '\t' : ','
  const records = [...recordsOf(text, from, separator)]
  const first = patch.earlier?.first ?? Math.max(1, ...records.map(widthOf))
  const count = Math.max(patch.headers.length, patch.earlier?.count ?? 0)
  const pieces: Buffer[] = []
  let done = 0
  records.forEach((record, i) => {
    const values = i + 1 === patch.headerRow ? patch.headers : patch.rows.get(i + 1)
    if (!values) return
    const ours = Array.from({ length: count }, (_, c) => field(values[c] ?? null, separator)).join(separator)
    const [begin, end] = [record[first], record[Math.min(first + count, record.length) - 1]]
    const at = begin?.start ?? record.at(-1)?.end ?? 0
    const gap = separator.repeat(begin ? 0 : first - record.length + 1)
    pieces.push(bytes.subarray(done, at), encode(gap + ours))
    done = begin && end ? end.end : at
  })
  pieces.push(bytes.subarray(done))
  return Buffer.concat(pieces)
}

type Span = { start: number; end: number }

/** A blank line has one empty field and no width. */
function widthOf(record: readonly Span[]): number {
  const [only] = record
  return record.length === 1 && only && only.start === only.end ? 0 : record.length
}

/** Where each field of each record stands; the same reading as `readPaste`, line ends of every kind kept. */
function* recordsOf(text: string, from: number, separator: string): Generator<Span[]> {
  let fields: Span[] = []
  let at = from
  while (at <= text.length) {
    const end = fieldEnd(text, at, separator)
    fields.push({ start: at, end })
    if (text[end] !== separator) {
      yield fields
      fields = []
    }
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1)
  }
}

function fieldEnd(text: string, from: number, separator: string): number {
  const isEnd = (at: number) => [separator, '\n', '\r', undefined].includes(text[at])
  if (text[from] === '"') {
    let close = text.indexOf('"', from + 1)
    while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
    if (close > 0 && isEnd(close + 1)) return close + 1
  }
  let end = from
  while (!isEnd(end)) end += 1
  return end
}

function field(value: string | number | null, separator: string): string {
  const text = safeCell(String(value ?? '')).replace(/[\r\n\t]+/g, ' ')
  return text.includes(separator) || text.includes('"') ? `"${text.replace(/"/g, '""')}"` : text
}
