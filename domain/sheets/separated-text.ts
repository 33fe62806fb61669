/**
 * Records of separated text in the order of the text; the state machine of RFC 4180, forgiving of stray quotes. A field in
 * double quotes may hold line breaks, separators and doubled quotes.
 *
 * @param text with '\n' as the only line break (see `unixLines`)
 * @returns one record a line, blank lines as one empty field
 */
export function* separatedRecords(text: string, separator: string): Generator<string[]> {
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

/** The text without a byte order mark and with '\n' as the only line break, inside quotes as well. */
export function unixLines(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
}

/** What separates a pasted block: a tab when there is any, else a comma (a full-width one never separates). */
export function separatorOfPaste(text: string): '\t' | ',' {
  return text.includes('\t') ? '\t' : ','
}

const LOOKED_AT = 40

/** What separates a file's text: a tab when more of its first lines hold a tab than hold a comma, else a comma. */
export function separatorOfFile(text: string): '\t' | ',' {
  const lines = text.split('\n', LOOKED_AT)
  const holding = (sign: string) => lines.filter((line) => line.includes(sign)).length
  return holding('\t') > holding(',') ? '\t' : ','
}

/**
 * Rows as a block that `separatedRecords(text, separatorOfPaste(text))` reads back as the same rows: tab-separated, quoted
 * where a field would be misread.
 *
 * @param rows each with at least one field, without '\r' in them; no rows give ''
 */
export function separatedText(rows: readonly (readonly string[])[]): string {
  // Without any tab the block would be read as comma-separated.
  const risky = rows.some((row) => row.length > 1) ? /[\t\n"]/ : /[\t\n",]/
  return rows
    .map((row) => row.map((field) => (risky.test(field) ? `"${field.replace(/"/g, '""')}"` : field)).join('\t'))
    .join('\n')
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
