import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { reaches } from '@/domain/permissions/reaches'
import { type db, Prisma, type Transaction } from '@/server/db/client'
import { isId } from '@/server/db/id'
import { budgetSpent } from './wanted'

export type Receiver = {
  holdingId: string
  personId: string
  entryId: string
  leftOut: 'done' | 'no-address' | 'budget' | null
}
export type ReceiverCounts = { all: number; reached: number; done: number; 'no-address': number; budget: number }

/**
 * Holders of seats of a programme in a region with why each is left out, in the order of ids: who is done first of all, then who has no address, then whose
 * budget is spent. A person with several seats is written to for one of them. Null when the region is not the officer's.
 */
export async function receivers(
  tx: Transaction | typeof db,
  actor: Actor,
  asked: { programmeId: string; regionId: string; kind: 'ALL' | 'HEAD' | 'CLERK' },
): Promise<Receiver[] | null> {
  const region = isId(asked.regionId) ? await tx.region.findUnique({ where: { id: asked.regionId } }) : null
  if (!region || !reaches(actor, region.path)) return null
  const rows = await tx.$queryRaw<Receiver[]>`
    SELECT DISTINCT ON (p.id) s.holding_id AS "holdingId", p.id AS "personId", s.entry_id AS "entryId",
      CASE WHEN cardinality(s.missing) = 0 THEN 'done' WHEN a.person_id IS NULL THEN 'no-address' WHEN ${budgetSpent(null)} THEN 'budget' END AS "leftOut"
    FROM seat_standing s JOIN standing t ON t.entry_id = s.entry_id JOIN region l ON l.id = t.leaf_id
    JOIN person p ON p.id = s.holder_id LEFT JOIN mail_address a ON a.person_id = p.id
    WHERE t.programme_id = ${asked.programmeId}::uuid AND l.path LIKE ${`${region.path}%`} AND s.holding_id IS NOT NULL
      ${asked.kind === 'ALL' ? Prisma.empty : Prisma.sql`AND s.kind = ${asked.kind}::seat_kind`}
    ORDER BY p.id, (cardinality(s.missing) = 0), s.holding_id`
  return rows
}

/** How many of them are written to and how many are left out for which reason. */
export function countReceivers(rows: readonly Receiver[]): ReceiverCounts {
  const counts = { all: rows.length, reached: 0, done: 0, 'no-address': 0, budget: 0 }
  for (const { leftOut } of rows) counts[leftOut ?? 'reached']++
  return counts
}
