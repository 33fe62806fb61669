import type { CellResult } from '@/domain/labs/grade'
import type { Actor } from '@/domain/permissions/actor'
import { pool } from '@/server/db/client'
import { ok, type Outcome, refuse } from '@/server/outcome'
import { storedLab } from '../lab-run-row'

/** What was stored; `isStale` when a newer text of that cell (a higher sequence number) was there already and stays. */
export type SavedCell = { seq: number; savedAt: Date; isStale: boolean; check: CellResult | null }

type Row = {
  state: string
  known: boolean
  /** What grading needs; only of a practice run. */
  told: { sheet: unknown; gradingKey: unknown; tolerances: unknown; saved: Record<string, string> } | null
  seq: number | null
  savedAt: Date | null
  oldSeq: number | null
  oldSavedAt: Date | null
}

// The share lock makes submitting wait for savings under way, and savings find the run closed once it is submitted: what was
// acknowledged is always graded.
const SAVE = {
  name: 'save-lab-cell',
  text: `
    WITH run AS (
      SELECT id, state, CASE WHEN mode = 'PRACTICE' THEN jsonb_build_object(
               'sheet', sheet, 'gradingKey', grading_key, 'tolerances', tolerances,
               'saved', (SELECT coalesce(jsonb_object_agg(cell, value), '{}') FROM lab_cell WHERE lab_run_id = $1)) END AS told,
             sheet -> 'cells' @> jsonb_build_array(jsonb_build_object('id', $2::text)) AS known
      FROM lab_run WHERE id = $1 AND person_id = $3 FOR SHARE
    ), saved AS (
      INSERT INTO lab_cell (lab_run_id, cell, seq, value, saved_at)
      SELECT id, $2, $4, $5, clock_timestamp() FROM run WHERE state = 'OPEN' AND known
      ON CONFLICT (lab_run_id, cell) DO UPDATE SET seq = excluded.seq, value = excluded.value, saved_at = excluded.saved_at
        WHERE lab_cell.seq <= excluded.seq
      RETURNING seq, saved_at
    )
    SELECT run.state, run.known, run.told, saved.seq, saved.saved_at AS "savedAt",
           old.seq AS "oldSeq", old.saved_at AS "oldSavedAt"
    FROM run LEFT JOIN saved ON true LEFT JOIN lab_cell old ON old.lab_run_id = run.id AND old.cell = $2`,
}

/**
 * Saves what was typed into one cell of an open run of the actor's own, in one statement.
 *
 * @param input.seq grows with each change of the cell; a lower one than stored is not written, an equal one is (a repeated sending)
 * @returns with the verdict of that cell in practice, never in a certifying run
 */
export async function saveCell(
  actor: Actor,
  input: { runId: string; cell: string; seq: number; value: string },
): Promise<Outcome<SavedCell, 'not-found' | 'closed'>> {
  const { rows } = await pool.query<Row>({
    ...SAVE,
    values: [input.runId, input.cell, actor.personId, input.seq, input.value],
  })
  const [row] = rows
  if (!row?.known) return refuse('not-found')
  if (row.state !== 'OPEN') return refuse('closed')

  const check = checkOf(row.told, input)
  if (row.seq !== null && row.savedAt) return ok({ seq: row.seq, savedAt: row.savedAt, isStale: false, check })
  return ok({ seq: row.oldSeq ?? input.seq, savedAt: row.oldSavedAt ?? new Date(), isStale: true, check: null })
}

/** The verdict of a practice run's cell, in the light of what was saved in the others. */
function checkOf(told: Row['told'], { cell, value }: { cell: string; value: string }): CellResult | null {
  if (!told) return null
  const result = storedLab(told).grade({ ...told.saved, [cell]: value })
  return result.cells.find(({ id }) => id === cell) ?? null
}
