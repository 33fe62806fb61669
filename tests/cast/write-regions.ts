import { pathOf } from '@/domain/regions/tree'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'

/** A region of the cast. */
export interface CastRegion {
  readonly id: string
  readonly path: string
  readonly kind: 'CITY' | 'COUNTY' | 'TOWNSHIP'
  readonly name: string
}

export type CastRegions = Record<
  'city' | 'county' | 'otherCounty' | 'township' | 'otherTownship' | 'farTownship',
  CastRegion
>

/** The city, two counties, two townships of the first and one of the second, with their real codes. */
export async function writeRegions(tx: Transaction): Promise<CastRegions> {
  const city = await region(tx, null, 'CITY', '3302', '宁波市')
  const county = await region(tx, city, 'COUNTY', '330212', '鄞州区')
  const otherCounty = await region(tx, city, 'COUNTY', '330225', '象山县')
  return {
    city,
    county,
    otherCounty,
    township: await region(tx, county, 'TOWNSHIP', '330212001', '下应街道'),
    otherTownship: await region(tx, county, 'TOWNSHIP', '330212110', '姜山镇'),
    farTownship: await region(tx, otherCounty, 'TOWNSHIP', '330225101', '石浦镇'),
  }
}

async function region(
  tx: Transaction,
  parent: CastRegion | null,
  kind: CastRegion['kind'],
  code: string,
  name: string,
): Promise<CastRegion> {
  const data = { id: newId(), kind, name, path: pathOf(parent?.path ?? '', code) }
  await tx.region.create({ data: { ...data, code, parentId: parent?.id ?? null } })
  return data
}
