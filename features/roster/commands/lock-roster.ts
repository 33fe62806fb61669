import 'server-only'
import type { Transaction } from '@/server/db/client'

const LOCK = 7_270_001

/** Waits until nobody else writes a roster: imports alone, so that a plan and its writing see the same facts. */
export async function lockRosterAlone(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK}::int, 0)`
}

/**
 * Waits for a running import and for whoever changes this entry at the moment: what a command reads of its seats, holdings and
 * placements stays true until it has written. Changes of different entries go side by side.
 */
export async function lockEntry(tx: Transaction, entryId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(${LOCK}::int, 0)`
  await tx.$queryRaw`SELECT id FROM roster_entry WHERE id = ${entryId}::uuid FOR NO KEY UPDATE`
}

/** Waits for whoever brings in a person with this mobile at the moment, so that one person is made of two. After the entry's lock. */
export async function lockMobile(tx: Transaction, hmac: Uint8Array): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK + 1}::int, hashtext(${Buffer.from(hmac).toString('hex')}))`
}
