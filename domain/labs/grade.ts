import { readCell, type SavedCells } from './cell-value'
import type { CellKey, CellSpec, CellValue, GradingKey } from './lab-sheet'

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

/** What a run must reach: `passPercent` of all cells (0–100, compared without rounding), and every cell of the `decisive` steps. */
export type PassRule = { readonly passPercent: number; readonly decisive: readonly string[] }

/** What the learner's own figures further up lead to at a cell; null when that cannot be said. */
export type Follow = (cell: string, answers: Readonly<Record<string, CellValue | null>>) => CellValue | null

/** Wrong by the unit alone: the right figure in 万元 was typed into a 元 cell, or the other way round. */
export const WRONG_UNIT = 'wrong-unit'
/** Right sign missing. */
export const WRONG_SIGN = 'wrong-sign'
/** Not the right figure, but rightly worked out from a wrong one further up. */
export const CARRIED = 'carried'
/** The paths that any lab may name; their sentences belong to the interface. */
export const COMMON_PATHS = [WRONG_UNIT, WRONG_SIGN, CARRIED] as const

/**
 * Grades one cell.
 *
 * @param typed what was saved; undefined or blank counts as `blank`
 */
export function gradeCell(spec: CellSpec, key: CellKey, typed: string | undefined): CellResult {
  if (typed === undefined || typed.trim() === '') return { id: key.id, verdict: 'blank' }
  const value = readCell(spec, typed)
  if (value === null) return { id: key.id, verdict: 'unreadable' }
  if (isNear(value, key.expected, key.tolerance)) return { id: key.id, verdict: 'right' }
  const path = namedPath(spec, key, value)
  return path === undefined ? { id: key.id, verdict: 'wrong' } : { id: key.id, verdict: 'wrong', path }
}

/**
 * Grades every cell of a sheet against the saved cells.
 *
 * @param asked.carried how a cell counts that follows rightly from a wrong figure further up: only `named`, or `credited` as right
 *
 * Cells saved under ids that the sheet does not have are ignored. A key without cells is never passed.
 */
export function gradeCells(
  cells: readonly CellSpec[],
  key: GradingKey,
  saved: SavedCells,
  asked: { rule: PassRule; follow?: Follow | undefined; carried?: 'named' | 'credited' | undefined },
): LabResult {
  const keys = new Map(key.cells.map((cell) => [cell.id, cell]))
  const graded = cells.flatMap((spec) => {
    const cellKey = keys.get(spec.id)
    return cellKey ? [{ spec, cellKey, result: gradeCell(spec, cellKey, ownText(saved, spec.id)) }] : []
  })
  const answers = readAnswers(cells, saved)
  const results = graded.map(({ cellKey, result }) =>
    asked.follow ? withCarried(result, cellKey, answers, asked.follow, asked.carried ?? 'named') : result,
  )
  const isRight = new Set(results.filter(({ verdict }) => verdict === 'right').map(({ id }) => id))
  const holds = cells.every((spec) => !asked.rule.decisive.includes(spec.step) || isRight.has(spec.id))
  const [part, whole] = [isRight.size, results.length]
  return { part, whole, passed: whole > 0 && holds && part * 100 >= whole * asked.rule.passPercent, cells: results }
}

/** Every cell's saved text as a value; null where it is blank or unreadable. */
export function readAnswers(cells: readonly CellSpec[], saved: SavedCells): Record<string, CellValue | null> {
  return Object.fromEntries(cells.map((spec) => [spec.id, readCell(spec, ownText(saved, spec.id) ?? '')]))
}

/** The steps with at least one cell that is not right, in the order of the sheet, each once. */
export function weakSteps(specs: readonly CellSpec[], result: LabResult): string[] {
  const right = new Set(result.cells.filter((cell) => cell.verdict === 'right').map((cell) => cell.id))
  return [...new Set(specs.filter((spec) => !right.has(spec.id)).map((spec) => spec.step))]
}

/** True when two values are the same answer. */
export function isNear(one: CellValue, other: CellValue, tolerance: number): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other
  return Math.abs(one - other) <= tolerance
}

function ownText(saved: SavedCells, id: string): string | undefined {
  return Object.hasOwn(saved, id) ? saved[id] : undefined
}

function withCarried(
  result: CellResult,
  key: CellKey,
  answers: Readonly<Record<string, CellValue | null>>,
  follow: Follow,
  carried: 'named' | 'credited',
): CellResult {
  const typed = answers[result.id]
  if (result.verdict !== 'wrong' || typed === null || typed === undefined) return result
  if (carried === 'named' && result.path !== undefined) return result
  const followed = follow(result.id, answers)
  if (followed === null || !isNear(typed, followed, key.tolerance)) return result
  return { id: result.id, verdict: carried === 'credited' ? 'right' : 'wrong', path: CARRIED }
}

function namedPath(spec: CellSpec, key: CellKey, value: CellValue): string | undefined {
  const known = key.wrong.find((wrong) => isNear(value, wrong.value, key.tolerance))
  if (known) return known.path
  const { expected, tolerance } = key
  if (typeof value === 'string' || typeof expected === 'string' || expected === 0) return undefined
  if (isNear(value, -expected, tolerance)) return WRONG_SIGN
  return spec.kind === 'money' && isOtherUnit(value, expected, tolerance) ? WRONG_UNIT : undefined
}

/** True when `value` is `expected` in 万元 as far as it was typed out, or `expected` was typed with four zeros too many. */
function isOtherUnit(value: number, expected: number, tolerance: number): boolean {
  const inWan = value !== 0 && isNear(value * 10_000, expected, 5_000 + tolerance)
  return inWan || isNear(value, expected * 10_000, tolerance)
}
