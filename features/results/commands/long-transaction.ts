import 'server-only'
import { db, type Transaction } from '@/server/db/client'

/** One READ COMMITTED transaction of the worker that may take minutes: writing or retracting a whole batch. */
export function longTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.$transaction(work, { isolationLevel: 'ReadCommitted', maxWait: 60_000, timeout: 900_000 })
}
