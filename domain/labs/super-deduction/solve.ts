import { type Fen, halfUp, sumFen, toFen } from '../fen'
import type { DeductionCase } from './deduction-case'

/** The known wrong ways, most telling first. Each changes one rule of the calculation. */
export const SLIPS = [
  'nontax-left-in',
  'ten-percent',
  'no-cap',
  'domestic-full',
  'cap-on-own',
  'foreign-uncapped',
  'foreign-full',
  'person-counted',
  'special-forgotten',
  'material-forgotten',
  'below-zero',
  'old-rate',
  'loss-saves',
] as const
export type Slip = (typeof SLIPS)[number]

/** `amount × numerator / denominator`, half-up to the fen. */
export function share(amount: Fen, numerator: number, denominator: number): Fen {
  return toFen(halfUp(BigInt(amount) * BigInt(numerator), BigInt(denominator)))
}

/**
 * Every amount of the calculation by cell id, in fen.
 *
 * @param slip only for recognising wrong ways; leave it out
 *
 * Each line is rounded half-up to the fen once. The limit for commissions abroad is taken before special income is subtracted, in the
 * order of the form. Source: facts, sections 1.6–1.8 and Lab C.
 */
export function solveDeduction(one: DeductionCase, slip?: Slip): Record<string, Fen> {
  const directNet = slip === 'nontax-left-in' ? one.direct : one.direct - one.nontax
  const five = sumFen([one.labor, directNet, one.depreciation, one.amortisation, one.design])
  const limit = share(five, 1, slip === 'ten-percent' ? 10 : 9)
  const otherAllowed = slip === 'no-cap' ? one.other : Math.min(one.other, limit)
  const own = five + otherAllowed
  const commissioned = solveCommissioned(one, own, slip)
  const { domestic, foreign } = commissioned
  const total = sumFen([own, domestic, foreign, commissioned['foreign-person']])
  const result = solveResult(one, total, slip)
  return { 'direct-net': directNet, five, limit, 'other-allowed': otherAllowed, own, ...commissioned, total, ...result }
}

function solveCommissioned(one: DeductionCase, own: Fen, slip?: Slip) {
  const domestic = share(one.domestic, slip === 'domestic-full' ? 100 : 80, 100)
  const cap = share(slip === 'cap-on-own' ? own : own + domestic, 2, 3)
  const counted = share(one.foreign, slip === 'foreign-full' ? 100 : 80, 100)
  const foreign = slip === 'foreign-uncapped' ? counted : Math.min(counted, cap)
  const person = slip === 'person-counted' ? share(one.foreignPerson, 80, 100) : 0
  return { domestic, 'foreign-cap': cap, foreign, 'foreign-person': person }
}

function solveResult(one: DeductionCase, total: Fen, slip?: Slip) {
  const floor = (amount: Fen) => (slip === 'below-zero' ? amount : Math.max(amount, 0))
  const net = floor(total - (slip === 'special-forgotten' ? 0 : one.special))
  const sold = slip === 'material-forgotten' ? 0 : one.material + one.materialBefore
  const base = floor(net - sold)
  const carried = slip === 'below-zero' ? 0 : Math.max(sold - net, 0)
  const extra = share(base, slip === 'old-rate' ? 75 : one.ratePercent, 100)
  const saving = one.income < 0 && slip !== 'loss-saves' ? 0 : share(extra, one.taxPercent, 100)
  return { 'after-special': net, base, carried, extra, saving }
}
