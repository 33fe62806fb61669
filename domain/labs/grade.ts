import { type Fen, parseYuan } from './fen'
import type { CellKey, CellSpec, GradingKey } from './lab-sheet'

/** What the learner saved, as typed, by cell id; cells never saved are absent. */
export type SavedCells = Readonly<Record<string, string>>

/** One cell graded. `path` names the wrong way of thinking when it is recognised. */
export type CellResult = {
  readonly id: string
  readonly verdict: 'right' | 'wrong' | 'blank' | 'unreadable'
  readonly path?: string
}

/** A whole run graded; `part` of `whole` cells are right. */
export type LabResult = {
  readonly part: number
  readonly whole: number
  readonly passed: boolean
  readonly cells: readonly CellResult[]
}

/** Wrong by the unit alone: the right figure in 万元 was typed into a 元 cell, or the other way round. */
export const WRONG_UNIT = 'wrong-unit'
/** Right sign missing. */
export const WRONG_SIGN = 'wrong-sign'

/**
 * Grades one cell.
 *
 * @param typed what was saved; undefined or blank counts as `blank`
 * @param toleranceFen largest accepted difference in fen, both sides
 */
export function gradeCell(key: CellKey, typed: string | undefined, toleranceFen: Fen): CellResult {
  if (typed === undefined || typed.trim() === '') return { id: key.id, verdict: 'blank' }
  const amount = parseYuan(typed)
  if (amount === null) return { id: key.id, verdict: 'unreadable' }
  if (near(amount, key.expected, toleranceFen)) return { id: key.id, verdict: 'right' }
  const path = namedPath(key, amount, toleranceFen)
  return path === undefined ? { id: key.id, verdict: 'wrong' } : { id: key.id, verdict: 'wrong', path }
}

/**
 * Grades every cell of a key against the saved cells.
 *
 * @param passPercent share of right cells needed, 0–100; compared without rounding
 * Cells saved under ids that the key does not have are ignored. A key without cells is never passed.
 */
export function gradeRun(key: GradingKey, saved: SavedCells, toleranceFen: Fen, passPercent: number): LabResult {
  const cells = key.cells.map((cell) => gradeCell(cell, saved[cell.id], toleranceFen))
  const part = cells.filter((cell) => cell.verdict === 'right').length
  const whole = cells.length
  return { part, whole, passed: whole > 0 && part * 100 >= whole * passPercent, cells }
}

/** The steps with at least one cell that is not right, in the order of the sheet, each once. */
export function weakSteps(specs: readonly CellSpec[], result: LabResult): string[] {
  const right = new Set(result.cells.filter((cell) => cell.verdict === 'right').map((cell) => cell.id))
  return [...new Set(specs.filter((spec) => !right.has(spec.id)).map((spec) => spec.step))]
}

function namedPath(key: CellKey, amount: Fen, toleranceFen: Fen): string | undefined {
  const known = key.wrong.find((wrong) => near(amount, wrong.amount, toleranceFen))
  if (known) return known.path
  if (key.expected !== 0 && near(amount, -key.expected, toleranceFen)) return WRONG_SIGN
  const inWan = amount !== 0 && near(amount * 10_000, key.expected, 5_000 + toleranceFen)
  if (key.expected !== 0 && (inWan || near(amount, key.expected * 10_000, toleranceFen))) return WRONG_UNIT
  return undefined
}

function near(one: Fen, other: Fen, toleranceFen: Fen): boolean {
  return Math.abs(one - other) <= toleranceFen
}
