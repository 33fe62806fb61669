import { type Fen, sumFen } from '../fen'
import type { Values } from '../grading-key'
import { defineLab, type LabDefinition } from '../lab'
import type { CellValue, Sheet } from '../lab-sheet'
import { BASE_YUAN, drawCase, EXCLUDED_MIN, SWAPPED } from './draw'
import { CERTIFIED, classOf, isExcluded } from './rules'
import { sheetOf } from './sheet'
import { EIGHTY, solveSorting, sortingWays, sumsOf, WAYS } from './solve'
import { CLASSES, type CostClass, partsOf, type Reason, SPARES, type SortingCase } from './sorting-case'

/** Lab A: a pile of vouchers sorted into the six kinds of cost. Source: facts, sections 1.4–1.9 and 9 "Lab A"; decision 025. */
export const voucherSortingDefinition: LabDefinition<SortingCase> = {
  name: 'voucher-sorting',
  version: 1,
  draw: drawCase,
  sheetOf,
  solve: (drawn) => solveSorting(drawn),
  ways: sortingWays,
  paths: WAYS,
  core: [...CERTIFIED, EIGHTY],
  decisive: ['key', 'split', 'totals'],
  given,
  check: (drawn, values) => broken(drawn, values),
  follow,
  carried: 'credited',
}

export const voucherSorting = defineLab(voucherSortingDefinition)

/** The two amounts of the agency's invoice are read off it, and so is the sum of a class that has one voucher. */
function given(drawn: SortingCase): string[] {
  const values = solveSorting(drawn)
  const amounts = partsOf(drawn)
  const isAlone = (one: CostClass) => amounts.filter(({ id }) => values[`${id}-class`] === one).length === 1
  return [...amounts.map(({ id }) => `${id}-amount`), ...CLASSES.filter(isAlone).map((one) => `sum-${one}`)]
}

function broken(drawn: SortingCase, values: Values): string[] {
  const parts = partsOf(drawn)
  const of = (id: string) => Number(values[id])
  const kinds = drawn.vouchers.map(({ kind }) => kind)
  const spares: readonly string[] = SPARES
  const within = (amount: Fen, yuan: number) => amount >= yuan * 60 - 1 && amount <= yuan * 140 + 1
  const rules: [string, boolean][] = [
    ['twenty vouchers, none twice', new Set(kinds).size === 20 && kinds.length === 20],
    ['four are of the pool', kinds.filter((kind) => spares.includes(kind)).length === SWAPPED],
    ['one is split', drawn.vouchers.filter((one) => one.parts.length > 1).length === 1],
    [
      'five or more may not be counted',
      drawn.vouchers.filter((one) => one.parts.every(({ item }) => isExcluded(item))).length >= EXCLUDED_MIN,
    ],
    ['amounts are within 40 % of the example', parts.every(({ item, amount }) => within(amount, BASE_YUAN[item]))],
    [
      'every reason can be chosen',
      parts.every(({ id, reasons }) => reasons.some((one) => one === values[`${id}-reason`])),
    ],
    [
      'every reason leads to its class',
      parts.every(({ id }) => classOf(values[`${id}-reason`] as Reason) === values[`${id}-class`]),
    ],
    ['the classes are the pile', CLASSES.reduce((sum, one) => sum + of(`sum-${one}`), 0) === of('sum-all')],
    ['the pile is all its amounts', sumFen(parts.map(({ amount }) => amount)) === of('sum-all')],
  ]
  return rules.filter(([, holds]) => !holds).map(([rule]) => rule)
}

/** The sums of the learner's own sorting; null while something is not sorted. */
function follow(sheet: Sheet, cell: string, answers: Readonly<Record<string, CellValue | null>>): Fen | null {
  if (!cell.startsWith('sum-') || !sheet.given) return null
  const sorted = Object.entries(sheet.given).map(([id, printed]) => {
    const own = `${id}-amount` in answers ? answers[`${id}-amount`] : printed
    return [answers[`${id}-class`], own] as const
  })
  if (sorted.some(([one, amount]) => typeof one !== 'string' || typeof amount !== 'number')) return null
  return sumsOf(sorted as [CostClass, Fen][])[cell] ?? null
}
