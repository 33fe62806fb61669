import { sumFen } from '../fen'
import type { Values } from '../grading-key'
import { defineLab, type LabDefinition } from '../lab'
import type { CellKind, CellSpec, SheetBody } from '../lab-sheet'
import { type ListCell, listCells, listForm } from '../list-form'
import { drawCase } from './draw'
import { FIELDS, GRADES, LEVELS, type NeedCase, type Product } from './need-case'
import { papersOf } from './papers'
import { needWays, SLIPS, type Slip, solveNeed } from './solve'

const GRADE: CellKind = { kind: 'choice', options: GRADES }
const LEVEL: CellKind = { kind: 'choice', options: LEVELS }
const WHOLE: CellKind = { kind: 'integer' }
const MONEY: CellKind = { kind: 'money' }
const SENTENCES = [1, 2, 3, 4, 5] as const

/** The cells in the order of the form. */
const CELLS: readonly ListCell[] = [
  ...FIELDS.map((field): ListCell => [`draft-${field}`, 'draft', 'ten-fields', GRADE]),
  ['now', 'figures', 'indicator', WHOLE],
  ['goal', 'figures', 'indicator', WHOLE],
  ['highest-cost', 'figures', 'limits', MONEY, 'yuan'],
  ['budget', 'figures', 'budget', MONEY, 'yuan'],
  ['first-payment', 'figures', 'budget', MONEY, 'yuan'],
  ...SENTENCES.map((number): ListCell => [`sentence-${number}`, 'wording', 'indicator', LEVEL]),
  ['score', 'verdict', 'ten-fields', WHOLE],
  ['sentence-best', 'verdict', 'indicator', { kind: 'choice', options: SENTENCES.map((number) => `s${number}`) }],
  ['cooperation', 'verdict', 'cooperation', { kind: 'choice', options: ['develop', 'license', 'consult', 'purchase'] }],
  ['secret', 'verdict', 'cooperation', { kind: 'choice', options: ['formula', 'customers', 'prices', 'nothing'] }],
]

const MEASURED: ReadonlySet<string> = new Set(['now', 'goal'])

const CORE: readonly Slip[] = [
  'broken-run-counted',
  'target-from-best-run',
  'dearer-than-price',
  'fee-alone',
  'first-of-everything',
  'empty-words-count',
  'figures-are-enough',
  'written-as-purchase',
]

/** Lab G: from a wish to a technical need that somebody can take on. Source: facts, section 6.2 and 9 "Lab G". */
export const technicalNeedDefinition: LabDefinition<NeedCase> = {
  name: 'technical-need',
  version: 1,
  draw: drawCase,
  sheetOf,
  solve: (drawn) => solveNeed(drawn),
  ways: needWays,
  paths: SLIPS,
  core: CORE,
  decisive: ['figures', 'wording', 'verdict'],
  given: () => [],
  check: broken,
}

export const technicalNeed = defineLab(technicalNeedDefinition)

function sheetOf(drawn: NeedCase): SheetBody {
  return {
    company: drawn.company,
    year: drawn.year,
    policy: '各地技术需求征集的共同要求；打分办法是本实训自定的',
    papers: papersOf(drawn),
    forms: [listForm('need', CELLS)],
    cells: listCells(CELLS).map((cell) => (MEASURED.has(cell.id) ? measured(cell, drawn.product) : cell)),
  }
}

/** A cell that is called by what is measured, and in which unit. */
function measured(cell: CellSpec, { measure, unit }: Product): CellSpec {
  return { ...cell, label: { ...cell.label, args: { measure, unit } } }
}

function broken(drawn: NeedCase, values: Values): string[] {
  const of = (id: string) => Number(values[id])
  const whole = drawn.runs.filter(({ isBroken }) => !isBroken).map(({ value }) => value)
  const count = (grade: string) => FIELDS.filter((field) => values[`draft-${field}`] === grade).length
  const rules: [string, boolean][] = [
    ['one run of five was broken off', whole.length === 4 && drawn.runs.length === 5],
    ['what there is lies among the whole runs', of('now') >= Math.min(...whole) && of('now') <= Math.max(...whole)],
    [
      'the broken run is below all others',
      drawn.runs.every(({ value, isBroken }) => !isBroken || value < Math.min(...whole)),
    ],
    ['the goal is beyond what there is', of('goal') * 10 === of('now') * drawn.factor && drawn.factor > 10],
    [
      'a piece may cost more than now, and less than twice',
      of('highest-cost') > drawn.unitCost && of('highest-cost') < 2 * drawn.unitCost,
    ],
    ['the budget holds all three', of('budget') - drawn.fee === sumFen([drawn.samples, drawn.testing])],
    ['the first payment is a part of the fee', of('first-payment') * 100 === drawn.fee * drawn.first],
    ['the score is ten a clear field and five a vague one', of('score') === count('clear') * 10 + count('vague') * 5],
    ['no draft is perfect, none is empty', of('score') > 0 && of('score') < 100],
    [
      'one sentence alone can be tested',
      SENTENCES.filter((number) => values[`sentence-${number}`] === 'tested').length === 1,
    ],
    ['it is the one to take', values[`sentence-${String(values['sentence-best']).slice(1)}`] === 'tested'],
  ]
  return rules.filter(([, holds]) => !holds).map(([rule]) => rule)
}
