import 'server-only'
import PgBoss from 'pg-boss'
import { systemContext } from '@/server/context'
import { env } from '@/server/env'
import { logOf } from '@/server/log'
import type { Stoppable } from './outbox-consumer'
import type { Job } from './registry'

const log = logOf('jobs')

/**
 * Runs jobs until stopped. Cron jobs go through pg-boss (schema pgboss of the same database): one run at a time over all workers, one more may
 * wait. Each also runs once at the start, which catches up on what was missed while no worker ran.
 */
export async function startSchedule(jobs: readonly Job[]): Promise<Stoppable> {
  const timers = jobs.flatMap((job) => (job.everySeconds ? [startTimer(job, job.everySeconds)] : []))
  const boss = new PgBoss({ connectionString: env().DATABASE_URL, max: 3, application_name: 'zhixing jobs' })
  boss.on('error', (error) => log.warn('pg-boss', { error }))
  await boss.start()
  const cronJobs = jobs.filter((job) => job.cron !== undefined)
  for (const { name } of await boss.getSchedules()) {
    if (!cronJobs.some((job) => job.name === name)) await boss.unschedule(name)
  }
  for (const job of cronJobs) await startCron(boss, job, job.cron)
  return {
    async stop() {
      await Promise.all(timers.map((timer) => timer.stop()))
      await boss.stop({ graceful: true, wait: true, timeout: 25_000 })
    },
  }
}

async function startCron(boss: PgBoss, job: Job, cron: string): Promise<void> {
  const queue = { name: job.name, policy: 'stately' as const, retryLimit: 0, expireInMinutes: 30 }
  await boss.createQueue(job.name, queue)
  await boss.updateQueue(job.name, queue)
  await boss.schedule(job.name, cron, {}, { tz: 'Asia/Shanghai' })
  await boss.work(job.name, { pollingIntervalSeconds: 2 }, () => runOnce(job))
  await boss.send(job.name, {})
}

/** A job whose run failed is logged and comes again at its next time. */
async function runOnce(job: Job): Promise<void> {
  const began = Date.now()
  try {
    await job.handler(systemContext(`job:${job.name}`))
    log.debug('job done', { job: job.name, ms: Date.now() - began })
  } catch (error) {
    log.error('job failed', { job: job.name, ms: Date.now() - began, error })
  }
}

/** Again so many seconds after the last run ended, so that it never runs beside itself. */
function startTimer(job: Job, seconds: number): Stoppable {
  let isStopping = false
  let timer: NodeJS.Timeout | undefined
  let current = Promise.resolve()
  const round = () => {
    current = runOnce(job).then(() => {
      if (!isStopping) timer = setTimeout(round, seconds * 1000)
    })
  }
  round()
  return {
    async stop() {
      isStopping = true
      clearTimeout(timer)
      await current
    },
  }
}
