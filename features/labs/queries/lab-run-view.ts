import type { SavedCells } from '@/domain/labs/cell-value'
import { type ConceptParts, conceptParts, isShaky } from '@/domain/labs/concepts'
import { type CellResult, type LabResult, weakSteps } from '@/domain/labs/grade'
import type { CellValue, LabMode, Sheet } from '@/domain/labs/lab-sheet'
import { type LabReview, type LabRunState, reviewOf } from '@/domain/labs/review'
import type { Actor } from '@/domain/permissions/actor'
import { db } from '@/server/db/client'
import { storedLab } from '../lab-run-row'

/** A run as its owner may see it now. It has no field for the key: what is right appears only under `truth`. */
export type LabRunView = {
  id: string
  slug: string
  no: number
  mode: LabMode
  state: LabRunState
  startedAt: Date
  submittedAt: Date | null
  sheet: Sheet
  passPercent: number
  /** Steps of which every cell must be right to pass. */
  decisive: readonly string[]
  saved: Record<string, { value: string; seq: number }>
  savedAt: Date | null
  review: LabReview
  score: { part: number; whole: number; passed: boolean } | null
  /** Per cell; empty unless the review tells each cell or everything. */
  checks: Record<string, CellResult>
  /** Empty unless the review tells weak steps. */
  weakSteps: string[]
  /** Concepts of a closed run with fewer than four fifths of their cells right. */
  shakyConcepts: string[]
  /** Right values; only when the review tells everything. */
  truth: Record<string, CellValue> | null
}

/** One run of the actor's own; null when there is none of that id, or it is somebody else's. */
export async function labRunView(actor: Actor, runId: string): Promise<LabRunView | null> {
  const run = await db.labRun.findFirst({ where: { id: runId, personId: actor.personId }, include: { cells: true } })
  if (!run) return null
  const { sheet, key, terms, grade } = storedLab(run)
  const result = run.result as LabResult | null
  const review = reviewOf({ mode: run.mode, state: run.state, passed: run.passed ?? false })
  const tellsCells = review === 'each-cell' || review === 'everything'
  const saved: SavedCells = Object.fromEntries(run.cells.map(({ cell, value }) => [cell, value]))
  const checked = tellsCells ? (result ?? grade(saved)) : null
  return {
    id: run.id,
    slug: run.labSlug,
    no: run.no,
    mode: run.mode,
    state: run.state,
    startedAt: run.startedAt,
    submittedAt: run.submittedAt,
    sheet,
    passPercent: terms.passPercent,
    decisive: terms.decisive ?? [],
    saved: Object.fromEntries(run.cells.map(({ cell, value, seq }) => [cell, { value, seq }])),
    savedAt: run.cells.reduce<Date | null>((last, { savedAt }) => (last && last > savedAt ? last : savedAt), null),
    review,
    score: scoreOf(result),
    checks: Object.fromEntries((checked?.cells ?? []).map((cell) => [cell.id, cell])),
    weakSteps: review === 'weak-steps' && result ? weakSteps(sheet.cells, result) : [],
    shakyConcepts: run.state === 'SUBMITTED' && result ? shaky(conceptParts(sheet.cells, result)) : [],
    truth: review === 'everything' ? Object.fromEntries(key.cells.map(({ id, expected }) => [id, expected])) : null,
  }
}

function shaky(parts: ConceptParts): string[] {
  return Object.entries(parts).flatMap(([concept, [right, asked]]) => (isShaky(right, asked) ? [concept] : []))
}

function scoreOf(result: LabResult | null): LabRunView['score'] {
  return result && { part: result.part, whole: result.whole, passed: result.passed }
}
