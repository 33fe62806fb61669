import 'server-only'
import type { Transaction } from '@/server/db/client'

const LOCK = 7_270_001

/** Waits until nobody else writes a roster: imports alone, so that a plan and its writing see the same facts. */
export async function lockRosterAlone(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK}::int, 0)`
}

/** Waits for a running import only: single changes of the roster may go side by side. */
export async function lockRosterShared(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(${LOCK}::int, 0)`
}
