import { startOfDay } from '@/domain/calendar/day'
import type { Prisma } from '@/generated/prisma/client'
import { columnOfDay } from '@/server/db/day'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import type { Period } from './calendar'
import type { InventedPerson } from './invent-people'
import { insertRows } from './insert-rows'
import { homeLeaf, type Leaf } from './leaves'
import { writePeople } from './write-roster'

/** The officers of the demonstration: one of the city, one of every county and zone, one of the township where the learners are. */
export interface Officers {
  readonly city: InventedPerson
  readonly byCounty: ReadonlyMap<string, InventedPerson>
  readonly township: InventedPerson
  readonly home: Leaf
}

/** Writes the officers and their grants from the first day of the period. */
export async function writeOfficers(
  tx: Transaction,
  { leaves, period, nextPerson }: { leaves: readonly Leaf[]; period: Period; nextPerson: () => InventedPerson },
): Promise<Officers> {
  const root = await tx.region.findFirstOrThrow({ where: { kind: 'CITY', parentId: null }, select: { id: true } })
  const home = homeLeaf(leaves)
  const counties = new Map(leaves.map((leaf) => [leaf.countyCode, leaf.countyId]))
  const [city, township] = [nextPerson(), nextPerson()]
  const byCounty = new Map([...counties.keys()].map((code) => [code, nextPerson()]))
  await writePeople(tx, [city, township, ...byCounty.values()], '演示管理员（虚构号码）')
  const granted = [
    { personId: city.id, regionId: root.id },
    { personId: township.id, regionId: home.id },
    ...[...byCounty].flatMap(([code, { id }]) => ({ personId: id, regionId: counties.get(code) ?? root.id })),
  ]
  await insertRows<Prisma.OfficerGrantCreateManyInput>(
    tx,
    'officer_grant',
    granted.map((one) => ({
      id: newId(),
      ...one,
      role: 'OFFICER' as const,
      fromOn: columnOfDay(period.start),
      recordedAt: startOfDay(period.start),
      recordedById: city.id,
    })),
  )
  return { city, byCounty, township, home }
}
