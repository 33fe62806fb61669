import { z } from 'zod'
import { isStorable } from '@/server/storable-text'
import { CELL_LENGTH_MAX } from './lab-run-row'

const runId = z.uuid()

/** One cell saved by the page's script: `PUT /api/lab-runs/:id/cells/:cell`. */
export const saveCellInput = z.strictObject({
  version: z.literal(1),
  seq: z.int().min(1).max(2_000_000_000),
  value: z.string().max(CELL_LENGTH_MAX).refine(isStorable),
})

/** The address of a cell. */
export const cellAddress = z.strictObject({ id: runId, cell: z.string().regex(/^[a-z0-9-]{1,40}$/) })

/** Start a run. */
export const startLabRunInput = z.strictObject({
  slug: z.string().regex(/^[a-z0-9-]{1,60}$/),
  mode: z.enum(['PRACTICE', 'CERTIFYING']),
})

/** A cell with several boxes sends one text for each that is ticked. */
const cellText = z
  .union([
    z.string(),
    z
      .array(z.string())
      .max(50)
      .transform((texts) => texts.filter((text) => text !== '').join(',')),
  ])
  .pipe(z.string().max(CELL_LENGTH_MAX))

/** The desk's own form: every cell as `cell-<id>`, and as `was-<id>` what the page showed when it was made. */
export const labDeskInput = z.object({ runId, slug: startLabRunInput.shape.slug }).catchall(cellText)

/** The cells of the desk's form that were changed on that page. */
export function changedCells(form: Record<string, unknown>): Map<string, string> {
  const changed = Object.entries(form).flatMap(([name, value]) => {
    if (!name.startsWith('cell-') || typeof value !== 'string') return []
    const cell = name.slice(5)
    return value === (form[`was-${cell}`] ?? '') ? [] : [[cell, value] as const]
  })
  return new Map(changed)
}
