// What the worker does, put together: the one place that knows all features and the queues.
import { issueCertificate } from '@/features/certificates/commands/issue-certificate'
import { expireAttempts } from '@/features/exams/commands/expire-attempts'
import { reportJobs, reportOutbox } from '@/features/reports/jobs'
import { rosterJobs } from '@/features/roster/jobs'
import { standingJobs } from '@/features/standing/jobs'
import { templateJobs, templateSchedule } from '@/features/templates/jobs'
import { systemContext } from '@/server/context'
import { disconnect } from '@/server/db/client'
import { beatJob, forgetDoneJob } from '@/server/jobs/beat'
import { startOutboxConsumer } from '@/server/jobs/outbox-consumer'
import type { Job, OutboxHandlers, OutboxRow } from '@/server/jobs/registry'
import { startSchedule } from '@/server/jobs/schedule'
import { onceTold } from '@/server/jobs/once-told'
import { logOf } from '@/server/log'

const log = logOf('worker')

const outbox: OutboxHandlers = {
  'completion.recorded': [(row) => issueCertificate(systemContext(`outbox:${row.id}`), textIn(row, 'completionId'))],
  'completion.retracted': [],
  ...Object.fromEntries(
    Object.entries(rosterJobs).map(([kind, run]) => [
      kind,
      [(row: OutboxRow) => run({ importId: textIn(row, 'importId') }, `outbox:${row.id}`)],
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(reportOutbox).map(([kind, run]) => [
      kind,
      [(row: OutboxRow) => run((row.payload ?? {}) as Record<string, string>)],
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(templateJobs).map(([kind, run]) => [
      kind,
      [(row: OutboxRow) => run({ subjectId: textIn(row, 'subjectId') }, `outbox:${row.id}`)],
    ]),
  ),
}

const jobs: Job[] = [
  beatJob,
  forgetDoneJob,
  ...standingJobs,
  ...reportJobs,
  ...templateSchedule,
  { name: 'exams.expire-attempts', everySeconds: 30, handler: expireAttempts },
]

/** A field of a row's payload. @throws Error when it is not there */
function textIn(row: OutboxRow, field: string): string {
  const value = (row.payload as Record<string, unknown> | null)?.[field]
  if (typeof value !== 'string') throw new Error(`Outbox row of kind ${row.kind} has no ${field}.`)
  return value
}

const consumer = startOutboxConsumer(outbox)
const schedule = await startSchedule(jobs)
log.info('the worker runs', { kinds: Object.keys(outbox), jobs: jobs.map((job) => job.name) })
process.send?.('ready')

onceTold(async () => {
  await Promise.all([consumer.stop(), schedule.stop()])
  await disconnect()
  log.info('the worker has stopped')
})
