import { type Fen, parseYuan } from '../fen'
import { type CellResult, gradeRun, type LabResult, type SavedCells } from '../grade'
import type { CellKey, GradingKey } from '../lab-sheet'
import { cellAmounts, cellSpecs } from './sheet'
import { solveCap } from './solve'
import { type ReadProject, wrongPaths } from './wrong-paths'

/** Largest accepted difference: 0.01 yuan. */
export const TOLERANCE_FEN: Fen = 1

/** Wrong, but rightly calculated from a wrong figure further up: mend that one. */
export const CARRIED = 'carried'

/**
 * The key of a sheet: for each cell the right amount and the amounts of the known wrong paths that differ from it.
 *
 * @param projects as read from the ledger, in the order of the sheet
 */
export function gradingKey(projects: readonly ReadProject[]): GradingKey {
  const counted = projects.map((project) => (project.counts ? project : { ...project, five: 0, other: 0 }))
  const right = cellAmounts(counted, solveCap(counted))
  const wrong = wrongPaths(projects).map(({ path, projects: read, solution }) => ({
    path,
    amounts: cellAmounts(read, solution),
  }))
  const cells = cellSpecs(projects.map((project) => project.id)).map(({ id }): CellKey => {
    const expected = right[id] as Fen
    const candidates = wrong.map(({ path, amounts }) => ({ path, amount: amounts[id] as Fen }))
    return { id, expected, wrong: candidates.filter(({ amount }) => Math.abs(amount - expected) > 2 * TOLERANCE_FEN) }
  })
  return { cells }
}

/**
 * Grades a run of this lab: as `gradeRun`, and a cell that is wrong without a known path is named `carried` when it follows rightly
 * from the learner's own figures further up. It stays wrong.
 */
export function gradeOtherCostCap(key: GradingKey, saved: SavedCells, passPercent: number): LabResult {
  const result = gradeRun(key, saved, TOLERANCE_FEN, passPercent)
  return { ...result, cells: result.cells.map((cell) => nameCarried(cell, saved)) }
}

function nameCarried(cell: CellResult, saved: SavedCells): CellResult {
  if (cell.verdict !== 'wrong' || cell.path !== undefined) return cell
  const typed = amountOf(saved, cell.id)
  const followed = fromOwnFigures(cell.id, saved)
  const carried = typed !== null && followed !== null && Math.abs(typed - followed) <= TOLERANCE_FEN
  return carried ? { ...cell, path: CARRIED } : cell
}

function fromOwnFigures(cell: string, saved: SavedCells): Fen | null {
  const of = (id: string) => amountOf(saved, id)
  const both = (one: Fen | null, other: Fen | null, join: (a: Fen, b: Fen) => Fen) =>
    one === null || other === null ? null : join(one, other)
  const five = of('five')
  switch (cell) {
    case 'five':
    case 'other':
      return sumOfProjects(saved, cell)
    case 'limit':
      return five === null ? null : solveCap([{ five, other: 0 }]).limit
    case 'allowed':
      return both(of('limit'), of('other'), Math.min)
    case 'cut':
      return both(of('other'), of('allowed'), (a, b) => a - b)
    case 'base':
      return both(five, of('allowed'), (a, b) => a + b)
    case 'gain':
      return both(of('allowed'), of('old-allowed'), (a, b) => a - b)
    default:
      return null
  }
}

function sumOfProjects(saved: SavedCells, column: 'five' | 'other'): Fen | null {
  const amounts = Object.keys(saved)
    .filter((id) => id.endsWith(`-${column}`))
    .map((id) => amountOf(saved, id))
  return amounts.reduce<Fen | null>((sum, amount) => (sum === null || amount === null ? null : sum + amount), 0)
}

function amountOf(saved: SavedCells, id: string): Fen | null {
  const typed = saved[id]
  return typed === undefined ? null : parseYuan(typed)
}
