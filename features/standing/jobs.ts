import 'server-only'
import { restandProgrammes } from './commands/restand-programme'
import { settle } from './commands/settle'

/** A job of the worker: `cron` is read in Asia/Shanghai; `handler` is idempotent and may run beside itself. */
export interface StandingJob {
  readonly name: string
  readonly cron: string
  readonly handler: () => Promise<unknown>
}

/** Settlement begins at 00:00 and runs again every five minutes, which also catches up after the worker was down. */
export const standingJobs: readonly StandingJob[] = [
  { name: 'standing.settle', cron: '*/5 * * * *', handler: () => settle() },
  { name: 'standing.restand-programmes', cron: '* * * * *', handler: () => restandProgrammes() },
]
