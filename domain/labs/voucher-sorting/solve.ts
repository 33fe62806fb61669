import { type Fen, halfUp, toFen } from '../fen'
import type { Values, Way } from '../grading-key'
import { classOf, RULES, SLIPS, type Slip } from './rules'
import { CLASSES, type CostClass, type Item, type Reason, type SortingCase } from './sorting-case'

/** Sorted rightly, but the sum of commissioned research is entered at 80 %. */
export const EIGHTY = 'eighty-already'
/** Every way that is recognised. */
export const WAYS: readonly string[] = [...SLIPS, EIGHTY]

/**
 * The value of every cell: class and reason of each amount, the two amounts of a split voucher, the sum of each class and of all, in fen.
 *
 * @param slip only for recognising wrong ways; leave it out
 *
 * Commissioned research enters its sum in full: the 80 % belong to the return. Source: facts, section 9 "Lab A".
 */
export function solveSorting(drawn: SortingCase, slip?: Slip): Record<string, Fen | string> {
  const values: Record<string, Fen | string> = {}
  const sorted: [CostClass, Fen][] = []
  for (const { parts } of drawn.vouchers) {
    for (const { id, item, amount } of parts) {
      const reason = reasonOf(item, slip)
      values[`${id}-class`] = classOf(reason)
      values[`${id}-reason`] = reason
      if (parts.length > 1) values[`${id}-amount`] = amount
      sorted.push([classOf(reason), amount])
    }
  }
  return Object.assign(values, sumsOf(sorted))
}

/** Sums by class, and of all, by cell id; 0 for a class without an amount. */
export function sumsOf(sorted: readonly (readonly [CostClass, Fen])[]): Record<string, Fen> {
  const sums = new Map<CostClass, Fen>(CLASSES.map((one) => [one, 0]))
  for (const [one, amount] of sorted) sums.set(one, (sums.get(one) ?? 0) + amount)
  const named: Record<string, Fen> = {}
  for (const one of CLASSES) named[`sum-${one}`] = sums.get(one) ?? 0
  named['sum-all'] = sorted.reduce((all, [, amount]) => all + amount, 0)
  return named
}

/** What every known wrong way writes into every cell. */
export function sortingWays(drawn: SortingCase): Way[] {
  const right = solveSorting(drawn)
  return [
    ...SLIPS.map((path) => ({ path, values: solveSorting(drawn, path) })),
    { path: EIGHTY, values: withEighty(right) },
  ]
}

/** Commissioned research entered at 80 %, and so short by a fifth in the sum of all. */
function withEighty(right: Record<string, Fen | string>): Values {
  const [whole, all] = [Number(right['sum-commissioned']), Number(right['sum-all'])]
  const eighty = toFen(halfUp(BigInt(whole) * 4n, 5n))
  return { ...right, 'sum-commissioned': eighty, 'sum-all': all - whole + eighty }
}

function reasonOf(item: Item, slip?: Slip): Reason {
  const { right, lure } = RULES[item]
  return lure && lure[0] === slip ? lure[1] : right
}
