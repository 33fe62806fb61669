import 'server-only'
import { pool } from '@/server/db/client'
import type { Job } from './registry'

/** The worker's sign of life. */
export const beatJob: Job = {
  name: 'jobs.beat',
  everySeconds: 5,
  handler: () =>
    pool.query(`INSERT INTO worker_beat (id, at) VALUES ('worker', clock_timestamp())
      ON CONFLICT (id) DO UPDATE SET at = excluded.at`),
}

/** Consequences done long ago are forgotten: what followed from them is stored where it belongs. */
export const forgetDoneJob: Job = {
  name: 'jobs.forget-done',
  cron: '40 3 * * *',
  handler: () => pool.query(`DELETE FROM outbox WHERE done_at < clock_timestamp() - interval '90 days'`),
}
