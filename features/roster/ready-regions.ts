import type { ListedRegion } from '@/domain/regions/read-region-list'
import ningbo from './ready-regions/ningbo.json' with { type: 'json' }

/** The list of regions that comes with the product for the city of this code, or null: then the city brings its own. */
export function readyRegions(cityCode: string): ListedRegion[] | null {
  if (cityCode !== ningbo.city.code) return null
  const counties = ningbo.counties.flatMap(({ townships, ...county }) => [
    { ...county, row: 0, kind: 'COUNTY' as const, above: null },
    ...townships.map((township) => ({ ...township, row: 0, kind: 'TOWNSHIP' as const, above: county.code })),
  ])
  return [...counties, ...ningbo.zones.map((zone) => ({ ...zone, row: 0, kind: 'ZONE' as const, above: null }))]
}
