import type { Actor } from '@/domain/permissions/actor'
import { officerPaths } from '@/domain/permissions/reaches'

/**
 * Whether an officer may give or end a grant over the region with this path: strictly beneath their own region; officers of the
 * city also on their own level. So nobody raises themself or their equals. Grants without a region (authors) are the city's.
 */
export function mayManageGrant(actor: Actor, regionPath: string | null): boolean {
  const isCity = actor.grants.some((grant) => grant.role === 'OFFICER' && grant.regionKind === 'CITY')
  const paths = officerPaths(actor)
  if (regionPath === null) return isCity && paths.length > 0
  return paths.some((path) => regionPath.startsWith(path) && (isCity || regionPath !== path))
}
