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

type Row = OutboxRow & { readonly tries: number }

/** What became of one row. */
export type Consumed = 'done' | 'failed' | 'none-due'

/**
 * Takes one due row and runs its handlers. The row stays locked by this transaction meanwhile, so that no other worker takes it; when
 * this process is killed the lock goes with its connection and the row is due again at once. Handlers write in transactions of their
 * own and are idempotent, so a kill between theirs and ours only repeats them.
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
    await client.query('BEGIN')
    await client.query('SET LOCAL idle_in_transaction_session_timeout = 0')
    const row = await claim(client, Object.keys(handlers))
    const outcome = row ? await run(client, row, handlers) : 'none-due'
    await client.query('COMMIT')
    return outcome
  } catch (error) {
    broken = error as Error
    throw error
  } finally {
    client.off('error', lost)
    client.release(broken)
  }
}

/** Kinds that this version does not know are left for the next one. */
async function claim(client: PoolClient, kinds: readonly string[]): Promise<Row | undefined> {
  const { rows } = await client.query<Row>(
    `SELECT id, kind, key, payload, tries FROM outbox
    WHERE done_at IS NULL AND next_try_at <= clock_timestamp() AND kind = ANY ($1)
    ORDER BY next_try_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [kinds],
  )
  return rows[0]
}

async function run(client: PoolClient, row: Row, handlers: OutboxHandlers): Promise<'done' | 'failed'> {
  try {
    for (const handle of handlers[row.kind] ?? []) await handle(row)
    await client.query('UPDATE outbox SET done_at = clock_timestamp(), last_error = NULL WHERE id = $1', [row.id])
    return 'done'
  } catch (error) {
    log.error('a consequence failed and is tried again', { kind: row.kind, id: row.id, tries: row.tries + 1, error })
    await client.query(
      `UPDATE outbox SET tries = tries + 1, last_error = $2, next_try_at = clock_timestamp() + make_interval(secs => $3) WHERE id = $1`,
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
