import 'server-only'
import { Prisma, type Transaction } from '@/server/db/client'
import { keptPrepared } from '../kept-prepared'

/**
 * Locks the one standing row of each entry, in id order; rows that do not exist yet are inserted first-come (an entry is seen by
 * others only once it has one). Ids that are no entry are ignored.
 */
export async function lockStandings(tx: Transaction, entryIds: readonly string[]): Promise<void> {
  const locked = await lock(tx, entryIds)
  if (locked === entryIds.length) return
  const ids = [...entryIds]
  await tx.$executeRaw`
    INSERT INTO standing (entry_id, programme_id)
    SELECT e.id, e.programme_id FROM roster_entry e
    WHERE e.id = ANY(${ids}::uuid[]) AND NOT EXISTS (SELECT 1 FROM standing s WHERE s.entry_id = e.id)
    ORDER BY e.id
    ON CONFLICT (entry_id) DO NOTHING`
  await lock(tx, entryIds)
}

async function lock(tx: Transaction, entryIds: readonly string[]): Promise<number> {
  const ids = JSON.stringify(entryIds)
  const [row] = await tx.$queryRaw<{ locked: number }[]>`
    ${keptPrepared(Prisma.sql`/* prepared: lock-standings */`, entryIds.length)}
    SELECT count(*)::int AS locked
    FROM (
      SELECT 1 FROM json_array_elements_text(${ids}::json) AS wanted(id) JOIN standing s ON s.entry_id = wanted.id::uuid
      ORDER BY s.entry_id FOR NO KEY UPDATE OF s) AS standing`
  return row?.locked ?? 0
}
