import { type CostClass, type Item, REASONS, type Reason } from './sorting-case'

/** The known wrong ways of sorting, most telling first: each is one rule not known, or known wrongly. */
export const SLIPS = [
  'welfare-as-labor',
  'insurance-as-welfare',
  'clerk-counted',
  'fee-counted',
  'dispatch-excluded',
  'helper-excluded',
  'premises-counted',
  'purchase-counted',
  'lease-as-rent',
  'mould-as-asset',
  'after-sales-counted',
  'activity-counted',
  'unlisted-counted',
  'public-money-counted',
  'commissioned-as-other',
] as const
export type Slip = (typeof SLIPS)[number]

/** Told apart on every certifying sheet; the others as far as their vouchers are in the pile. */
export const CERTIFIED: readonly Slip[] = [
  'welfare-as-labor',
  'clerk-counted',
  'fee-counted',
  'dispatch-excluded',
  'premises-counted',
  'purchase-counted',
  'after-sales-counted',
  'commissioned-as-other',
]

type Rule = {
  readonly right: Reason
  /** The wrong way that this voucher gives away, and the reason somebody on it would choose. */
  readonly lure?: readonly [slip: Slip, reason: Reason]
  /** Other reasons that come to mind. */
  readonly near: readonly Reason[]
}

/** How each item is sorted and why. Source: facts, sections 1.4, 1.5, 1.7, 1.8 and 9 "Lab A". */
export const RULES: Readonly<Record<Item, Rule>> = {
  'engineer-wage': { right: 'direct-staff', near: ['welfare', 'not-direct-staff', 'dispatched-pay'] },
  'social-insurance': {
    right: 'direct-staff',
    lure: ['insurance-as-welfare', 'welfare'],
    near: ['not-direct-staff', 'unlisted'],
  },
  'health-check': { right: 'welfare', lure: ['welfare-as-labor', 'direct-staff'], near: ['unlisted', 'listed-other'] },
  'clerk-wage': {
    right: 'not-direct-staff',
    lure: ['clerk-counted', 'direct-staff'],
    near: ['welfare', 'listed-other'],
  },
  'trial-material': { right: 'consumed', near: ['trial-tooling', 'after-sales', 'public-money'] },
  'trial-mould': {
    right: 'trial-tooling',
    lure: ['mould-as-asset', 'purchase-price'],
    near: ['consumed', 'design-process'],
  },
  'instrument-purchase': {
    right: 'purchase-price',
    lure: ['purchase-counted', 'trial-tooling'],
    near: ['instrument-depreciation', 'running-instruments'],
  },
  'instrument-card': { right: 'instrument-depreciation', near: ['purchase-price', 'premises', 'leased-instruments'] },
  'building-card': {
    right: 'premises',
    lure: ['premises-counted', 'instrument-depreciation'],
    near: ['listed-other', 'intangible'],
  },
  'office-rent': {
    right: 'premises',
    lure: ['premises-counted', 'leased-instruments'],
    near: ['listed-other', 'travel-meeting'],
  },
  'chamber-lease': {
    right: 'leased-instruments',
    lure: ['lease-as-rent', 'premises'],
    near: ['instrument-depreciation', 'purchase-price'],
  },
  'software-card': { right: 'intangible', near: ['purchase-price', 'listed-other', 'instrument-depreciation'] },
  'process-rules': { right: 'design-process', near: ['listed-other', 'routine', 'consumed'] },
  'expert-fee': { right: 'listed-other', near: ['dispatched-pay', 'not-direct-staff', 'registered-contract'] },
  'patent-agent': { right: 'listed-other', near: ['intangible', 'unlisted', 'registered-contract'] },
  'service-trip': {
    right: 'after-sales',
    lure: ['after-sales-counted', 'travel-meeting'],
    near: ['running-instruments', 'listed-other'],
  },
  'project-trip': { right: 'travel-meeting', near: ['after-sales', 'unlisted', 'listed-other'] },
  commission: {
    right: 'registered-contract',
    lure: ['commissioned-as-other', 'listed-other'],
    near: ['design-process', 'unlisted'],
  },
  entertainment: { right: 'unlisted', lure: ['unlisted-counted', 'travel-meeting'], near: ['welfare', 'listed-other'] },
  'agency-pay': {
    right: 'dispatched-pay',
    lure: ['dispatch-excluded', 'agency-fee'],
    near: ['welfare', 'registered-contract'],
  },
  'agency-fee': {
    right: 'agency-fee',
    lure: ['fee-counted', 'dispatched-pay'],
    near: ['listed-other', 'registered-contract'],
  },
  'instrument-repair': { right: 'running-instruments', near: ['routine', 'after-sales', 'leased-instruments'] },
  'trial-power': { right: 'consumed', near: ['premises', 'routine', 'running-instruments'] },
  'medical-insurance': {
    right: 'welfare',
    lure: ['welfare-as-labor', 'direct-staff'],
    near: ['unlisted', 'listed-other'],
  },
  books: { right: 'listed-other', near: ['unlisted', 'intangible', 'market'] },
  'quality-check': {
    right: 'routine',
    lure: ['activity-counted', 'trial-inspection'],
    near: ['listed-other', 'consumed'],
  },
  'public-reagent': {
    right: 'public-money',
    lure: ['public-money-counted', 'consumed'],
    near: ['trial-tooling', 'running-instruments'],
  },
  'market-research': {
    right: 'market',
    lure: ['activity-counted', 'listed-other'],
    near: ['registered-contract', 'design-process'],
  },
  appraisal: { right: 'listed-other', near: ['routine', 'market', 'trial-inspection'] },
  'patent-card': { right: 'intangible', near: ['listed-other', 'purchase-price', 'registered-contract'] },
  'helper-wage': {
    right: 'direct-staff',
    lure: ['helper-excluded', 'not-direct-staff'],
    near: ['dispatched-pay', 'welfare'],
  },
  'free-upgrade': {
    right: 'after-sales',
    lure: ['after-sales-counted', 'consumed'],
    near: ['running-instruments', 'trial-tooling'],
  },
  'product-design': { right: 'design-process', near: ['registered-contract', 'listed-other', 'market'] },
}

/** The class that a reason leads to. */
export function classOf(reason: Reason): CostClass {
  return REASONS[reason]
}

/** Whether a known wrong way goes wrong at this item, so that it must be right to pass. */
export function isKey(item: Item): boolean {
  return RULES[item].lure !== undefined
}

/** Whether nothing of the item may be counted. */
export function isExcluded(item: Item): boolean {
  return classOf(RULES[item].right) === 'none'
}

/** The reasons that a list may offer for an item, in the order of all lists. */
export function reasonsFor(item: Item): readonly Reason[] {
  const { right, lure, near } = RULES[item]
  const offered = new Set([right, ...(lure ? [lure[1]] : []), ...near])
  return (Object.keys(REASONS) as Reason[]).filter((reason) => offered.has(reason))
}

/** The known wrong ways that go wrong somewhere among some items. */
export function slipsAmong(items: readonly Item[]): Set<Slip> {
  return new Set(items.flatMap((item) => (RULES[item].lure?.slice(0, 1) as Slip[] | undefined) ?? []))
}
