import { columnLetters, columnOfLetters } from '@/domain/roster/cell-text'

/** One reference in a formula: a cell, a range, or whole rows; columns stay as they are written. */
export interface RefRows {
  /** The sheet it names, or null for the formula's own. */
  sheet: string | null
  first: { row: number; isFixed: boolean }
  last: { row: number; isFixed: boolean } | null
}

type NewRows = { first: number; last: number }

const PART = String.raw`(\$?[A-Z]{1,3})?(\$?)(\d{1,7})`
const PATTERN = new RegExp(
  String.raw`"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.$])(?:'((?:[^']|''){1,80})'!|([\p{L}_][\p{L}\p{N}_.]*)!)?${PART}(?::${PART})?(?![\p{L}\p{N}_(.!:])`,
  'gu',
)

/**
 * A formula with the rows of its references changed; texts, names, functions and numbers stay. A lone number is no reference.
 *
 * @param rows the new rows of one reference; null leaves it as it is
 */
export function withRows(formula: string, rows: (ref: RefRows) => NewRows | null): string {
  return formula.replace(PATTERN, (...match) => {
    const [all, quoted, bare, column, fixed = '', row, column2, fixed2 = '', row2] = match as (string | undefined)[] &
      [string]
    if (row === undefined) return all
    const isRange = row2 !== undefined
    const isWholeRows = column === undefined
    if (isWholeRows ? !isRange || column2 !== undefined : isRange && column2 === undefined) return all
    const sheet = quoted?.replaceAll("''", "'") ?? bare ?? null
    const next = rows({
      sheet,
      first: { row: Number(row), isFixed: fixed !== '' },
      last: isRange ? { row: Number(row2), isFixed: fixed2 !== '' } : null,
    })
    if (!next) return all
    const before = all.slice(0, all.indexOf('!') + 1)
    const end = isRange ? `:${column2 ?? ''}${fixed2}${next.last}` : ''
    return `${before}${column ?? ''}${fixed}${next.first}${end}`
  })
}

/** The formula that a cell so many rows and columns away shares with this one. */
export function movedFormula(formula: string, down: number, right: number): string {
  const moved = withRows(formula, ({ first, last }) => ({
    first: first.isFixed ? first.row : first.row + down,
    last: last ? (last.isFixed ? last.row : last.row + down) : 0,
  }))
  if (right === 0) return moved
  return moved.replace(
    /"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.$'])(\$?)([A-Z]{1,3})(\$?\d{1,7})(?![\p{L}\p{N}_(.!])/gu,
    (all, fixed: string | undefined, letters: string | undefined, row: string) =>
      letters === undefined || fixed === '$' ? all : `${columnLetters(columnOfLetters(letters) + right)}${row}`,
  )
}
