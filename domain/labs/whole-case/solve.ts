import { type Fen, halfUp, sumFen, toFen } from '../fen'
import type { Values } from '../grading-key'
import { joined } from '../joined'
import type { CellValue } from '../lab-sheet'
import { bookAmounts, type CostClass, type Hours, type Line, LINES, type WholeCase } from './whole-case'

/** The known wrong ways, most telling first. Each changes one rule; all that follows is worked out from it. */
export const SLIPS = [
  'hours-ignored',
  'clerk-counted',
  'public-left-in',
  'machine-whole',
  'building-counted',
  'after-sales-counted',
  'ten-percent',
  'no-cap',
  'commission-full',
  'old-rate',
  'loss-saves',
  'stat-from-tax',
  'stat-in-yuan',
] as const
export type Slip = (typeof SLIPS)[number]

/** The class of each line. Source: facts, sections 1.4, 1.5, 1.7. */
const RIGHT: Record<Line, CostClass> = {
  engineer: 'labor',
  technician: 'labor',
  clerk: 'none',
  material: 'direct',
  testing: 'direct',
  instrument: 'depreciation',
  building: 'none',
  software: 'amortisation',
  design: 'design',
  expert: 'other',
  patent: 'other',
  'after-sales': 'none',
  commission: 'commissioned',
}

/** Lines that a slip counts although nothing of them may be counted. */
const COUNTED: Partial<Record<Slip, readonly [Line, CostClass]>> = {
  'clerk-counted': ['clerk', 'labor'],
  'building-counted': ['building', 'depreciation'],
  'after-sales-counted': ['after-sales', 'other'],
}

/** What a line of the ledger says: its class, and how much of the document may be counted. */
export type Posted = { readonly line: Line; readonly kind: CostClass; readonly amount: Fen }

/** `amount × numerator / denominator`, half-up to a whole number. */
export function share(amount: number, numerator: number, denominator: number): number {
  return toFen(halfUp(BigInt(amount) * BigInt(numerator), BigInt(denominator)))
}

/** Fen as whole thousands of yuan, half-up: the unit of the statistical form. */
export function thousands(amount: Fen): number {
  return share(amount, 1, 100_000)
}

/**
 * The value of every cell.
 *
 * @param slip only for recognising wrong ways; leave it out
 *
 * Each amount is rounded half-up to the fen once, each item of the statistical form to whole thousands once; its total is the sum of its items.
 * Source: facts, sections 1.5–1.9, 4.2 (the eight items), 4.5 (the views side by side) and 9.
 */
export function solveWhole(one: WholeCase, slip?: Slip): Values {
  const ledger = postings(one, slip)
  const sums = summary(ledger)
  const claim = claimOf(sums, one, slip)
  const lines: Record<string, CellValue> = {}
  for (const { line, kind, amount } of ledger) {
    lines[`${line}-class`] = kind
    lines[`${line}-amount`] = amount
  }
  return joined<CellValue>(lines, sums, claim, statistics(sums, claim, one, slip))
}

/** The lines of the ledger as they are posted. */
export function postings(one: WholeCase, slip?: Slip): Posted[] {
  const book = bookAmounts(one)
  return LINES.map((line) => {
    const [counted, kind] = (slip && COUNTED[slip]) ?? []
    if (counted === line && kind) return { line, kind, amount: book[line] }
    if (RIGHT[line] === 'none') return { line, kind: 'none', amount: 0 }
    return { line, kind: RIGHT[line], amount: amountOf(line, one, slip) }
  })
}

function amountOf(line: Line, one: WholeCase, slip?: Slip): Fen {
  const whole = bookAmounts(one)[line]
  const byHours = ({ project, total }: Hours) => share(whole, project, total)
  if (line === 'engineer' || line === 'technician') return slip === 'hours-ignored' ? whole : byHours(one[line])
  if (line === 'instrument') return slip === 'machine-whole' ? whole : byHours(one.instrument)
  if (line === 'material') return slip === 'public-left-in' ? whole : whole - one.nontax
  return whole
}

export const SUMS = ['labor', 'direct', 'depreciation', 'amortisation', 'design', 'other', 'commissioned'] as const

/** The sums of the kinds, by cell id, from the lines of a ledger. */
export function summary(ledger: readonly Omit<Posted, 'line'>[]): Record<`sum-${(typeof SUMS)[number]}`, Fen> {
  const sum = (kind: CostClass) => sumFen(ledger.filter((one) => one.kind === kind).map(({ amount }) => amount))
  return Object.fromEntries(SUMS.map((kind) => [`sum-${kind}`, sum(kind)])) as Record<
    `sum-${(typeof SUMS)[number]}`,
    Fen
  >
}

type Sums = ReturnType<typeof summary>

function claimOf(sums: Sums, one: Pick<WholeCase, 'taxPercent' | 'income'>, slip?: Slip) {
  const five = sumFen(SUMS.slice(0, 5).map((kind) => sums[`sum-${kind}`]))
  const limit = share(five, 1, slip === 'ten-percent' ? 10 : 9)
  const otherAllowed = slip === 'no-cap' ? sums['sum-other'] : Math.min(sums['sum-other'], limit)
  const own = five + otherAllowed
  const domestic = share(sums['sum-commissioned'], slip === 'commission-full' ? 100 : 80, 100)
  const total = own + domestic
  const extra = share(total, slip === 'old-rate' ? 75 : 100, 100)
  const saving = one.income < 0 && slip !== 'loss-saves' ? 0 : share(extra, one.taxPercent, 100)
  return { five, limit, 'other-allowed': otherAllowed, own, domestic, total, extra, saving }
}

function statistics(
  sums: Sums,
  claim: ReturnType<typeof claimOf>,
  one: Pick<WholeCase, 'clerk' | 'nontax' | 'building'>,
  slip?: Slip,
): Record<string, number> {
  // What the slips of the ledger counted there is in the statistics anyhow; the form is filled in from what belongs there.
  const isCounted = (which: Slip) => slip === which || slip === 'stat-from-tax'
  const beside = {
    labor: isCounted('clerk-counted') ? 0 : one.clerk.wage + one.clerk.insurance,
    direct: isCounted('public-left-in') ? 0 : one.nontax,
    depreciation: isCounted('building-counted') ? 0 : one.building,
  }
  const isTax = slip === 'stat-from-tax'
  return statisticsFrom(
    {
      labor: sums['sum-labor'] + beside.labor,
      direct: sums['sum-direct'] + beside.direct,
      depreciation: sums['sum-depreciation'] + beside.depreciation,
      amortisation: sums['sum-amortisation'],
      design: sums['sum-design'],
      other: isTax ? claim['other-allowed'] : sums['sum-other'],
      commissioned: isTax ? claim.domestic : sums['sum-commissioned'],
    },
    slip === 'stat-in-yuan' ? (amount) => share(amount, 1, 100) : thousands,
  )
}

/** The items of the statistical form and their total, by cell id, in the unit that `asWritten` makes of fen. */
export function statisticsFrom(
  items: Readonly<Record<(typeof SUMS)[number], Fen>>,
  asWritten: (amount: Fen) => number = thousands,
): Record<string, number> {
  const written = SUMS.map((kind): [string, number] => [`stat-${kind}`, asWritten(items[kind])])
  return { ...Object.fromEntries(written), 'stat-total': written.reduce((sum, [, amount]) => sum + amount, 0) }
}
