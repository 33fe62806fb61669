import 'server-only'
import type { Transaction } from '@/server/db/client'

/**
 * Locks the persons whose facts or holdings this transaction changes, in id order, and only then looks up the entries to restand:
 * every entry, of every programme, in which one of them holds, held or will hold a seat.
 *
 * Call it once per transaction, before `restandMany`. A command that adds or ends a holding calls it too, and restands the answer
 * together with the seat's own entry. Without the lock a completion and a new holding of one person, written at the same time, would miss each
 * other: each would restand without seeing the other's row.
 *
 * @returns entry ids in order, each once; those of holdings that are written later in the same transaction are not among them
 */
export async function lockPersonsAndFindEntries(tx: Transaction, personIds: readonly string[]): Promise<string[]> {
  const ids = [...new Set(personIds)]
  if (ids.length === 0) return []
  await tx.$queryRaw`
    SELECT count(*)::int AS locked
    FROM (SELECT 1 FROM person WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE) AS person`
  const rows = await tx.$queryRaw<{ entryId: string }[]>`
    SELECT DISTINCT s.entry_id AS "entryId" FROM holding h JOIN seat s ON s.id = h.seat_id
    WHERE h.person_id = ANY(${ids}::uuid[]) AND h.retracted_at IS NULL AND s.retracted_at IS NULL
    ORDER BY 1`
  return rows.map((row) => row.entryId)
}
