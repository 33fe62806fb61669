/**
 * An auditor looks at what officers of the region see, names masked, and changes nothing. Whoever works for an agency reaches the enterprises of its running
 * contracts and nothing by region.
 */
export type Role = 'OFFICER' | 'AUDITOR' | 'LECTURER' | 'AUTHOR' | 'AGENCY'

/** A role over a region's whole subtree, in force today. */
export type Grant = {
  role: Role
  regionId: string | null
  /** "3302.330203."; null for roles without a region. */
  regionPath: string | null
  regionKind: 'CITY' | 'COUNTY' | 'ZONE' | 'TOWNSHIP' | 'UNKNOWN' | null
  /** Set for AGENCY alone. */
  agencyId?: string | null
}

/** Who asks. Made anew at each request from the login row; never from what the browser sends. */
export type Actor = {
  personId: string
  loginId: string
  /** "link": opened by a personal link; reaches only the holding it is bound to. */
  via: 'account' | 'link'
  holdingId: string | null
  grants: readonly Grant[]
  /** A city officer who has not yet confirmed a second factor in this login: may do nothing but that. */
  mfaPending: boolean
}

/** Whether these grants ask for a second factor: whoever acts in or looks at the whole city. Source: security.md, tiers. */
export function needsSecondFactor(grants: readonly Grant[]): boolean {
  return grants.some(({ role, regionKind }) => (role === 'OFFICER' || role === 'AUDITOR') && regionKind === 'CITY')
}
