import { halfUp, toFen } from '../fen'
import type { LabMode } from '../lab-sheet'
import type { SeededRandom } from '../seeded-random'
import { COMPANIES, PROJECTS } from './invented'
import { CERTIFIED, isExcluded, reasonsFor, slipsAmong } from './rules'
import { type Item, KINDS, type Part, SPARES, type SortingCase, type Voucher, type VoucherKind } from './sorting-case'

/** How many of the twenty give way to vouchers of the pool, and how many must be left of those that may not be counted. */
export const SWAPPED = 4
export const EXCLUDED_MIN = 5

/** Yuan of each item in the worked example; drawn amounts lie within 40 % of it. Source: facts, Lab A; those of the pool are ours. */
export const BASE_YUAN: Readonly<Record<Item, number>> = {
  'engineer-wage': 28_000,
  'social-insurance': 8_960,
  'health-check': 1_200,
  'clerk-wage': 6_500,
  'trial-material': 15_300,
  'trial-mould': 46_000,
  'instrument-purchase': 320_000,
  'instrument-card': 2_666.67,
  'building-card': 12_000,
  'office-rent': 9_000,
  'chamber-lease': 5_000,
  'software-card': 4_166.67,
  'process-rules': 7_800,
  'expert-fee': 3_000,
  'patent-agent': 5_500,
  'service-trip': 2_300,
  'project-trip': 4_100,
  commission: 200_000,
  entertainment: 1_800,
  'agency-pay': 20_000,
  'agency-fee': 1_200,
  'instrument-repair': 4_800,
  'trial-power': 6_200,
  'medical-insurance': 3_600,
  books: 860,
  'quality-check': 5_200,
  'public-reagent': 7_400,
  'market-research': 30_000,
  appraisal: 12_000,
  'patent-card': 3_333.33,
  'helper-wage': 9_600,
  'free-upgrade': 8_800,
  'product-design': 26_000,
}

/** Months over which an asset's cost is written off; its month is its cost divided by them, half-up to the fen. */
export const CARD_MONTHS: Readonly<Partial<Record<Item, number>>> = {
  'instrument-card': 120,
  'building-card': 240,
  'software-card': 120,
  'patent-card': 120,
}

/**
 * Draws a pile of Lab A: twenty vouchers in any order, four of them from the pool, with at least five that may not be counted and the
 * agency's invoice, which is to be split; a certifying pile holds a voucher for each way that it must tell apart. Source: facts, Lab A "Random".
 */
export function drawCase(random: SeededRandom, mode: LabMode): SortingCase {
  const kinds = drawKinds(random, mode)
  const year = 2025
  return {
    company: random.pick(COMPANIES),
    year,
    month: random.between(1, 12),
    project: {
      code: `RD-${year}-${String(random.between(1, 9)).padStart(2, '0')}`,
      name: random.pick(PROJECTS),
    },
    vouchers: random.sample(kinds, kinds.length).map((kind, index) => drawVoucher(random, kind, `v${index + 1}`)),
  }
}

function drawKinds(random: SeededRandom, mode: LabMode): VoucherKind[] {
  for (;;) {
    const kept = random.sample(
      KINDS.flatMap((kind) => (kind === 'agency' ? [] : [kind])),
      KINDS.length - 1 - SWAPPED,
    )
    const plain = [...kept, ...random.sample(SPARES, SWAPPED)]
    const slips = slipsAmong([...plain, 'agency-pay', 'agency-fee'])
    const tells = mode === 'PRACTICE' || CERTIFIED.every((slip) => slips.has(slip))
    if (tells && plain.filter(isExcluded).length >= EXCLUDED_MIN) return [...plain, 'agency']
  }
}

function drawVoucher(random: SeededRandom, kind: VoucherKind, id: string): Voucher {
  const part = (item: Item, suffix = ''): Part => ({
    id: `${id}${suffix}`,
    item,
    ...drawAmount(random, item),
    reasons: reasonsFor(item),
  })
  const parts = kind === 'agency' ? [part('agency-pay', 'a'), part('agency-fee', 'b')] : [part(kind)]
  return { id, kind, parts, variant: random.between(0, 5039) }
}

/** Larger amounts in whole hundreds of yuan, smaller ones in whole yuan; an asset's month follows from its cost. */
function drawAmount(random: SeededRandom, item: Item): Pick<Part, 'amount' | 'cost'> {
  const yuan = BASE_YUAN[item]
  const months = CARD_MONTHS[item]
  if (months !== undefined) {
    const thousands = Math.round((yuan * months) / 1_000)
    const cost = random.between(Math.ceil(thousands * 0.6), Math.floor(thousands * 1.4)) * 100_000
    return { amount: toFen(halfUp(BigInt(cost), BigInt(months))), cost }
  }
  const step = yuan >= 10_000 ? 10_000 : 100
  return { amount: random.between(Math.ceil((yuan * 60) / step), Math.floor((yuan * 140) / step)) * step }
}
