import 'server-only'
import type { Transaction } from '@/server/db/client'
import type { MatchedRow } from '../row-matcher'

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** Stores what became of rows of one batch, in one statement; what somebody decided about them before is gone. */
export async function saveRows(tx: Transaction, batchId: string, rows: readonly MatchedRow[]): Promise<void> {
  if (rows.length === 0) return
  const json = JSON.stringify(
    rows.map((row) => ({
      position: row.position,
      sealed: base64(row.sealed),
      row_key: row.rowKey && base64(row.rowKey),
      state: row.state,
      happened_on: row.happenedOn,
      score: row.score,
      how: row.how,
      reasons: row.reasons,
      problems: row.problems,
      candidates: row.candidates,
      person_id: row.personId,
      entry_id: row.entryId,
    })),
  )
  await tx.$executeRaw`
    UPDATE result_row r SET sealed = decode(x.sealed, 'base64'), row_key = decode(x.row_key, 'base64'), state = x.state,
      happened_on = x.happened_on, score = x.score, how = x.how,
      reasons = ARRAY(SELECT json_array_elements_text(x.reasons)), problems = x.problems, candidates = x.candidates,
      person_id = x.person_id, entry_id = x.entry_id, decided_by_id = NULL, decided_at = NULL
    FROM json_to_recordset(${json}::json) AS x(position int, sealed text, row_key text, state result_row_state, happened_on date,
      score numeric, how text, reasons json, problems jsonb, candidates jsonb, person_id uuid, entry_id uuid)
    WHERE r.batch_id = ${batchId}::uuid AND r.position = x.position`
}
