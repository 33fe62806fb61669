import { pathOf, unknownCode } from '@/domain/regions/tree'
import type { Prisma } from '@/generated/prisma/client'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { insertRows } from './insert-rows'
import divisions from '@/features/roster/ready-regions/ningbo.json'

/**
 * Writes the region tree into a database that has none: the city, its counties with their townships and one "township unknown" each, and
 * the zones, which officers of the city may edit. A tree that is there, also a changed one, stays as it is.
 *
 * @returns how many nodes were written: 0 when there were any
 */
export async function loadRegions(tx: Transaction): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('regions'))`
  if ((await tx.region.count()) > 0) return 0
  const city = node(null, 'CITY', divisions.city, 0)
  const below = divisions.counties.flatMap((county, at) => {
    const parent = node(city, 'COUNTY', county, at)
    const townships = county.townships.map((township, index) => node(parent, 'TOWNSHIP', township, index))
    return [
      parent,
      ...townships,
      node(parent, 'UNKNOWN', { code: unknownCode(county.code), name: '乡镇未明' }, townships.length),
    ]
  })
  const zones = divisions.zones.map((zone, at) => node(city, 'ZONE', zone, divisions.counties.length + at))
  const rows = [city, ...below, ...zones]
  await insertRows<Prisma.RegionCreateManyInput>(tx, 'region', rows)
  return rows.length
}

function node(
  parent: { id: string; path: string } | null,
  kind: 'CITY' | 'COUNTY' | 'ZONE' | 'TOWNSHIP' | 'UNKNOWN',
  { code, name }: { code: string; name: string },
  sortOrder: number,
) {
  return {
    id: newId(),
    parentId: parent?.id ?? null,
    kind,
    code,
    name,
    path: pathOf(parent?.path ?? '', code),
    sortOrder,
  }
}
