import { labGenerator } from '@/domain/labs/generators'
import { type CellResult, type LabResult, type SavedCells, weakSteps } from '@/domain/labs/grade'
import type { LabMode } from '@/domain/labs/lab-sheet'
import { type LabReview, type LabRunState, reviewOf } from '@/domain/labs/review'
import type { Actor } from '@/domain/permissions/actor'
import { db } from '@/server/db/client'
import { jsonOf, type LabSheet } from '../lab-run-row'

/** A run as its owner may see it now. It has no field for the key: amounts that are right appear only under `truth`. */
export type LabRunView = {
  id: string
  slug: string
  no: number
  mode: LabMode
  state: LabRunState
  startedAt: Date
  submittedAt: Date | null
  sheet: LabSheet
  passPercent: number
  saved: Record<string, { value: string; seq: number }>
  savedAt: Date | null
  review: LabReview
  score: { part: number; whole: number; passed: boolean } | null
  /** Per cell; empty unless the review tells each cell or everything. */
  checks: Record<string, CellResult>
  /** Empty unless the review tells weak steps. */
  weakSteps: string[]
  /** Right amounts in fen; only when the review tells everything. */
  truth: Record<string, number> | null
}

/** One run of the actor's own; null when there is none of that id, or it is somebody else's. */
export async function labRunView(actor: Actor, runId: string): Promise<LabRunView | null> {
  const run = await db.labRun.findFirst({ where: { id: runId, personId: actor.personId }, include: { cells: true } })
  if (!run) return null
  const { sheet, gradingKey, tolerances, result } = jsonOf(run)
  const review = reviewOf({ mode: run.mode, state: run.state, passed: run.passed ?? false })
  const tellsCells = review === 'each-cell' || review === 'everything'
  const saved: SavedCells = Object.fromEntries(run.cells.map(({ cell, value }) => [cell, value]))
  const checked = tellsCells
    ? (result ?? labGenerator(tolerances.generator)?.grade(gradingKey, saved, tolerances.passPercent))
    : null
  return {
    id: run.id,
    slug: run.labSlug,
    no: run.no,
    mode: run.mode,
    state: run.state,
    startedAt: run.startedAt,
    submittedAt: run.submittedAt,
    sheet,
    passPercent: tolerances.passPercent,
    saved: Object.fromEntries(run.cells.map(({ cell, value, seq }) => [cell, { value, seq }])),
    savedAt: run.cells.reduce<Date | null>((last, { savedAt }) => (last && last > savedAt ? last : savedAt), null),
    review,
    score: scoreOf(result),
    checks: Object.fromEntries((checked?.cells ?? []).map((cell) => [cell.id, cell])),
    weakSteps: review === 'weak-steps' && result ? weakSteps(sheet.cells, result) : [],
    truth:
      review === 'everything' ? Object.fromEntries(gradingKey.cells.map(({ id, expected }) => [id, expected])) : null,
  }
}

function scoreOf(result: LabResult | null): LabRunView['score'] {
  return result && { part: result.part, whole: result.whole, passed: result.passed }
}
