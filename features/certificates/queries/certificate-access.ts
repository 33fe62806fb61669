import type { Actor } from '@/domain/permissions/actor'
import { mayEver } from '@/domain/permissions/permission'
import { seesPersonsInFull } from '@/domain/permissions/reaches'
import { entryScope } from '@/server/auth/scope'
import { shanghaiToday } from '@/server/clock'
import { db, type Prisma } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'

/** How an actor may see somebody's certificates: not at all, with the name masked, or in full. */
export type CertificateAccess = 'none' | 'masked' | 'full'

/**
 * The holder sees their own in full; an officer those of persons who hold a seat in their subtree today, in full only at the entry's
 * leaf and its parent (design section 3); nobody else any.
 */
export async function certificateAccess(actor: Actor, personId: string): Promise<CertificateAccess> {
  if (actor.personId === personId) return 'full'
  if (!mayEver(actor, 'certificate.read')) return 'none'
  const entries = await db.rosterEntry.findMany({
    where: { AND: [entryScope(actor, shanghaiToday()), { seats: { some: heldBy(personId) } }] },
    select: { placements: { where: inForce(), select: { leaf: { select: { path: true } } } } },
  })
  if (entries.length === 0) return 'none'
  const paths = entries.flatMap((entry) => entry.placements.map(({ leaf }) => leaf.path))
  return paths.some((path) => seesPersonsInFull(actor, path)) ? 'full' : 'masked'
}

/** Rows in force today and not retracted. */
export function inForce() {
  const today = columnOfDay(shanghaiToday())
  return { retractedAt: null, fromOn: { lte: today }, OR: [{ toOn: null }, { toOn: { gt: today } }] }
}

function heldBy(personId: string): Prisma.SeatWhereInput {
  return { ...inForce(), holdings: { some: { personId, ...inForce() } } }
}
