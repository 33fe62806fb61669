import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { officerPaths } from '@/domain/permissions/reaches'
import { regionScope } from '@/server/auth/scope'
import { db, type Transaction } from '@/server/db/client'
import { isId } from '@/server/db/id'

/** The areas an officer may fill sheets for: the tops of their grants, and the counties and zones beneath. */
export function fillBackAreas(actor: Actor): Promise<{ id: string; name: string }[]> {
  const tops = officerPaths(actor)
  return db.region.findMany({
    where: {
      AND: [
        regionScope(actor),
        { closedOn: null },
        { OR: [{ path: { in: tops } }, { kind: { in: ['COUNTY', 'ZONE'] } }] },
      ],
    },
    orderBy: { path: 'asc' },
    select: { id: true, name: true },
  })
}

/** One open region in the officer's scope, or null. */
export function areaInScope(actor: Actor, id: string): Promise<{ id: string; path: string } | null> {
  return db.region.findFirst({
    where: { AND: [regionScope(actor), { id, closedOn: null }] },
    select: { id: true, path: true },
  })
}

/** A fill-back whose area lies in the officer's scope, or null: not yours = not found. */
export async function fillBackInScope(actor: Actor, id: string, tx: Pick<Transaction, 'fillBack' | 'region'> = db) {
  const one = isId(id) ? await tx.fillBack.findUnique({ where: { id } }) : null
  if (!one) return null
  const region = await tx.region.findFirst({
    where: { AND: [{ id: one.regionId }, regionScope(actor)] },
    select: { path: true, name: true },
  })
  return region ? { ...one, region } : null
}

/** The last fifty fill-backs of the officer's area, newest first. */
export async function fillBackList(actor: Actor) {
  const regions = await db.region.findMany({ where: regionScope(actor), select: { id: true, name: true } })
  const names = new Map(regions.map(({ id, name }) => [id, name]))
  const found = await db.fillBack.findMany({
    where: { regionId: { in: [...names.keys()] } },
    orderBy: { createdAt: 'desc' },
    take: 50,
    select: { id: true, fileName: true, regionId: true, state: true, createdAt: true },
  })
  return found.map((one) => ({ ...one, area: names.get(one.regionId) ?? '' }))
}
