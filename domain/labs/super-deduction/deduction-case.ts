import type { Fen } from '../fen'

/** An invented manufacturing company's year, all cost expensed. Amounts in fen. */
export type DeductionCase = {
  readonly company: string
  readonly year: number
  readonly labor: Fen
  readonly direct: Fen
  readonly depreciation: Fen
  readonly amortisation: Fen
  readonly design: Fen
  readonly other: Fen
  /** Part of `direct` that was paid from public money treated as not-taxed income. */
  readonly nontax: Fen
  /** Paid in the year for commissioned R&D: to a university at home, an institution abroad, a person abroad. */
  readonly domestic: Fen
  readonly foreign: Fen
  readonly foreignPerson: Fen
  /** Income from scrap, rejects and trial products. */
  readonly special: Fen
  /** Material of R&D products sold in the year, within `direct` and outside `nontax`. */
  readonly material: Fen
  /** The same from earlier years, not yet subtracted. */
  readonly materialBefore: Fen
  readonly ratePercent: 100 | 120
  readonly taxPercent: 25 | 15
  /** Taxable income before the super-deduction; below zero in a year of loss, otherwise more than the super-deduction. */
  readonly income: Fen
}
