import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { readScope } from '@/server/auth/scope'
import { db } from '@/server/db/client'

/** Counties and zones of the officer's area; in one county its townships. For the filter of the roster. */
export async function areaCodes(actor: Actor): Promise<{ code: string; name: string }[]> {
  const nodes = await db.region.findMany({
    where: { AND: [readScope(actor), { kind: { not: 'CITY' } }] },
    orderBy: [{ sortOrder: 'asc' }, { path: 'asc' }],
    select: { code: true, name: true, kind: true },
  })
  const counties = nodes.filter(({ kind }) => kind === 'COUNTY' || kind === 'ZONE')
  return counties.length > 1 ? counties : nodes.filter(({ kind }) => kind !== 'COUNTY')
}
