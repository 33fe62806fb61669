import { withRows, type RefRows } from './formula-refs'
import type { Block, PlannedRow } from './xlsx-plan'

/** How rows of one sheet moved. */
export interface RowMoves {
  sheet: string
  isMoved: boolean
  /** Where the first and the last copy of a template's row stand now; a row that is gone: where it would be. */
  first(row: number): number
  last(row: number): number
  /** Where that row stands in one copy of a block. */
  inCopy(row: number, block: Block, copy: number): number
}

/** How the rows of a sheet moved by a plan. */
export function movesOf(
  sheet: string,
  blocks: readonly Block[],
  { planned, heights }: { planned: readonly PlannedRow[]; heights: ReadonlyMap<Block, number> },
): RowMoves {
  const sizes = blocks.map((block) => {
    const rows = planned.filter((one) => one.block === block)
    const own = new Map<number, number[]>()
    for (const { line, row } of rows) {
      const copies = own.get(line.row)
      if (copies) copies.push(row)
      else own.set(line.row, [row])
    }
    return { block, own }
  })
  const grown = blocks.map((block) => ({ block, by: (heights.get(block) ?? 0) - (block.to - block.from + 1) }))
  const shifted = (row: number) => row + grown.reduce((sum, { block, by }) => (block.to < row ? sum + by : sum), 0)
  const copies = (row: number) => sizes.find(({ block }) => block.from <= row && row <= block.to)?.own.get(row)
  const gone = (row: number) => {
    const block = blocks.find(({ from, to }) => from <= row && row <= to)
    return block ? shifted(block.from) : shifted(row)
  }
  return {
    sheet,
    isMoved: grown.some(({ by }) => by !== 0) || blocks.length > 0,
    first: (row) => copies(row)?.[0] ?? gone(row),
    last: (row) => copies(row)?.at(-1) ?? gone(row),
    inCopy(row, block, copy) {
      const inside = block.from <= row && row <= block.to
      return (inside ? copies(row)?.[copy] : undefined) ?? copies(row)?.[0] ?? gone(row)
    },
  }
}

/** The new rows of a reference that stands outside of any repeated row. */
export function movedRows({ first, last }: RefRows, moves: RowMoves): { first: number; last: number } {
  return { first: moves.first(first.row), last: last ? moves.last(last.row) : 0 }
}

/**
 * A formula after rows moved, on any sheet.
 *
 * @param own the sheet it stands on
 * @param at the copy it stands in, when it is repeated: its references to rows of the same block mean the same copy
 */
export function movedFormulaRows(
  formula: string,
  own: string,
  all: readonly RowMoves[],
  at: { block: Block; copy: number } | null = null,
): string {
  return withRows(formula, (ref) => {
    const moves = all.find(({ sheet }) => sheet === (ref.sheet ?? own))
    if (!moves?.isMoved) return null
    const { first, last } = ref
    const inBlock = (row: number) => at !== null && row >= at.block.from && row <= at.block.to
    if (!at || (ref.sheet ?? own) !== own || !inBlock(first.row) || (last && !inBlock(last.row)))
      return movedRows(ref, moves)
    const one = (end: { row: number; isFixed: boolean }) =>
      end.isFixed ? moves.first(end.row) : moves.inCopy(end.row, at.block, at.copy)
    return { first: one(first), last: last ? one(last) : 0 }
  })
}

/** 'A5:C5 E7' after rows moved. */
export function movedAddresses(list: string, moves: RowMoves): string {
  return withRows(list.replaceAll(' ', ','), (ref) => movedRows(ref, moves)).replaceAll(',', ' ')
}
