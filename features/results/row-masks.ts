import type { Actor } from '@/domain/permissions/actor'
import { maskMobile, maskName } from '@/domain/permissions/mask'
import { officerPaths } from '@/domain/permissions/reaches'
import type { ResultUse } from '@/domain/results/result-row'

/**
 * Whether an officer sees persons of rows that belong to no entry yet in full: when they are the owning level, or its parent, of the
 * whole area the batch is for. A city's officer is not.
 */
export function seesRowsInFull(actor: Actor, region: { path: string; kind: string }): boolean {
  if (region.kind === 'CITY') return false
  const parent = region.kind === 'TOWNSHIP' || region.kind === 'UNKNOWN' ? region.path.replace(/[^.]+\.$/, '') : null
  return officerPaths(actor).some((path) => path === region.path || path === parent)
}

/** A cell as shown to whoever does not see persons in full: names and numbers masked, also in columns that nobody reads. */
export function maskCell(text: string, use: ResultUse): string {
  if (use === 'enterprise' || use === 'uscc' || use === 'score' || use === 'passed') return text
  if (use === 'day' || use === 'submitted-at' || use === 'number') return text
  if (use === 'person') return maskName(text)
  const masked = text.replace(/1\d{10}/g, maskMobile).replace(/\d{6}(?:19|20)\d{9}[\dXx]/g, '******************')
  return /^[\p{Script=Han}·]{2,4}$/u.test(masked) ? maskName(masked) : masked
}
