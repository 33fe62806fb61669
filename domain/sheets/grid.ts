/** Rows of texts, each as wide as the widest. */
export type Grid = readonly (readonly string[])[]

/** No sheet of an office is wider; what stands further right is not read from a file either. */
const WIDEST = 256

/** The rows made equally wide with '' and without blank rows at the end; at least one cell, at most 256 columns. */
export function rectangle(rows: Grid): string[][] {
  const width = Math.min(WIDEST, Math.max(1, ...rows.map((row) => row.length)))
  const last = rows.reduce((found, row, index) => (row.some((text) => text.trim() !== '') ? index : found), 0)
  return Array.from({ length: last + 1 }, (_, index) => wide(rows[index] ?? [], width))
}

/** The row cut or filled up to `width`; the same array when it is so already. */
function wide(row: readonly string[], width: number): string[] {
  return row.length === width ? (row as string[]) : Array.from({ length: width }, (_, column) => row[column] ?? '')
}

/**
 * The grid with a block laid over it, its upper left cell at `row` and `column` (both from 0); the grid grows to the right
 * and down as needed. Rows outside the block stay the same arrays.
 */
export function withBlock(grid: Grid, at: { row: number; column: number }, block: Grid): string[][] {
  const width = Math.min(
    WIDEST,
    Math.max(1, ...grid.map((row) => row.length), ...block.map((row) => at.column + row.length)),
  )
  const height = Math.max(grid.length, at.row + block.length)
  return Array.from({ length: height }, (_, index) => {
    const row = wide(grid[index] ?? [], width)
    const over = block[index - at.row]
    if (!over) return row
    return row.map((text, column) => over[column - at.column] ?? text)
  })
}

/** A cell of a table in a page: its text and how many columns and rows it spans. */
export interface SpannedCell {
  text: string
  columns: number
  rows: number
}

/**
 * The rows of a table whose cells may span several. As a file's merged cells are understood: the text of a cell merged
 * downwards stands in each of its rows, of one merged sideways in the first column only, the others blank.
 */
export function withoutSpans(rows: readonly (readonly SpannedCell[])[]): string[][] {
  const laid: Map<number, string>[] = rows.map(() => new Map())
  rows.forEach((cells, rowIndex) => {
    let column = 0
    for (const cell of cells) {
      while (laid[rowIndex]?.has(column)) column += 1
      lay(laid, { row: rowIndex, column }, cell)
      column += 1
    }
  })
  return laid.map((texts) =>
    Array.from({ length: Math.max(0, ...texts.keys()) + 1 }, (_, column) => texts.get(column) ?? ''),
  )
}

function lay(laid: readonly Map<number, string>[], at: { row: number; column: number }, cell: SpannedCell): void {
  const columns = Math.min(cell.columns, WIDEST - at.column)
  for (const texts of laid.slice(at.row, at.row + cell.rows))
    for (let across = 0; across < columns; across += 1) texts.set(at.column + across, across === 0 ? cell.text : '')
}
