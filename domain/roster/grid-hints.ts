import type { Grid } from '../sheets/grid'
import { columnOfLetters } from './cell-text'
import type { Problem } from './sheet'
import { SheetParser } from './sheet-parser'

/** What is wrong with a cell of a pasted block, before it is sent. Row and column from 0; no column: the whole row. */
export interface GridHint {
  row: number
  column: number | null
  code: Problem['code']
  found: string
  suggestion?: string
  isWarning: boolean
}

/**
 * What the roster import will say of these rows by themselves: the header and each cell, read by the same parser as a
 * file's. Regions, other rows and the present roster are only asked when the block is read for trial.
 *
 * @returns `hasHeader` false when no header was found: then nothing of the block could be read
 */
export function rosterHints(grid: Grid): { hasHeader: boolean; hints: GridHint[] } {
  const parser = new SheetParser('', [])
  const read = grid.flatMap((texts, index) => parser.push({ row: index + 1, cells: cellsOf(texts) }))
  const problems = [...read, ...parser.finish()].flatMap((row) => row.problems)
  return { hasHeader: parser.summary().header !== null, hints: problems.map(hintOf) }
}

function cellsOf(texts: readonly string[]) {
  return new Map(
    texts.flatMap((text, column) => (text.trim() === '' ? [] : [[column, { text, kind: 'text' as const }] as const])),
  )
}

function hintOf({ row, column, code, found, suggestion, isWarning }: Problem): GridHint {
  const letters = /^[A-Z]+(?= |$)/.exec(column)?.[0]
  const where = { row: row - 1, column: letters ? columnOfLetters(letters) : null }
  return { ...where, code, found, isWarning, ...(suggestion ? { suggestion } : {}) }
}
