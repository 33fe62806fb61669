import { isFigure } from './cell-value'
import { isNear, type PassRule } from './grade'
import type { CellKey, CellSpec, CellValue, GradingKey } from './lab-sheet'

/** The values of all cells of a sheet, by cell id. */
export type Values = Readonly<Record<string, CellValue>>

/** What somebody who thinks in one known wrong way writes into every cell. */
export type Way = { readonly path: string; readonly values: Values }

/** Largest accepted difference of a cell: one fen for money, nothing for everything else. */
export function toleranceOf(spec: CellSpec): number {
  return spec.kind === 'money' ? 1 : 0
}

/**
 * The key of a sheet: for each cell the right value and the values of the known wrong ways that differ from it.
 *
 * @param right the right value of every cell; throws RangeError when one is missing or no whole number
 * @param ways in order of precedence
 */
export function gradingKey(cells: readonly CellSpec[], right: Values, ways: readonly Way[]): GradingKey {
  return { cells: cells.map((spec) => cellKey(spec, right, ways)) }
}

function cellKey(spec: CellSpec, right: Values, ways: readonly Way[]): CellKey {
  const expected = valueIn(spec, right)
  const tolerance = toleranceOf(spec)
  const candidates = ways.map(({ path, values }) => ({ path, value: valueIn(spec, values) }))
  const wrong = candidates.filter(({ value }) => !isNear(value, expected, 2 * tolerance))
  return { id: spec.id, expected, tolerance, wrong }
}

function valueIn(spec: CellSpec, values: Values): CellValue {
  const value = values[spec.id]
  const fits = isFigure(spec) ? Number.isSafeInteger(value) : typeof value === 'string'
  if (value === undefined || !fits) throw new RangeError(`cell ${spec.id} has no value: ${value}`)
  return value
}

/** What typing the values of a way leads to: which paths are named, how many cells are right, and whether it would pass. */
export function tryWay(
  cells: readonly CellSpec[],
  key: GradingKey,
  way: Way,
  rule: PassRule,
): { part: number; named: Set<string>; passed: boolean } {
  const named = new Set<string>()
  const wrongSteps = new Set<string>()
  let part = 0
  for (const [index, spec] of cells.entries()) {
    // A key made from these cells has them in their order.
    const one = key.cells[index]?.id === spec.id ? key.cells[index] : key.cells.find(({ id }) => id === spec.id)
    if (!one) continue
    const value = valueIn(spec, way.values)
    if (isNear(value, one.expected, one.tolerance)) part += 1
    else {
      wrongSteps.add(spec.step)
      const path = one.wrong.find((wrong) => isNear(value, wrong.value, one.tolerance))?.path
      if (path !== undefined) named.add(path)
    }
  }
  const holds = rule.decisive.every((step) => !wrongSteps.has(step))
  return { part, named, passed: holds && part * 100 >= key.cells.length * rule.passPercent }
}
