// What the worker does, put together: the one place that knows all features and the queues.
import { issueCertificate } from '@/features/certificates/commands/issue-certificate'
import { expireAttempts } from '@/features/exams/commands/expire-attempts'
import { regradeWithdrawn } from '@/features/exams/commands/regrade-withdrawn'
import { fillBackJobs, fillBackSchedule } from '@/features/fillback/jobs'
import { itemStatisticJobs } from '@/features/item-statistics/jobs'
import { messageJobs } from '@/features/messages/jobs'
import { resultJobs } from '@/features/results/jobs'
import { reportJobs, reportOutbox } from '@/features/reports/jobs'
import { copyRoster } from '@/features/roster/commands/copy-roster'
import { rosterJobs } from '@/features/roster/jobs'
import { standingJobs } from '@/features/standing/jobs'
import { templateJobs, templateSchedule } from '@/features/templates/jobs'
import { auditJobs } from '@/server/audit/jobs'
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
  'roster.copy': [
    (row) =>
      copyRoster(systemContext(`outbox:${row.id}`), {
        ...{ fromId: textIn(row, 'fromId'), toId: textIn(row, 'toId'), by: textIn(row, 'by') },
      }),
  ],
  'item.withdrawn': [(row) => regradeWithdrawn(systemContext(`outbox:${row.id}`))],
  ...handlersOf(rosterJobs, (row) => ({ importId: textIn(row, 'importId') })),
  ...handlersOf(resultJobs, (row) => ({ batchId: textIn(row, 'batchId') })),
  ...handlersOf(fillBackJobs, (row) => ({ fillBackId: textIn(row, 'fillBackId') })),
  ...handlersOf(templateJobs, (row) => ({ subjectId: textIn(row, 'subjectId') })),
  ...handlersOf(reportOutbox, (row) => (row.payload ?? {}) as Record<string, string>),
}

const jobs: Job[] = [
  beatJob,
  forgetDoneJob,
  ...auditJobs,
  ...standingJobs,
  ...fillBackSchedule,
  ...templateSchedule,
  ...reportJobs,
  ...itemStatisticJobs,
  ...messageJobs,
  { name: 'exams.expire-attempts', everySeconds: 30, handler: expireAttempts },
  { name: 'exams.regrade-withdrawn', cron: '*/10 * * * *', handler: regradeWithdrawn },
]

/** A feature's jobs by kind of outbox row, each with the payload it asks for and the name of its request. */
function handlersOf<Payload>(
  jobs: Readonly<Record<string, (payload: Payload, requestId: string) => Promise<unknown>>>,
  payloadOf: (row: OutboxRow) => Payload,
): OutboxHandlers {
  return Object.fromEntries(
    Object.entries(jobs).map(([kind, run]) => [kind, [(row: OutboxRow) => run(payloadOf(row), `outbox:${row.id}`)]]),
  )
}

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
