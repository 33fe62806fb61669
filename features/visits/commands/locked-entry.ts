import 'server-only'
import type { Transaction } from '@/server/db/client'

/** A roster entry that is on the roster now, its standing locked; undefined when it is not. */
export async function lockedEntry(
  tx: Transaction,
  entryId: string,
): Promise<{ leafPath: string; fromOn: string } | undefined> {
  const [entry] = await tx.$queryRaw<{ leafPath: string; fromOn: string }[]>`
    SELECT l.path AS "leafPath", p.from_on::text AS "fromOn" FROM standing t JOIN region l ON l.id = t.leaf_id
    JOIN programme p ON p.id = t.programme_id WHERE t.entry_id = ${entryId}::uuid FOR NO KEY UPDATE OF t`
  return entry
}
