import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { officerPaths } from '@/domain/permissions/reaches'
import { regionScope } from '@/server/auth/scope'
import { db } from '@/server/db/client'

/** The areas an officer may bring results in for: the tops of their grants and the counties and zones beneath. */
export function resultAreas(actor: Actor): Promise<{ id: string; name: string; path: string }[]> {
  const beneath = [{ path: { in: officerPaths(actor) } }, { kind: { in: ['COUNTY', 'ZONE'] as ('COUNTY' | 'ZONE')[] } }]
  return db.region.findMany({
    where: { AND: [regionScope(actor), { closedOn: null }, { OR: beneath }] },
    orderBy: [{ path: 'asc' }],
    select: { id: true, name: true, path: true },
  })
}

/** One open region in the officer's scope, or null. */
export function resultArea(actor: Actor, id: string): Promise<{ id: string; path: string } | null> {
  return db.region.findFirst({
    where: { AND: [regionScope(actor), { id, closedOn: null }] },
    select: { id: true, path: true },
  })
}
