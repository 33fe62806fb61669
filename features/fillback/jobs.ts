import 'server-only'
import type { Job } from '@/server/jobs/registry'
import { dropOldFillBacks } from './commands/drop-old'
import { fillSheet } from './commands/fill-sheet'
import { readFillBack } from './commands/read-fill-back'

/** What the worker runs for outbox rows of fill-backs, by kind. Each is idempotent. */
export const fillBackJobs: Record<string, (payload: { fillBackId: string }, requestId: string) => Promise<void>> = {
  'fill-back.read': ({ fillBackId }) => readFillBack(fillBackId),
  'fill-back.fill': ({ fillBackId }, requestId) => fillSheet(fillBackId, requestId),
}

export const fillBackSchedule: readonly Job[] = [
  { name: 'fill-back.drop-old', cron: '20 3 * * *', handler: () => dropOldFillBacks() },
]
