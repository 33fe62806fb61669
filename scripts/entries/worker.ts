// What the worker does, put together: the one place that knows all features and the queues.
import { expireAttempts } from '@/features/exams/commands/expire-attempts'
import { issueCertificate } from '@/features/certificates/commands/issue-certificate'
import { standingJobs } from '@/features/standing/jobs'
import { systemContext } from '@/server/context'
import { disconnect } from '@/server/db/client'
import type { OutboxRow, Work } from '@/server/jobs/registry'
import { startWorker } from '@/server/jobs/worker'
import { log } from '@/server/log'

const work: Work = {
  outbox: {
    'completion.recorded': [(row) => issueCertificate(systemContext(`outbox:${row.id}`), textIn(row, 'completionId'))],
  },
  scheduled: [...standingJobs],
  repeated: [
    { name: 'exams.expire-attempts', everySeconds: 30, handler: () => expireAttempts(systemContext('expire-attempts')) },
  ],
}

/** A field of a row's payload. @throws Error when it is not there */
function textIn(row: OutboxRow, field: string): string {
  const value = (row.payload as Record<string, unknown> | null)?.[field]
  if (typeof value !== 'string') throw new Error(`Outbox row of kind ${row.kind} has no ${field}.`)
  return value
}

const stop = await startWorker(work)
process.send?.('ready')

let isStopping = false
async function end() {
  if (isStopping) return
  isStopping = true
  setTimeout(() => process.exit(1), 30_000).unref()
  await stop()
  await disconnect()
  log.info({ event: 'worker.stopped' })
  process.exit(0)
}
// Ctrl-C reaches the whole process group; the supervisor decides when, and its death ends us as well.
process.on('SIGINT', () => {})
process.on('SIGTERM', end)
process.on('disconnect', end)
process.on('message', (message) => {
  if (message === 'stop') void end()
})
