import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { shanghaiToday } from '@/server/clock'
import { db, Prisma, type Transaction } from '@/server/db/client'

/** A visit that the enterprise is asked about. */
export type VisitToConfirm = {
  visitId: string
  entryId: string
  enterprise: string
  visitedOn: string
  topics: string | null
  by: string
  leafPath: string
  isDisputed: boolean
}

/**
 * Visits to the enterprises where the actor holds a seat today that are not confirmed; not those they recorded themselves, and none of an agency they
 * have ever worked for: nobody confirms their own work.
 */
export function visitsToConfirm(actor: Actor): Promise<VisitToConfirm[]> {
  return found(db, actor, Prisma.sql`AND v.disputed_at IS NULL ORDER BY v.visited_on DESC, v.id LIMIT 5`)
}

/** One of them, disputed ones included; undefined when the actor may not answer it. */
export async function visitToAnswer(
  tx: Transaction,
  actor: Actor,
  visitId: string,
): Promise<VisitToConfirm | undefined> {
  const [visit] = await found(tx, actor, Prisma.sql`AND v.id = ${visitId}::uuid LIMIT 1`)
  return visit
}

function found(tx: Pick<Transaction, '$queryRaw'>, actor: Actor, also: Prisma.Sql): Promise<VisitToConfirm[]> {
  const today = Prisma.sql`${shanghaiToday()}::date`
  const holding = actor.via === 'link' ? Prisma.sql`AND h.id = ${actor.holdingId}::uuid` : Prisma.empty
  return tx.$queryRaw<VisitToConfirm[]>`
    SELECT v.id AS "visitId", e.id AS "entryId", n.name AS enterprise, v.visited_on::text AS "visitedOn", v.topics,
      coalesce(p.name, '') || coalesce('（' || k.name || '）', '') AS by, l.path AS "leafPath", v.disputed_at IS NOT NULL AS "isDisputed"
    FROM visit v JOIN roster_entry e ON e.id = v.entry_id
    JOIN standing t ON t.entry_id = e.id JOIN region l ON l.id = t.leaf_id
    LEFT JOIN person p ON p.id = v.recorded_by_id LEFT JOIN agency k ON k.id = v.agency_id
    LEFT JOIN enterprise_name n ON n.enterprise_id = e.enterprise_id AND n.retracted_at IS NULL AND n.from_on <= ${today}
      AND (n.to_on IS NULL OR n.to_on > ${today})
    WHERE v.retracted_at IS NULL AND v.confirmed_on IS NULL AND v.recorded_by_id IS DISTINCT FROM ${actor.personId}::uuid
      AND NOT EXISTS (SELECT FROM officer_grant g WHERE g.agency_id = v.agency_id AND g.person_id = ${actor.personId}::uuid
        AND g.retracted_at IS NULL)
      AND EXISTS (SELECT FROM seat s JOIN holding h ON h.seat_id = s.id
        WHERE s.entry_id = e.id AND s.retracted_at IS NULL AND (s.to_on IS NULL OR s.to_on > ${today})
          AND h.person_id = ${actor.personId}::uuid AND h.retracted_at IS NULL AND h.from_on <= ${today}
          AND (h.to_on IS NULL OR h.to_on > ${today}) ${holding})
      ${also}`
}
