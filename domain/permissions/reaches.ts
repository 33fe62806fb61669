import type { Actor } from './actor'

/** Paths of the subtrees an officer acts in; empty for everybody else. Paths end in a dot, so a prefix is a subtree. */
export function officerPaths(actor: Actor): string[] {
  if (actor.via === 'link' || actor.mfaPending) return []
  return actor.grants.flatMap((grant) => (grant.role === 'OFFICER' && grant.regionPath ? [grant.regionPath] : []))
}

/**
 * Paths of the subtrees somebody may look at: an officer's, then an auditor's. For queries only; whatever writes asks `officerPaths` or `reaches`, in
 * which an auditor has nothing.
 */
export function readerPaths(actor: Actor): string[] {
  if (actor.via === 'link' || actor.mfaPending) return []
  const audited = actor.grants.flatMap(({ role, regionPath }) => (role === 'AUDITOR' && regionPath ? [regionPath] : []))
  return [...officerPaths(actor), ...audited]
}

/** Whether somebody may look at what concerns the region with this path. The same question as `readScope` of `server/auth/scope.ts`. */
export function mayRead(actor: Actor, regionPath: string): boolean {
  return readerPaths(actor).some((path) => regionPath.startsWith(path))
}

/** The code of the top region of the first grant to read with, where their pages begin; undefined for nobody's. */
export function homeCode(actor: Actor): string | undefined {
  return readerPaths(actor)[0]?.split('.').filter(Boolean).at(-1)
}

/**
 * Whether the officer's subtree holds the region with this path ("3302.330203.330203001.").
 * The same question as the where-clause of `server/auth/scope.ts`; a property test holds the two together.
 */
export function reaches(actor: Actor, regionPath: string): boolean {
  return officerPaths(actor).some((path) => regionPath.startsWith(path))
}

/**
 * Whether the officer stands above the leaf and so decides what changes on its roster: a level above, or the root itself where there is
 * none. Officers of the leaf propose. Source: design.md section 4, decision 044.
 */
export function decidesRoster(actor: Actor, leafPath: string): boolean {
  return officerPaths(actor).some((path) => leafPath.startsWith(path) && (path !== leafPath || isRoot(path)))
}

/** "3302." has one segment. */
const isRoot = (path: string) => path.indexOf('.') === path.length - 1

/**
 * Whether personal names and mobiles of an entry at this leaf are shown in full: only to officers of the leaf itself or of
 * its parent. Above, they are masked. Source: design.md section 3.
 */
export function seesPersonsInFull(actor: Actor, leafPath: string): boolean {
  const parent = leafPath.replace(/[^.]+\.$/, '')
  return officerPaths(actor).some((path) => path === leafPath || path === parent)
}

/**
 * Paths of the subtrees in which somebody may ask heads in person: officers and lecturers. Lecturers reach nothing else of the
 * officers' pages, so this list is kept apart from `officerPaths`.
 */
export function askerPaths(actor: Actor): string[] {
  if (actor.via === 'link' || actor.mfaPending) return []
  return actor.grants.flatMap(({ role, regionPath }) =>
    (role === 'OFFICER' || role === 'LECTURER') && regionPath ? [regionPath] : [],
  )
}

/**
 * Whether the actor may ask heads of entries in the region with this path. The same question as `askerPatterns` of
 * `server/auth/scope.ts`; a property test holds the two together.
 */
export function reachesToAsk(actor: Actor, regionPath: string): boolean {
  return askerPaths(actor).some((path) => regionPath.startsWith(path))
}

/** As `seesPersonsInFull`, for those who ask in person: the name of the person before them, at the leaf and its parent. */
export function asksByFullName(actor: Actor, leafPath: string): boolean {
  const parent = leafPath.replace(/[^.]+\.$/, '')
  return askerPaths(actor).some((path) => path === leafPath || path === parent)
}

/** The agencies somebody works for today; what they reach is on the contracts, not in the tree. */
export function agencyIds(actor: Actor): string[] {
  if (actor.via === 'link' || actor.mfaPending) return []
  return actor.grants.flatMap(({ role, agencyId }) => (role === 'AGENCY' && agencyId ? [agencyId] : []))
}

/** Whether somebody is a lecturer today. */
export function lectures(actor: Actor): boolean {
  return actor.via === 'account' && !actor.mfaPending && actor.grants.some(({ role }) => role === 'LECTURER')
}
