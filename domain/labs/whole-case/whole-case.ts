import type { Fen } from '../fen'

/** Hours of the quarter: those of the project, and all that were worked or run. */
export type Hours = { readonly project: number; readonly total: number }

/**
 * An invented manufacturing company's first quarter of R&D: one project, begun in October, everything expensed, so that the quarter is also the year.
 * Amounts in fen.
 */
export type WholeCase = {
  readonly company: string
  readonly year: number
  readonly project: { readonly code: string; readonly name: string }
  /** Wages and the employer's social insurance; two who work on the project by the hour, and the clerk of the R&D department. */
  readonly engineer: Hours & { readonly wage: Fen; readonly insurance: Fen }
  readonly technician: Hours & { readonly wage: Fen; readonly insurance: Fen }
  readonly clerk: { readonly wage: Fen; readonly insurance: Fen }
  readonly material: Fen
  /** Part of `material` that was paid from public money treated as not-taxed income. */
  readonly nontax: Fen
  readonly testing: Fen
  /** Depreciation of an instrument that production uses, too, and of the R&D building. */
  readonly instrument: Hours & { readonly depreciation: Fen }
  readonly building: Fen
  readonly software: Fen
  readonly design: Fen
  readonly expert: Fen
  readonly patent: Fen
  /** A trip to a customer after sale: no R&D at all. */
  readonly afterSales: Fen
  /** Paid to a university at home, contract registered. */
  readonly commission: Fen
  readonly taxPercent: 25 | 15
  /** Taxable income before the super-deduction; below zero in a year of loss. */
  readonly income: Fen
}

/** Where a line of the ledger goes, in the order in which the list shows them. */
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

/** The lines of the ledger, by the document each stands on. */
export const LINES = [
  'engineer',
  'technician',
  'clerk',
  'material',
  'testing',
  'instrument',
  'building',
  'software',
  'design',
  'expert',
  'patent',
  'after-sales',
  'commission',
] as const
export type Line = (typeof LINES)[number]

/** The amounts printed on the documents, by line: before hours, public money and everything that does not count. */
export function bookAmounts(one: WholeCase): Record<Line, Fen> {
  const cost = ({ wage, insurance }: { wage: Fen; insurance: Fen }) => wage + insurance
  return {
    engineer: cost(one.engineer),
    technician: cost(one.technician),
    clerk: cost(one.clerk),
    material: one.material,
    testing: one.testing,
    instrument: one.instrument.depreciation,
    building: one.building,
    software: one.software,
    design: one.design,
    expert: one.expert,
    patent: one.patent,
    'after-sales': one.afterSales,
    commission: one.commission,
  }
}
