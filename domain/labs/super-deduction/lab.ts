import type { Values } from '../grading-key'
import { defineLab, type LabDefinition } from '../lab'
import type { CellSpec, SheetBody } from '../lab-sheet'
import type { DeductionCase } from './deduction-case'
import { drawCase } from './draw'
import { follow } from './follow'
import { papersOf } from './papers'
import { SLIPS, type Slip, solveDeduction } from './solve'

/** The cells in the order of the calculation, with the step and the concept of each. */
const CELLS = [
  ['direct-net', 'five', 'public-money'],
  ['five', 'five', 'five-kinds'],
  ['limit', 'cap', 'other-cap'],
  ['other-allowed', 'cap', 'other-cap'],
  ['own', 'cap', 'other-cap'],
  ['domestic', 'commissioned', 'commissioned'],
  ['foreign-cap', 'commissioned', 'commissioned-abroad'],
  ['foreign', 'commissioned', 'commissioned-abroad'],
  ['foreign-person', 'commissioned', 'commissioned-abroad'],
  ['total', 'subtract', 'commissioned'],
  ['after-special', 'subtract', 'special-income'],
  ['base', 'subtract', 'sold-material'],
  ['carried', 'subtract', 'sold-material'],
  ['extra', 'result', 'rate'],
  ['saving', 'result', 'rate'],
] as const

const CORE: readonly Slip[] = [
  'nontax-left-in',
  'ten-percent',
  'no-cap',
  'domestic-full',
  'cap-on-own',
  'foreign-uncapped',
  'person-counted',
  'special-forgotten',
  'material-forgotten',
  'old-rate',
]

/** Lab C: the super-deduction of a year and the tax it saves. Source: facts, sections 1.5–1.8 and 9 "Lab C". */
export const superDeductionDefinition: LabDefinition<DeductionCase> = {
  name: 'super-deduction',
  version: 1,
  draw: drawCase,
  sheetOf,
  solve: (drawn) => solveDeduction(drawn),
  ways: (drawn) => SLIPS.map((path) => ({ path, values: solveDeduction(drawn, path) })),
  paths: SLIPS,
  core: CORE,
  decisive: ['result'],
  given,
  check: (drawn, values) => broken(drawn, values),
  follow,
}

export const superDeduction = defineLab(superDeductionDefinition)

function sheetOf(drawn: DeductionCase): SheetBody {
  const steps = [...new Set(CELLS.map(([, step]) => step))]
  const { special, material, materialBefore, ratePercent, taxPercent, income, other } = drawn
  return {
    company: drawn.company,
    year: drawn.year,
    policy: '2023 年起的加计扣除政策（CIT-2023+）',
    papers: papersOf(drawn),
    forms: [
      {
        id: 'super-deduction',
        sections: steps.map((step) => ({
          layout: 'list',
          step,
          cells: CELLS.filter(([, of]) => of === step).map(([id]) => id),
        })),
      },
    ],
    cells: CELLS.map(
      ([id, step, concept]): CellSpec => ({ id, step, concept, label: { text: id }, kind: 'money', unit: 'yuan' }),
    ),
    given: { special, sold: material + materialBefore, other, ratePercent, taxPercent, isLoss: income < 0 ? 1 : 0 },
  }
}

/** Answers that stand on a paper as they are: nothing paid from public money, other cost below its limit, all material carried forward. */
function given(drawn: DeductionCase): string[] {
  const values = solveDeduction(drawn)
  return [
    ...(drawn.nontax === 0 ? ['direct-net'] : []),
    ...(values['other-allowed'] === drawn.other ? ['other-allowed'] : []),
    // What meets the limit exactly is the limit, too.
    ...(values.limit === drawn.other ? ['limit'] : []),
    ...(values['after-special'] === 0 && drawn.materialBefore === 0 ? ['carried'] : []),
  ]
}

function broken(drawn: DeductionCase, values: Values): string[] {
  const of = (id: string) => Number(values[id])
  const sold = drawn.material + drawn.materialBefore
  const rules: [string, boolean][] = [
    ['nothing is negative', CELLS.every(([id]) => of(id) >= 0)],
    [
      'other cost is within its limit and within what was spent',
      of('other-allowed') <= Math.min(of('limit'), drawn.other),
    ],
    ['abroad is within two thirds', of('foreign') <= of('foreign-cap')],
    [
      'abroad and home are at most 80 % of what was paid',
      (of('foreign') + of('domestic')) * 100 <= (drawn.foreign + drawn.domestic) * 80 + 100,
    ],
    ['a person abroad counts for nothing', of('foreign-person') === 0],
    ['the parts are the total', of('own') + of('domestic') + of('foreign') === of('total')],
    ['material is subtracted or carried forward', of('after-special') - of('base') + of('carried') === sold],
    ['nothing is deducted and carried forward at once', of('base') === 0 || of('carried') === 0],
    ['a year of loss saves nothing this year', drawn.income >= 0 || of('saving') === 0],
    ['the sold material lies within direct input outside public money', drawn.material <= drawn.direct - drawn.nontax],
  ]
  return rules.filter(([, holds]) => !holds).map(([rule]) => rule)
}
