import type { Fen } from '../fen'
import type { CellSpec } from '../lab-sheet'
import type { CapSolution } from './solve'

/** The six cost kinds in the order of the ledger; `OTHER` is the capped one. Source: facts, section 1.5. */
export const COST_KINDS = ['LABOR', 'DIRECT', 'DEPRECIATION', 'AMORTISATION', 'DESIGN', 'OTHER'] as const
export type CostKind = (typeof COST_KINDS)[number]

/** One voucher line of a project's ledger. */
export type LedgerLine = {
  /** Day of the voucher, `YYYY-MM-DD`. */
  readonly on: string
  readonly voucher: string
  readonly summary: string
  readonly kind: CostKind
  readonly amount: Fen
}

/** One project and its page of the ledger. Totals per kind are printed there; the sum of kinds 1–5 is the learner's work. */
export type LedgerProject = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly treatment: 'EXPENSED' | 'CAPITALISED'
  readonly status: 'FINISHED' | 'UNFINISHED'
  readonly lines: readonly LedgerLine[]
}

/** What the learner sees. Stored with the run as it is. Amounts are in fen. */
export type OtherCostCapSheet = {
  readonly generator: 'other-cost-cap'
  readonly company: string
  readonly year: number
  /** The rules in force for the sheet, printed on it. */
  readonly policy: 'CIT-2023+'
  readonly projects: readonly LedgerProject[]
  readonly cells: readonly CellSpec[]
}

/** The cells of a sheet with these projects: two per project, then eight for the calculation. */
export function cellSpecs(projectIds: readonly string[]): CellSpec[] {
  const read = projectIds.flatMap((id) => [`${id}-five`, `${id}-other`]).map((id) => ({ id, step: 'read' }))
  return [
    ...read,
    { id: 'five', step: 'pool' },
    { id: 'other', step: 'pool' },
    { id: 'limit', step: 'limit' },
    { id: 'allowed', step: 'allow' },
    { id: 'cut', step: 'allow' },
    { id: 'base', step: 'allow' },
    { id: 'old-allowed', step: 'compare' },
    { id: 'gain', step: 'compare' },
  ]
}

/** The amounts of a solution by cell id, for projects in the order given. */
export function cellAmounts(
  projects: readonly { readonly id: string; readonly five: Fen; readonly other: Fen }[],
  solution: CapSolution,
): Record<string, Fen> {
  const { five, other, limit, allowed, cut, base, oldAllowed, gain } = solution
  const read = projects.flatMap((project) => [
    [`${project.id}-five`, project.five],
    [`${project.id}-other`, project.other],
  ])
  return { ...Object.fromEntries(read), five, other, limit, allowed, cut, base, 'old-allowed': oldAllowed, gain }
}

/** True when the project's cost belongs to this year's pool: everything expensed, and capitalised projects finished in the year. */
export function countsThisYear(project: Pick<LedgerProject, 'treatment' | 'status'>): boolean {
  return project.treatment === 'EXPENSED' || project.status === 'FINISHED'
}
