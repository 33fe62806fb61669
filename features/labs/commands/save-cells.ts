import type { Actor } from '@/domain/permissions/actor'
import { pool } from '@/server/db/client'
import { ok, type Outcome, refuse } from '@/server/outcome'

// The sequence number jumps ahead, so that a sending of the page's script still under way never overwrites what the form saved.
const SAVE = {
  name: 'save-lab-cells',
  text: `
    WITH run AS (
      SELECT id, state, sheet -> 'cells' AS cells FROM lab_run WHERE id = $1 AND person_id = $2 FOR SHARE
    ), saved AS (
      INSERT INTO lab_cell (lab_run_id, cell, seq, value, saved_at)
      SELECT run.id, typed.cell, 100, typed.value, clock_timestamp()
      FROM run, unnest($3::text[], $4::text[]) AS typed (cell, value)
      WHERE run.state = 'OPEN' AND run.cells @> jsonb_build_array(jsonb_build_object('id', typed.cell))
      ORDER BY typed.cell
      ON CONFLICT (lab_run_id, cell) DO UPDATE SET seq = lab_cell.seq + 100, value = excluded.value, saved_at = excluded.saved_at
      RETURNING 1
    )
    SELECT run.state, (SELECT count(*)::int FROM saved) AS count FROM run`,
}

/**
 * Saves several cells of an open run at once: the form's own button, which works without JavaScript.
 *
 * @param typed only the cells that the form changed, so that an old page left open elsewhere never overwrites newer work
 */
export async function saveCells(
  actor: Actor,
  runId: string,
  typed: ReadonlyMap<string, string>,
): Promise<Outcome<{ count: number }, 'not-found' | 'closed'>> {
  const values = [runId, actor.personId, [...typed.keys()], [...typed.values()]]
  const { rows } = await pool.query<{ state: string; count: number }>({ ...SAVE, values })
  const [row] = rows
  if (!row) return refuse('not-found')
  return row.state === 'OPEN' ? ok({ count: row.count }) : refuse('closed')
}
