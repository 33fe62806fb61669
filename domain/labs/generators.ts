import type { GradingKey, LabMode } from './lab-sheet'
import type { LabResult, SavedCells } from './grade'
import { type GeneratedLab, GENERATOR_VERSION, generate } from './other-cost-cap/generate'
import { gradeOtherCostCap, TOLERANCE_FEN } from './other-cost-cap/grade'

/** What a lab's content file names as its `generator`. */
export type LabGenerator = {
  readonly version: number
  /** Largest accepted difference of an amount, in fen. */
  readonly toleranceFen: number
  generate(seed: string, mode: LabMode): GeneratedLab
  grade(key: GradingKey, saved: SavedCells, passPercent: number): LabResult
}

const GENERATORS: Readonly<Record<string, LabGenerator>> = {
  'other-cost-cap': { version: GENERATOR_VERSION, toleranceFen: TOLERANCE_FEN, generate, grade: gradeOtherCostCap },
}

/** The generator of that name, or undefined; content is checked against it. */
export function labGenerator(name: string): LabGenerator | undefined {
  return Object.hasOwn(GENERATORS, name) ? GENERATORS[name] : undefined
}
