import type { GradingKey } from '@/domain/labs/lab-sheet'
import type { LabResult } from '@/domain/labs/grade'
import type { OtherCostCapSheet } from '@/domain/labs/other-cost-cap/sheet'

/** Every sheet that a run may hold; told apart by `generator`. */
export type LabSheet = OtherCostCapSheet

/** What `lab_run.tolerances` holds: how the run is graded, as it was when it began. */
export type LabTerms = { generator: string; toleranceFen: number; passPercent: number }

/** The JSON columns of a run are written by `startLabRun` and `submitLabRun` alone, so their shape is known. */
export type LabRunJson = { sheet: LabSheet; gradingKey: GradingKey; tolerances: LabTerms; result: LabResult | null }

/** Reads the JSON columns of a row under their types. */
export function jsonOf<Row extends { sheet?: unknown; gradingKey?: unknown; tolerances?: unknown; result?: unknown }>(
  row: Row,
): LabRunJson {
  return row as unknown as LabRunJson
}

/** The address of a run; an open one is the desk, a closed one its result. */
export function labRunPath(slug: string, runId: string): `/learn/labs/${string}/${string}` {
  return `/learn/labs/${slug}/${runId}`
}

/** The longest text a cell may hold. */
export const CELL_LENGTH_MAX = 40
