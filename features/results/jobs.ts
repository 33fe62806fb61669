import 'server-only'
import { matchBatch } from './commands/match-batch'
import { readBatch } from './commands/read-batch'
import { retractBatch } from './commands/retract-batch'
import { writeBatch } from './commands/write-batch'

/** What the worker runs for outbox rows of earlier results, by kind. Each is idempotent. */
export const resultJobs: Record<string, (payload: { batchId: string }, requestId: string) => Promise<void>> = {
  'results.read': ({ batchId }) => readBatch(batchId),
  'results.match': ({ batchId }) => matchBatch(batchId),
  'results.write': ({ batchId }, requestId) => writeBatch(batchId, requestId),
  'results.retract': ({ batchId }, requestId) => retractBatch(batchId, requestId),
}
