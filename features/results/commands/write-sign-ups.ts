import 'server-only'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { batchOptions } from '../batch-options'
import type { BatchToWrite, Writer } from './write-rows'

/** Writes matched rows as sign-ups for what the batch is titled; nobody's standing moves. */
export async function writeSignUps(
  tx: Transaction,
  ctx: Writer,
  batch: BatchToWrite,
  positions: readonly number[] | null,
): Promise<void> {
  const rows = await tx.$queryRaw<{ position: number }[]>`
    UPDATE result_row SET state = 'WRITTEN', reasons = '{}'
    WHERE batch_id = ${batch.id}::uuid AND state = 'MATCHED' AND (${positions}::int[] IS NULL OR position = ANY(${positions}::int[]))
    RETURNING position`
  const json = JSON.stringify(rows.map(({ position }) => ({ id: newId(), position })))
  await tx.$executeRaw`
    INSERT INTO sign_up (id, batch_id, position, programme_id, entry_id, person_id, title, held_on, recorded_by_id)
    SELECT x.id, r.batch_id, r.position, ${batch.programmeId}::uuid, r.entry_id, r.person_id, ${batch.title},
      coalesce(r.happened_on, ${batchOptions(batch.options).day}::date), ${ctx.actor.personId}::uuid
    FROM json_to_recordset(${json}::json) AS x(id uuid, position int)
    JOIN result_row r ON r.batch_id = ${batch.id}::uuid AND r.position = x.position`
}
