import type { DocumentData } from '@/domain/documents/document-data'
import { movedFormula } from './formula-refs'
import { movedAddresses, movedFormulaRows, type RowMoves } from './row-moves'
import { filledCell } from './xlsx-cells'
import type { PlannedRow } from './xlsx-plan'
import {
  attribute,
  decoded,
  elements,
  encoded,
  type SheetCell,
  type SheetLine,
  type SheetXml,
  without,
} from './xlsx-sheet'

interface Filling {
  data: DocumentData
  moves: RowMoves
  all: readonly RowMoves[]
}

/** The rows of the filled sheet: cells with placeholders filled, formulas brought after the rows, all others as they are. */
export function filledRows({ lines, prefix }: SheetXml, planned: readonly PlannedRow[], filling: Filling): SheetLine[] {
  const masters = sharedMasters(lines, prefix)
  return planned.map((one) => ({
    row: one.row,
    attributes: one.line.attributes,
    cells: one.line.cells.map((cell) => {
      const filled = filledCell(cell, { data: filling.data, item: one.item }, prefix)
      return filled ?? withFormula(cell, one, { prefix, masters, filling })
    }),
  }))
}

interface Master {
  formula: string
  row: number
  column: number
}

/** Formulas that several cells share, by their number, where they are written out. */
function sharedMasters(lines: readonly SheetLine[], prefix: string): Map<string, Master> {
  const masters = new Map<string, Master>()
  for (const line of lines)
    for (const cell of line.cells) {
      const [own] = elements(cell.inside, `${prefix}f`)
      const number = own && attribute(own.attributes, 't') === 'shared' ? attribute(own.attributes, 'si') : undefined
      if (own && number !== undefined && own.inside !== '')
        masters.set(number, { formula: decoded(own.inside), row: line.row, column: cell.column })
    }
  return masters
}

/** A formula's cell with the formula written out and moved, and without the result it had. */
function withFormula(
  cell: SheetCell,
  { line, block, copy }: PlannedRow,
  given: { prefix: string; masters: ReadonlyMap<string, Master>; filling: Filling },
): SheetCell {
  const { prefix: p, masters, filling } = given
  const [own] = elements(cell.inside, `${p}f`)
  if (!own) return cell
  const master =
    attribute(own.attributes, 't') === 'shared' ? masters.get(attribute(own.attributes, 'si') ?? '') : undefined
  const written = master
    ? movedFormula(master.formula, line.row - master.row, cell.column - master.column)
    : decoded(own.inside)
  const formula = movedFormulaRows(written, filling.moves.sheet, filling.all, block ? { block, copy } : null)
  const rest = master
    ? ['t', 'si', 'ref'].reduce(without, own.attributes)
    : ownAttributes(own.attributes, filling.moves)
  return { ...cell, attributes: without(cell.attributes, 't'), inside: `<${p}f${rest}>${encoded(formula)}</${p}f>` }
}

/** An array formula's range moves with it. */
function ownAttributes(attributes: string, moves: RowMoves): string {
  return attributes.replace(
    /(\sref=")([^"]*)"/,
    (_, before: string, ref: string) => `${before}${movedAddresses(ref, moves)}"`,
  )
}
