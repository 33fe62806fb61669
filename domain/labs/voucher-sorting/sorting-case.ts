import type { Fen } from '../fen'

/**
 * Where the amount of a voucher goes: one of the six kinds of cost, research commissioned from others (entered in full, counted at
 * 80 % later), or nothing that may be counted. Source: facts, section 1.5 and 1.7.
 */
export const CLASSES = [
  'labor',
  'direct',
  'depreciation',
  'amortisation',
  'design',
  'other',
  'commissioned',
  'none',
] as const
export type CostClass = (typeof CLASSES)[number]

/** Why an amount goes there, in the order in which a list of reasons shows them; a reason belongs to one class. */
export const REASONS = {
  'direct-staff': 'labor',
  'dispatched-pay': 'labor',
  consumed: 'direct',
  'trial-tooling': 'direct',
  'trial-inspection': 'direct',
  'running-instruments': 'direct',
  'leased-instruments': 'direct',
  'instrument-depreciation': 'depreciation',
  intangible: 'amortisation',
  'design-process': 'design',
  welfare: 'other',
  'listed-other': 'other',
  'travel-meeting': 'other',
  'registered-contract': 'commissioned',
  'not-direct-staff': 'none',
  'agency-fee': 'none',
  'purchase-price': 'none',
  premises: 'none',
  'after-sales': 'none',
  routine: 'none',
  market: 'none',
  unlisted: 'none',
  'public-money': 'none',
} as const satisfies Record<string, CostClass>
export type Reason = keyof typeof REASONS

/** What a voucher is about; the twenty of the worked example first, then the pool they are exchanged with. */
export const KINDS = [
  'engineer-wage',
  'social-insurance',
  'health-check',
  'clerk-wage',
  'trial-material',
  'trial-mould',
  'instrument-purchase',
  'instrument-card',
  'building-card',
  'office-rent',
  'chamber-lease',
  'software-card',
  'process-rules',
  'expert-fee',
  'patent-agent',
  'service-trip',
  'project-trip',
  'commission',
  'entertainment',
  'agency',
] as const
export const SPARES = [
  'instrument-repair',
  'trial-power',
  'medical-insurance',
  'books',
  'quality-check',
  'public-reagent',
  'market-research',
  'appraisal',
  'patent-card',
  'helper-wage',
  'free-upgrade',
  'product-design',
] as const
export type VoucherKind = (typeof KINDS)[number] | (typeof SPARES)[number]

/** What is judged: a voucher as a whole, or one of the two amounts on an agency's invoice. */
export type Item = Exclude<VoucherKind, 'agency'> | 'agency-pay' | 'agency-fee'

/** An amount to be sorted, and the reasons its list offers. */
export type Part = {
  /** `v7`, or `v7a` and `v7b` of a voucher that is to be split. */
  readonly id: string
  readonly item: Item
  readonly amount: Fen
  /** What an asset cost, when the amount is its month of depreciation or amortisation. */
  readonly cost?: Fen
  readonly reasons: readonly Reason[]
}

export type Voucher = {
  /** `v1` to `v20`, in the order of the pile. */
  readonly id: string
  readonly kind: VoucherKind
  readonly parts: readonly Part[]
  /** Picks the words of its document: who, what and how many. */
  readonly variant: number
}

/** An invented company's month and one project. */
export type SortingCase = {
  readonly company: string
  readonly year: number
  readonly month: number
  readonly project: { readonly code: string; readonly name: string }
  readonly vouchers: readonly Voucher[]
}

/** Every amount of the pile, in its order. */
export function partsOf({ vouchers }: SortingCase): readonly Part[] {
  return vouchers.flatMap(({ parts }) => parts)
}
