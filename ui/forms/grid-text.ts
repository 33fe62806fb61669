import { type Grid, rectangle } from '@/domain/sheets/grid'
import { separatedText } from '@/domain/sheets/separated-text'

/** How many rows can be changed on the page; the others are kept as they came. */
export const EDITABLE_ROWS = 200
/** How many rows are checked while somebody types. */
export const CHECKED_ROWS = 2000

/** A pasted block: the rows on the page, and the rest with its text, which is made only once. */
export interface PastedBlock {
  rows: string[][]
  rest: string[][]
  restText: string
}

export function blockOf(given: Grid): PastedBlock {
  const all = rectangle(given)
  const rest = all.slice(EDITABLE_ROWS)
  return { rows: all.slice(0, EDITABLE_ROWS), rest, restText: rest.length > 0 ? `\n${separatedText(rest)}` : '' }
}

/** The block as the text that the form sends. */
export function textOfBlock({ rows, restText }: PastedBlock): string {
  return separatedText(rows) + restText
}
