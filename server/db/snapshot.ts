import 'server-only'
import type { PoolClient, QueryResultRow } from 'pg'
import { pool } from './client'

/** Reads of one moment: every query through it sees the same database. */
export type Snapshot = {
  rows<R extends QueryResultRow>(sql: string, values: readonly unknown[]): Promise<R[]>
  client: PoolClient
}

/**
 * Runs `read` in one read-only REPEATABLE READ transaction, so that a number and the list behind it agree (design.md 5).
 * `sql` is always put together from constants; everything that comes from outside goes into `values`.
 */
export async function readSnapshot<T>(read: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const result = await read({ client, rows: async (sql, values) => (await client.query(sql, [...values])).rows })
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}
