import 'server-only'
import { Prisma, type Transaction } from '@/server/db/client'
import { keptPrepared } from '../kept-prepared'

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
  if (personIds.length === 0) return []
  const ids = JSON.stringify([...new Set(personIds)])
  await tx.$queryRaw`
    ${keptPrepared(Prisma.sql`/* prepared: lock-persons */`, personIds.length)}
    SELECT count(*)::int AS locked
    FROM (
      SELECT 1 FROM json_array_elements_text(${ids}::json) AS wanted(id) JOIN person p ON p.id = wanted.id::uuid
      ORDER BY p.id FOR NO KEY UPDATE OF p) AS person`
  const rows = await tx.$queryRaw<{ entryId: string }[]>`
    ${keptPrepared(Prisma.sql`/* prepared: entries-of-persons */`, personIds.length)}
    SELECT DISTINCT s.entry_id AS "entryId" FROM json_array_elements_text(${ids}::json) AS wanted(id)
    JOIN holding h ON h.person_id = wanted.id::uuid JOIN seat s ON s.id = h.seat_id
    WHERE h.retracted_at IS NULL AND s.retracted_at IS NULL
    ORDER BY 1`
  return rows.map((row) => row.entryId)
}
