import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { shanghaiToday } from '@/server/clock'
import { db, Prisma, type Transaction } from '@/server/db/client'

export type OwnEntry = { entryId: string; enterprise: string; leafId: string; leafPath: string }

/** Enterprises on a roster now where the actor holds a seat today; by personal link, that of its own holding alone. */
export function ownEntries(actor: Actor, tx: Pick<Transaction, '$queryRaw'> = db): Promise<OwnEntry[]> {
  const today = Prisma.sql`${shanghaiToday()}::date`
  const holding = actor.via === 'link' ? Prisma.sql`AND h.id = ${actor.holdingId}::uuid` : Prisma.empty
  return tx.$queryRaw<OwnEntry[]>`
    SELECT DISTINCT t.entry_id AS "entryId", n.name AS enterprise, l.id AS "leafId", l.path AS "leafPath"
    FROM holding h JOIN seat s ON s.id = h.seat_id JOIN standing t ON t.entry_id = s.entry_id JOIN region l ON l.id = t.leaf_id
    JOIN roster_entry e ON e.id = t.entry_id JOIN enterprise_name n ON n.enterprise_id = e.enterprise_id AND n.retracted_at IS NULL AND n.to_on IS NULL
    WHERE h.person_id = ${actor.personId}::uuid AND h.retracted_at IS NULL AND h.from_on <= ${today} AND (h.to_on IS NULL OR h.to_on > ${today})
      AND s.retracted_at IS NULL AND (s.to_on IS NULL OR s.to_on > ${today}) ${holding}
    ORDER BY 2, 1`
}
