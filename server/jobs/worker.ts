import 'server-only'
import PgBoss from 'pg-boss'
import { pool } from '@/server/db/client'
import { env } from '@/server/env'
import { log } from '@/server/log'
import { consumeOutbox } from './outbox'
import type { RepeatedJob, ScheduledJob, Work } from './registry'

const BEAT_SECONDS = 5

/**
 * Starts everything in `work` and a sign of life every five seconds.
 *
 * @returns stops it: no new work is taken, what is under way ends first
 */
export async function startWorker(work: Work): Promise<() => Promise<void>> {
  const beat: RepeatedJob = { name: 'worker.beat', everySeconds: BEAT_SECONDS, handler: writeBeat }
  const stops = [...work.repeated, beat].map(repeat)
  stops.push(consumeOutbox(work.outbox))
  stops.push(await schedule(work.scheduled))
  log.info({ event: 'worker.ready', kinds: Object.keys(work.outbox), jobs: work.scheduled.length })
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
  }
}

function writeBeat() {
  return pool.query(
    `INSERT INTO worker_beat (id, at) VALUES ('worker', clock_timestamp()) ON CONFLICT (id) DO UPDATE SET at = EXCLUDED.at`,
  )
}

/** Runs a job now and then every few seconds after its last end. */
function repeat(job: RepeatedJob): () => Promise<void> {
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  let current = Promise.resolve()
  function turn() {
    current = job
      .handler()
      .then(() => {})
      .catch((error: unknown) => log.error({ event: 'job.failed', job: job.name, error }))
      .finally(() => {
        if (!isStopped) timer = setTimeout(turn, job.everySeconds * 1000)
      })
  }
  turn()
  return async () => {
    isStopped = true
    clearTimeout(timer)
    await current
  }
}

/** pg-boss keeps the clock: tables of its own in the schema "pgboss", one run a tick over all workers. */
async function schedule(jobs: readonly ScheduledJob[]): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    application_name: 'zhixing-jobs',
    max: 3,
    cronMonitorIntervalSeconds: 30,
    cronWorkerIntervalSeconds: 5,
  })
  boss.on('error', (error) => log.error({ event: 'jobs.unreachable', error }))
  await boss.start()
  for (const job of jobs) {
    await boss.createQueue(job.name, { name: job.name, policy: 'stately', retryLimit: 3, expireInMinutes: 60 })
    await boss.work(job.name, { pollingIntervalSeconds: 2 }, async () => {
      await job.handler().catch((error: unknown) => {
        log.error({ event: 'job.failed', job: job.name, error })
        throw new Error('job failed')
      })
    })
    await boss.schedule(job.name, job.cron, {}, { tz: 'Asia/Shanghai' })
  }
  const known = new Set(jobs.map((job) => job.name))
  for (const { name } of await boss.getSchedules()) if (!known.has(name)) await boss.unschedule(name)
  return () => boss.stop({ graceful: true, wait: true, timeout: 25_000, close: true })
}
