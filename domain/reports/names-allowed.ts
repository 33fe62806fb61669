/** Where a region stands in its tree: what decides whether a report of it may name enterprises. */
export interface ReportedRegion {
  readonly kind: 'CITY' | 'COUNTY' | 'ZONE' | 'TOWNSHIP' | 'UNKNOWN'
  /** "3302.330212." */
  readonly path: string
}

/**
 * Whether a bulletin or group text of this region may name an enterprise that is placed at `leafPath`: only at the entry's leaf and its
 * parent, and never in the city's. Source: design.md section 3.
 */
export function mayNameEnterprise(region: ReportedRegion, leafPath: string): boolean {
  if (region.kind === 'CITY') return false
  const parent = leafPath.replace(/[^.]+\.$/, '')
  return region.path === leafPath || region.path === parent
}
