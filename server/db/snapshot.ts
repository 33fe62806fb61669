import 'server-only'
import type { QueryResultRow } from 'pg'
import { pool } from './client'

/** Reads of one moment: every query through it sees the same database. */
export type Snapshot = {
  /** `sql` is always put together from constants; everything that comes from outside goes into `values`. */
  rows<R extends QueryResultRow>(sql: string, values: readonly unknown[]): Promise<R[]>
  /** The same, chunk by chunk, for lists of any length. */
  chunks<R extends QueryResultRow>(sql: string, values: readonly unknown[], size: number): AsyncGenerator<R[]>
}

/**
 * Opens one read-only REPEATABLE READ transaction, so that a number and the list behind it agree (design.md 5).
 * Whoever opens it must close it, also after an error; `readSnapshot` does both.
 */
export async function openSnapshot(): Promise<{ snapshot: Snapshot; close(): Promise<void> }> {
  const client = await pool.connect()
  let opened = 0
  const close = () =>
    client.query('ROLLBACK').then(
      () => client.release(),
      (error: Error) => client.release(error),
    )
  const snapshot: Snapshot = {
    rows: async (sql, values) => (await client.query(sql, [...values])).rows,
    async *chunks(sql, values, size) {
      // A cursor of the server, not of the driver: other reads of the snapshot go on between two fetches.
      const name = `chunks_${++opened}`
      await client.query(`DECLARE ${name} NO SCROLL CURSOR FOR ${sql}`, [...values])
      const next = async () => (await client.query(`FETCH ${Math.trunc(size)} FROM ${name}`)).rows
      for (let rows = await next(); rows.length > 0; rows = await next()) yield rows
      await client.query(`CLOSE ${name}`)
    },
  }
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  } catch (error) {
    client.release(error instanceof Error ? error : true)
    throw error
  }
  return { snapshot, close }
}

/** Runs `read` in one snapshot and closes it. */
export async function readSnapshot<T>(read: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const { snapshot, close } = await openSnapshot()
  try {
    return await read(snapshot)
  } finally {
    await close()
  }
}
