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

/** What stands for a cell that nobody above needs to read: free text may name anybody. */
const HIDDEN = '…'

/** A cell as shown to whoever does not see persons in full: names and numbers masked, columns of free text not at all. */
export function maskCell(text: string, use: ResultUse): string {
  if (text === '') return text
  if (use === 'answer' || use === 'unused') return HIDDEN
  if (use === 'person') return maskName(text)
  if (use === 'mobile') return maskedMobile(text)
  return use === 'day' || use === 'submitted-at' || use === 'uscc' ? text : maskNumbers(text)
}

/** A mobile as written: in its usual shape the middle is starred, in any other nothing is left. */
function maskedMobile(text: string): string {
  return /^1\d{10}$/.test(text) ? maskMobile(text) : HIDDEN
}

/**
 * Stars for every run of seven or more digits, of either width, also when blanks or dashes stand between them or a country code before: an
 * enterprise's cell may hold somebody's mobile as well.
 */
export function maskNumbers(text: string): string {
  return text.replace(/[+＋]?\p{Nd}(?:[\s\p{Pd}\p{Cf}()（）.．·]*\p{Nd}){6,}[Xx]?/gu, '*******')
}
