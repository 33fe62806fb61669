import 'server-only'
import type { Transaction } from '@/server/db/client'

/** Counts the rows of a batch by state and stores the numbers with it; returns them. */
export async function countRows(tx: Transaction, batchId: string): Promise<Record<string, number>> {
  const rows = await tx.$queryRaw<{ state: string; count: number }[]>`
    SELECT state::text AS state, count(*)::int AS count FROM result_row WHERE batch_id = ${batchId}::uuid GROUP BY state`
  const counts = Object.fromEntries(rows.map(({ state, count }) => [state, count]))
  await tx.resultBatch.update({ where: { id: batchId }, data: { counts } })
  return counts
}
