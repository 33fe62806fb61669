import 'server-only'
import type { PoolClient } from 'pg'
import { pool } from '@/server/db/client'
import { logOf } from '@/server/log'
import type { OutboxHandlers, OutboxRow } from './registry'

const log = logOf('outbox')

/** How long a row waits after its n-th failure: 1, 2, 4 … seconds, an hour at most. */
export function retryAfterSeconds(tries: number): number {
  return Math.min(3600, 2 ** Math.min(tries, 12))
}

/** So often in a row a job may end its process, or hang until somebody does, before it is taken no more. */
export const MAX_UNANSWERED = 5

type Row = OutboxRow & { readonly tries: number; readonly unanswered: number }

/** What became of one row; `taken` by another worker in the same moment. */
export type Consumed = 'done' | 'failed' | 'taken' | 'put-aside' | 'none-due'

/**
 * Takes one due row and runs its handlers. The row stays locked by this transaction meanwhile, so that no other worker takes it; when
 * this process is killed the lock goes with its connection and the row is due again at once. Handlers write in transactions of their
 * own and are idempotent, so a kill between theirs and ours only repeats them. That it was taken is committed before the handlers run: a row that was
 * taken MAX_UNANSWERED times in a row without an answer is put aside, not done and never due.
 */
export async function consumeOne(handlers: OutboxHandlers): Promise<Consumed> {
  const client = await pool.connect()
  let broken: Error | undefined
  // A connection lost while its handlers run is told by the next query; unheard, it would end the process.
  const lost = (error: Error) => {
    broken = error
  }
  client.on('error', lost)
  try {
    const row = await taken(client, Object.keys(handlers))
    if (typeof row === 'string') return row
    await client.query('BEGIN')
    await client.query('SET LOCAL idle_in_transaction_session_timeout = 0')
    await client.query('SELECT FROM outbox WHERE id = $1 FOR UPDATE', [row.id])
    const outcome = await run(client, row, handlers)
    await client.query('COMMIT')
    await client.query('SELECT pg_advisory_unlock_all()')
    return outcome
  } catch (error) {
    broken = error as Error
    throw error
  } finally {
    client.off('error', lost)
    client.release(broken)
  }
}

/**
 * The next due row, counted as taken, which is committed; or why there is none to run. The row's lock ends with that commit: until it is
 * locked again, an advisory lock of this connection keeps other workers from it. Kinds that this version does not know are left for the next one.
 */
async function taken(client: PoolClient, kinds: readonly string[]): Promise<Row | 'none-due' | 'taken' | 'put-aside'> {
  await client.query('BEGIN')
  const { rows } = await client.query<Row & { isFree: boolean }>(
    `SELECT due.*, pg_try_advisory_lock(hashtextextended(due.id::text, 0)) AS "isFree" FROM (
      SELECT id, kind, key, payload, tries, unanswered FROM outbox
      WHERE done_at IS NULL AND next_try_at <= clock_timestamp() AND kind = ANY ($1)
      ORDER BY next_try_at, id LIMIT 1 FOR UPDATE SKIP LOCKED) due`,
    [kinds],
  )
  const [row] = rows
  const isAside = row?.isFree === true && row.unanswered >= MAX_UNANSWERED
  if (isAside) {
    log.error('a consequence never answered and is put aside', { kind: row.kind, id: row.id, taken: row.unanswered })
    await client.query(`UPDATE outbox SET next_try_at = '9999-12-31Z', last_error = 'unanswered' WHERE id = $1`, [
      row.id,
    ])
  } else if (row?.isFree) await client.query('UPDATE outbox SET unanswered = unanswered + 1 WHERE id = $1', [row.id])
  await client.query('COMMIT')
  if (row === undefined) return 'none-due'
  if (!row.isFree) return 'taken'
  if (!isAside) return row
  await client.query('SELECT pg_advisory_unlock_all()')
  return 'put-aside'
}

async function run(client: PoolClient, row: Row, handlers: OutboxHandlers): Promise<'done' | 'failed'> {
  try {
    for (const handle of handlers[row.kind] ?? []) await handle(row)
    await client.query(
      'UPDATE outbox SET done_at = clock_timestamp(), unanswered = 0, last_error = NULL WHERE id = $1',
      [row.id],
    )
    return 'done'
  } catch (error) {
    log.error('a consequence failed and is tried again', { kind: row.kind, id: row.id, tries: row.tries + 1, error })
    await client.query(
      `UPDATE outbox SET tries = tries + 1, unanswered = 0, last_error = $2, next_try_at = clock_timestamp() + make_interval(secs => $3) WHERE id = $1`,
      [row.id, nameOf(error), retryAfterSeconds(row.tries)],
    )
    return 'failed'
  }
}

/** What kind of error, never its words: they may hold what somebody typed. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const { code } = error as Error & { code?: unknown }
  return code === undefined ? error.name : `${error.name} ${String(code)}`
}
