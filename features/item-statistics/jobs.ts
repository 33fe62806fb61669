import 'server-only'
import type { Job } from '@/server/jobs/registry'
import { countStatistics } from './commands/count-statistics'
import { noticeSignals } from './commands/notice-signals'

/** What the worker does by itself, at night: both read many papers. */
export const itemStatisticJobs: readonly Job[] = [
  { name: 'item-statistics.count', cron: '10 2 * * *', handler: countStatistics },
  { name: 'item-statistics.notice-signals', cron: '30 2 * * *', handler: noticeSignals },
]
