import type { Actor, Role } from '@/domain/permissions/actor'
import { officerPaths, reaches } from '@/domain/permissions/reaches'

/**
 * Whether an officer may give or end a grant over the region with this path: strictly beneath their own region; officers of the
 * city also on their own level. So nobody raises themself or their equals. Grants without a region (authors) are the city's; people of an agency belong to
 * whoever commissioned it, at the same level or above.
 */
export function mayManageGrant(actor: Actor, { role, regionPath }: { role: Role; regionPath: string | null }): boolean {
  if (role === 'AGENCY') return regionPath !== null && reaches(actor, regionPath)
  const isCity = actor.grants.some((grant) => grant.role === 'OFFICER' && grant.regionKind === 'CITY')
  const paths = officerPaths(actor)
  if (regionPath === null) return isCity && paths.length > 0
  return paths.some((path) => regionPath.startsWith(path) && (isCity || regionPath !== path))
}
