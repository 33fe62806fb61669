import type { CellKind, CellSpec, CellUnit, Form, Say, SheetBody } from '../lab-sheet'
import { papersOf } from './papers'
import { SUMS } from './solve'
import { CLASSES, type Line, LINES, type WholeCase } from './whole-case'

/** The document of each line, its concept, and whether a known wrong way gets it wrong: those are decisive, which the form does not show. */
const ABOUT: Record<Line, { paper: string; concept: string; isKey: boolean }> = {
  engineer: { paper: 'payroll', concept: 'hours', isKey: true },
  technician: { paper: 'payroll', concept: 'hours', isKey: true },
  clerk: { paper: 'payroll', concept: 'tax-and-statistics', isKey: true },
  material: { paper: 'material', concept: 'public-money', isKey: true },
  testing: { paper: 'testing', concept: 'kinds', isKey: false },
  instrument: { paper: 'depreciation', concept: 'hours', isKey: true },
  building: { paper: 'depreciation', concept: 'tax-and-statistics', isKey: true },
  software: { paper: 'software', concept: 'kinds', isKey: false },
  design: { paper: 'design', concept: 'kinds', isKey: false },
  expert: { paper: 'expert', concept: 'kinds', isKey: false },
  patent: { paper: 'patent', concept: 'kinds', isKey: false },
  'after-sales': { paper: 'after-sales', concept: 'kinds', isKey: true },
  commission: { paper: 'commission', concept: 'commissioned', isKey: false },
}

type Amount = readonly [id: string, step: string, concept: string]

const SUMMARY: readonly Amount[] = [
  ...SUMS.map((kind): Amount => [`sum-${kind}`, 'summary', 'ledger-to-summary']),
  ['five', 'summary', 'ledger-to-summary'],
  ['limit', 'cap', 'other-cap'],
  ['other-allowed', 'cap', 'other-cap'],
  ['own', 'cap', 'other-cap'],
]
const CLAIM: readonly Amount[] = [
  ['domestic', 'claim', 'commissioned'],
  ['total', 'claim', 'claim'],
  ['extra', 'claim', 'claim'],
  ['saving', 'claim', 'claim'],
]
const STATISTICS: readonly Amount[] = [
  ...SUMS.map((kind): Amount => [`stat-${kind}`, 'statistics', 'tax-and-statistics']),
  ['stat-total', 'statistics', 'tax-and-statistics'],
]

/** The documents of the quarter, and the four forms they go into one after the other. */
export function sheetOf(one: WholeCase): SheetBody {
  const papers = papersOf(one)
  const titles = new Map(papers.map(({ id, title }) => [id, title]))
  return {
    company: one.company,
    year: one.year,
    policy: '2023 年起的加计扣除政策（CIT-2023+）',
    papers,
    forms: [ledger(titles), list('summary', SUMMARY), list('claim', CLAIM), list('statistics', STATISTICS)],
    cells: [
      ...LINES.flatMap(lineCells),
      ...[...SUMMARY, ...CLAIM].map((about) => amount(about, { kind: 'money' }, 'yuan')),
      ...STATISTICS.map((about) => amount(about, { kind: 'integer' }, 'thousand-yuan')),
    ],
    given: {
      clerk: one.clerk.wage + one.clerk.insurance,
      nontax: one.nontax,
      building: one.building,
      taxPercent: one.taxPercent,
      isLoss: one.income < 0 ? 1 : 0,
    },
  }
}

function lineCells(line: Line): CellSpec[] {
  const { concept, isKey } = ABOUT[line]
  const step = isKey ? 'key' : 'ledger'
  const label = (part: string): Say => ({ text: `line-${part}`, args: { no: `${LINES.indexOf(line) + 1}` } })
  return [
    { id: `${line}-class`, step, concept, label: label('class'), kind: 'choice', options: CLASSES },
    { id: `${line}-amount`, step, concept, label: label('amount'), kind: 'money', unit: 'yuan' },
  ]
}

function ledger(titles: ReadonlyMap<string, string>): Form {
  return {
    id: 'ledger',
    title: { text: 'ledger' },
    sections: [
      {
        layout: 'table',
        step: 'ledger',
        columns: ['line', 'class', 'amount'].map((text): Say => ({ text })),
        rows: LINES.map((line, index) => ({
          head: { text: line, args: { no: `${index + 1}`, title: titles.get(ABOUT[line].paper) ?? '' } },
          paper: ABOUT[line].paper,
          entries: [{ cell: `${line}-class` }, { cell: `${line}-amount` }],
        })),
      },
    ],
  }
}

function list(id: string, amounts: readonly Amount[]): Form {
  const steps = [...new Set(amounts.map(([, step]) => step))]
  return {
    id,
    title: { text: id },
    sections: steps.map((step) => ({
      layout: 'list',
      step,
      cells: amounts.filter(([, of]) => of === step).map(([cell]) => cell),
    })),
  }
}

function amount([id, step, concept]: Amount, kind: CellKind, unit: CellUnit): CellSpec {
  return { id, step, concept, label: { text: id }, unit, ...kind }
}
