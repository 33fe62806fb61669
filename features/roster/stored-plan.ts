import type { EntryPlan } from '@/domain/roster/import-plan'
import type { Change, Conflict } from '@/domain/roster/plan-change'
import type { Problem } from '@/domain/roster/sheet'

/** What an import closed or changed in place for an entry, so that it can be undone. */
export interface Closed {
  names: string[]
  placements: string[]
  holdings: string[]
  mobiles: string[]
}

/** What `import_row.plan` holds: kinds of changes for the page, never personal data in clear. */
export interface StoredPlan {
  /** Position of the row that stands for the enterprise, when this is another one. */
  mergedInto?: number
  digest?: string
  changes?: string[]
  /** Names are officer's own area; they are stored sealed like the row (`sealedConflicts`). */
  conflicts?: { kind: Conflict['kind']; options: string[]; candidates: string[] }[]
  sealedConflicts?: string
  /** Problems found by looking at other rows and at the roster. */
  problems?: Problem[]
  /** For rows of entries that leave. */
  leaves?: string
  entryId?: string
  isWritten?: boolean
  closed?: Closed
}

/** The kinds of a plan's changes as the page names them, each once. */
export function changeKinds(plan: EntryPlan): string[] {
  return [...new Set(plan.changes.map(changeKind))]
}

function changeKind(change: Change): string {
  if (change.kind === 'hold') return change.replaces ? 'replace' : 'fill'
  if (change.kind === 'seat') return change.seatKind === 'HEAD' ? 'head-seat' : 'clerk-seat'
  return change.kind
}
