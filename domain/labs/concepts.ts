import type { LabResult } from './grade'
import type { CellSpec } from './lab-sheet'

/** How many cells of each concept were right, of how many: `{ concept: [right, asked] }`. */
export type ConceptParts = Readonly<Record<string, readonly [right: number, asked: number]>>

/** A concept is shaky below this share of right cells or answers. */
export const SHAKY_BELOW_PERCENT = 80

/** The parts of a graded run by concept, in the order of the sheet. */
export function conceptParts(cells: readonly CellSpec[], result: LabResult): ConceptParts {
  const right = new Set(result.cells.filter(({ verdict }) => verdict === 'right').map(({ id }) => id))
  const parts: Record<string, [number, number]> = {}
  for (const { id, concept } of cells) {
    const [sure, asked] = parts[concept] ?? [0, 0]
    parts[concept] = [sure + (right.has(id) ? 1 : 0), asked + 1]
  }
  return parts
}

/** Whether somebody with so many right of so many asked should look at the concept again; compared without rounding. */
export function isShaky(right: number, asked: number): boolean {
  return right * 100 < asked * SHAKY_BELOW_PERCENT
}
