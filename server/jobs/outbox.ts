import 'server-only'
import type { PoolClient } from 'pg'
import { systemContext } from '@/server/context'
import { pool } from '@/server/db/client'
import { redactText } from '@/server/redact'
import type { ConsequenceHandlers } from './registry'

/** How long a row waits after its n-th failure: 1, 2, 4 … seconds, an hour at most. */
export function retryAfterSeconds(tries: number): number {
  return Math.min(3600, 2 ** Math.min(tries, 12))
}

type Row = { id: string; kind: string; key: string; payload: Record<string, unknown>; tries: number }

/** What became of one row. */
export type Consumed = 'done' | 'failed' | 'none-due'

/**
 * Takes one due row and runs its handlers. The row stays locked by this transaction meanwhile, so that no other worker takes it; when
 * this process is killed the lock goes with its connection and the row is due again at once. Handlers write in transactions of their
 * own and are idempotent, so a kill between theirs and ours only repeats them.
 */
export async function consumeOne(handlers: ConsequenceHandlers): Promise<Consumed> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    await client.query('SET LOCAL idle_in_transaction_session_timeout = 0')
    const row = await claim(client)
    const outcome = row ? await run(client, row, handlers) : 'none-due'
    await client.query('COMMIT')
    return outcome
  } catch (error) {
    broken = error as Error
    throw error
  } finally {
    client.release(broken)
  }
}

async function claim(client: PoolClient): Promise<Row | undefined> {
  const { rows } = await client.query<Row>(`
    SELECT id, kind, key, payload, tries FROM outbox
    WHERE done_at IS NULL AND next_try_at <= clock_timestamp()
    ORDER BY next_try_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`)
  return rows[0]
}

async function run(client: PoolClient, row: Row, handlers: ConsequenceHandlers): Promise<'done' | 'failed'> {
  try {
    const mine = handlers[row.kind]
    if (!mine) throw new Error(`No handler for "${row.kind}" in this version.`)
    const ctx = systemContext(`outbox:${row.id}`)
    for (const handle of mine) await handle(ctx, { id: row.id, key: row.key, payload: row.payload })
    await client.query('UPDATE outbox SET done_at = clock_timestamp(), last_error = NULL WHERE id = $1', [row.id])
    return 'done'
  } catch (error) {
    await client.query(
      `UPDATE outbox SET tries = tries + 1, last_error = $2, next_try_at = clock_timestamp() + make_interval(secs => $3) WHERE id = $1`,
      [row.id, redactText(String(error)).slice(0, 500), retryAfterSeconds(row.tries)],
    )
    return 'failed'
  }
}

/** How many rows wait, and for how many seconds the oldest due one has. For readiness and the officers' page. */
export async function outboxBacklog(): Promise<{ waiting: number; oldestSeconds: number }> {
  const { rows } = await pool.query<{ waiting: number; oldest: number }>(`
    SELECT count(*)::int AS waiting, coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0)::int AS oldest
    FROM outbox WHERE done_at IS NULL`)
  return { waiting: rows[0]?.waiting ?? 0, oldestSeconds: rows[0]?.oldest ?? 0 }
}
