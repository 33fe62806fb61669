import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { officerPaths } from '@/domain/permissions/reaches'
import { regionScope } from '@/server/auth/scope'
import { db } from '@/server/db/client'

export interface AreaChoice {
  id: string
  name: string
  path: string
}

/** The regions an officer may import into: the tops of their grants and the counties and zones beneath. */
export async function importAreas(actor: Actor): Promise<AreaChoice[]> {
  const tops = officerPaths(actor)
  return db.region.findMany({
    where: {
      AND: [
        regionScope(actor),
        { closedOn: null },
        { OR: [{ path: { in: tops } }, { kind: { in: ['COUNTY', 'ZONE'] } }] },
      ],
    },
    orderBy: [{ path: 'asc' }],
    select: { id: true, name: true, path: true },
  })
}

/** One open region in the officer's scope, or null. */
export function areaInScope(actor: Actor, id: string): Promise<AreaChoice | null> {
  return db.region.findFirst({
    where: { AND: [regionScope(actor), { id, closedOn: null }] },
    select: { id: true, name: true, path: true },
  })
}
