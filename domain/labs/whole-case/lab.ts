import type { Values } from '../grading-key'
import { defineLab, type LabDefinition } from '../lab'
import { drawCase } from './draw'
import { follow } from './follow'
import { sheetOf } from './sheet'
import { SLIPS, type Slip, solveWhole, SUMS } from './solve'
import { bookAmounts, LINES, type WholeCase } from './whole-case'

const CORE: readonly Slip[] = SLIPS.filter((slip) => slip !== 'loss-saves')

/** 综合实训: a quarter from its documents to ledger, summary, super-deduction and form 107-2. Source: facts, sections 1, 4 and 5; decision 026. */
export const wholeCaseDefinition: LabDefinition<WholeCase> = {
  name: 'whole-case',
  version: 1,
  draw: drawCase,
  sheetOf,
  solve: (drawn) => solveWhole(drawn),
  ways: (drawn) => SLIPS.map((path) => ({ path, values: solveWhole(drawn, path) })),
  paths: SLIPS,
  core: CORE,
  decisive: ['key', 'cap', 'claim', 'statistics'],
  given,
  check: (drawn, values) => broken(drawn, values),
  follow,
  carried: 'credited',
}

export const wholeCase = defineLab(wholeCaseDefinition)

/** Lines that take a document's amount as it is, kinds with one such line, and what the edges make equal to a figure of a paper. */
function given(drawn: WholeCase): string[] {
  const values = solveWhole(drawn)
  const book = bookAmounts(drawn)
  const plain = LINES.filter((line) => values[`${line}-amount`] === book[line])
  const alone = SUMS.filter((kind) => LINES.filter((line) => values[`${line}-class`] === kind).length === 1)
  return [...plain.map((line) => `${line}-amount`), ...alone.map((kind) => `sum-${kind}`)]
}

function broken(drawn: WholeCase, values: Values): string[] {
  const of = (id: string) => Number(values[id])
  const book = bookAmounts(drawn)
  const counted = LINES.reduce((sum, line) => sum + of(`${line}-amount`), 0)
  const spent = LINES.filter((line) => line !== 'after-sales').reduce((sum, line) => sum + book[line], 0)
  const left = ['engineer', 'technician', 'instrument'].reduce(
    (sum, line) => sum + book[line as 'engineer'] - of(`${line}-amount`),
    0,
  )
  const rules: [string, boolean][] = [
    ['no line counts more than its document', LINES.every((line) => of(`${line}-amount`) <= book[line])],
    [
      'what does not count is zero, and nothing else is',
      LINES.every((line) => (values[`${line}-class`] === 'none') === (of(`${line}-amount`) === 0)),
    ],
    ['the kinds are the lines', SUMS.reduce((sum, kind) => sum + of(`sum-${kind}`), 0) === counted],
    ['nine limits are the five kinds, to some fen', Math.abs(of('limit') * 9 - of('five')) <= 5],
    ['other cost is within its limit', of('other-allowed') <= Math.min(of('limit'), of('sum-other'))],
    ['four fifths of the commission', Math.abs(of('domestic') * 5 - drawn.commission * 4) <= 3],
    ['parts are the total', of('own') + of('domestic') === of('total') && of('extra') === of('total')],
    ['a year of loss saves nothing', drawn.income >= 0 || of('saving') === 0],
    ['profit covers the super-deduction', drawn.income < 0 || drawn.income >= of('extra')],
    [
      'statistics hold everything spent on the project, without hours spent elsewhere, to half a thousand an item',
      Math.abs(of('stat-total') * 100_000 - (spent - left)) <= 50_000 * SUMS.length,
    ],
    ['statistics are at least the cost for tax', of('stat-total') * 100_000 + 50_000 * SUMS.length >= of('total')],
  ]
  return rules.filter(([, holds]) => !holds).map(([rule]) => rule)
}
