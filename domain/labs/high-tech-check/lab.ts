import type { Values } from '../grading-key'
import { defineLab, type LabDefinition } from '../lab'
import type { CellKind, SheetBody } from '../lab-sheet'
import { type ListCell, listCells, listForm } from '../list-form'
import type { CheckCase } from './check-case'
import { drawCase } from './draw'
import { papersOf } from './papers'
import { bandPoints, checkWays, SLIPS, type Slip, solveCheck } from './solve'

const PERCENT: CellKind = { kind: 'decimal', scale: 2 }
const YES_NO: CellKind = { kind: 'yes-no' }
const WHOLE: CellKind = { kind: 'integer' }
const BAND: CellKind = { kind: 'choice', options: ['a', 'b', 'c', 'd', 'e', 'f'] }

/** The cells in the order of the form. */
const CELLS: readonly ListCell[] = [
  ['threshold', 'ratios', 'rd-ratio', { kind: 'choice', options: ['p5', 'p4', 'p3'] }],
  ['rd', 'ratios', 'rd-ratio', PERCENT, 'percent'],
  ['rd-pass', 'ratios', 'rd-ratio', YES_NO],
  ['domestic', 'ratios', 'rd-ratio', PERCENT, 'percent'],
  ['domestic-pass', 'ratios', 'rd-ratio', YES_NO],
  ['staff', 'ratios', 'staff-ratio', PERCENT, 'percent'],
  ['staff-pass', 'ratios', 'staff-ratio', YES_NO],
  ['total', 'ratios', 'income-ratio', WHOLE, 'wan'],
  ['income', 'ratios', 'income-ratio', PERCENT, 'percent'],
  ['income-pass', 'ratios', 'income-ratio', YES_NO],
  ['assets-growth', 'growth', 'growth', PERCENT, 'percent'],
  ['assets-band', 'growth', 'growth', BAND],
  ['sales-growth', 'growth', 'growth', PERCENT, 'percent'],
  ['sales-band', 'growth', 'growth', BAND],
  ['score-ip', 'verdict', 'score', WHOLE],
  ['score', 'verdict', 'score', WHOLE],
  ['score-pass', 'verdict', 'score', YES_NO],
  ['eligible', 'verdict', 'score', YES_NO],
]

const CORE: readonly Slip[] = [
  'sales-as-denominator',
  'mean-of-ratios',
  'heads-at-year-end',
  'last-year-growth',
  'three-years-growth',
]

/** Lab F: would the company be recognised as a high-tech enterprise? Source: facts, sections 2.2–2.4 and 9 "Lab F". */
export const highTechCheckDefinition: LabDefinition<CheckCase> = {
  name: 'high-tech-check',
  version: 1,
  draw: drawCase,
  sheetOf,
  solve: (drawn) => solveCheck(drawn),
  ways: checkWays,
  paths: SLIPS,
  core: CORE,
  decisive: ['ratios', 'verdict'],
  given: () => [],
  check: (drawn, values) => broken(drawn, values),
}

export const highTechCheck = defineLab(highTechCheckDefinition)

function sheetOf(drawn: CheckCase): SheetBody {
  return {
    company: drawn.company,
    year: drawn.year,
    policy: '国科发火〔2016〕32号、195号',
    papers: papersOf(drawn),
    forms: [listForm('self-check', CELLS)],
    cells: listCells(CELLS),
  }
}

function broken(drawn: CheckCase, values: Values): string[] {
  const of = (id: string) => Number(values[id])
  const isYes = (id: string) => values[id] === 'yes'
  const sum = (parts: readonly number[]) => parts.reduce((all, part) => all + part, 0)
  const rules: [string, boolean][] = [
    ['all points together are 0 to 100', of('score') >= 0 && of('score') <= 100 && of('score') === sum(drawn.points)],
    ['seventy points are not enough', isYes('score-pass') === of('score') >= 71],
    ['intellectual property has at most 30 points', of('score-ip') <= 30],
    [
      'a company is eligible only with every condition',
      !isYes('eligible') || ['rd', 'domestic', 'staff', 'income', 'score'].every((id) => isYes(`${id}-pass`)),
    ],
    ['what is at home is within all R&D', drawn.rdDomestic <= sum(drawn.rd)],
    ['high-tech income is within all income', drawn.highTech <= of('total')],
    ['a figure well over the limit passes', of('income') < 6_001 || isYes('income-pass')],
    ['a figure well below the limit does not', of('staff') > 999 || !isYes('staff-pass')],
    [
      'the points for growth fit its band',
      ['assets', 'sales'].every((id, at) => fits(drawn.points[7 + at], values[`${id}-band`])),
    ],
    ['every year has sales', drawn.sales.every((one) => one > 0) && drawn.netAssets.every((one) => one > 0)],
  ]
  return rules.filter(([, holds]) => !holds).map(([rule]) => rule)
}

function fits(points: number | undefined, band: unknown): boolean {
  const [least, most] = bandPoints(String(band))
  return points !== undefined && points >= least && points <= most
}
