import 'server-only'
import type { Transaction } from '@/server/db/client'

const LOCK = 7_270_003

/** Waits until nobody else writes results of the programme: the first step of a job that does. */
export async function lockResults(tx: Transaction, programmeId: string): Promise<void> {
  // The wait is not cut off by the time a statement may take: another batch may be written for minutes.
  await tx.$executeRaw`SET LOCAL statement_timeout = 0`
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK}::int, hashtext(${programmeId}))`
}

/** The same for somebody who waits at a page: false at once when a batch is being written. */
export async function tryLockResults(tx: Transaction, programmeId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<
    { got: boolean }[]
  >`SELECT pg_try_advisory_xact_lock(${LOCK}::int, hashtext(${programmeId})) AS got`
  return row?.got === true
}
