import type { Fen } from '../fen'

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

/** An invented company's ledger of one year. */
export type CapCase = { readonly company: string; readonly year: number; readonly projects: readonly LedgerProject[] }

/** True when the project's cost belongs to this year's pool: everything expensed, and capitalised projects finished in the year. */
export function countsThisYear(project: Pick<LedgerProject, 'treatment' | 'status'>): boolean {
  return project.treatment === 'EXPENSED' || project.status === 'FINISHED'
}
