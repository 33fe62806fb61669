import type { Values } from '../grading-key'
import { defineLab, type LabDefinition } from '../lab'
import type { CellKind, CellSpec, CellUnit, CellValue, Say, SheetBody } from '../lab-sheet'
import { drawCase, isWithinYear } from './draw'
import { papersOf } from './papers'
import { SLIPS, type Slip, solveStatistics, statisticsWays } from './solve'
import { ENTRIES, FINDINGS, type StatisticsCase } from './statistics-case'

const CORE: readonly Slip[] = [
  'below-ten-counted',
  'full-only-at-hundred',
  'heads-as-equivalents',
  'support-left-out',
  'twelve-months-each',
  'nothing-found',
  'failed-left-out',
  'repetition-as-error',
]

const TWO: CellKind = { kind: 'decimal', scale: 2 }
const ONE: CellKind = { kind: 'decimal', scale: 1 }
const WHOLE: CellKind = { kind: 'integer' }
const TOTALS: readonly [id: string, kind: CellKind, unit: CellUnit][] = [
  ['heads', WHOLE, 'persons'],
  ['full', WHOLE, 'persons'],
  ['part', WHOLE, 'persons'],
  ['fte', TWO, 'person-years'],
]

/** Lab E: full-time equivalents, and forms 107-1 and 107-2 with their checks. Source: facts, sections 4.2–4.4 and 9 "Lab E". */
export const rdStatisticsDefinition: LabDefinition<StatisticsCase> = {
  name: 'rd-statistics',
  version: 1,
  draw: drawCase,
  sheetOf,
  solve: (drawn) => solveStatistics(drawn),
  ways: statisticsWays,
  paths: SLIPS,
  core: CORE,
  decisive: ['totals', 'project', 'check'],
  given: () => [],
  check: (drawn, values) => broken(drawn, values),
  follow: (_sheet, cell, answers) => follow(cell, answers),
}

export const rdStatistics = defineLab(rdStatisticsDefinition)

function sheetOf(drawn: StatisticsCase): SheetBody {
  const cells = [...personCells(drawn), ...totalCells(), ...projectCells(), ...checkCells()]
  const idsOf = (step: string) => cells.filter((cell) => cell.step === step).map(({ id }) => id)
  return {
    company: drawn.company,
    year: drawn.year,
    policy: '企业研发统计（107-1、107-2 表，以统计部门当年报表制度为准）',
    papers: papersOf(drawn),
    forms: [
      {
        id: 'statistics',
        sections: [
          {
            layout: 'table',
            step: 'people',
            columns: [{ text: 'person' }, { text: 'class' }, { text: 'fte' }],
            rows: drawn.people.map(({ id, name }) => ({
              head: { text: 'name', args: { name } },
              entries: [{ cell: `${id}-class` }, { cell: `${id}-fte` }],
            })),
          },
          { layout: 'list', step: 'totals', cells: idsOf('totals') },
          {
            layout: 'table',
            step: 'project',
            columns: [{ text: 'project' }, { text: 'project-heads' }, { text: 'project-months' }],
            rows: ['p1', 'p2'].map((id) => ({
              head: { text: id },
              entries: [{ cell: `${id}-heads` }, { cell: `${id}-months` }],
            })),
          },
          { layout: 'list', step: 'check', cells: idsOf('check') },
        ],
      },
    ],
    cells,
  }
}

type Rest = { step: string; concept: string; label: Say; unit?: CellUnit }

function spec(id: string, kind: CellKind, rest: Rest): CellSpec {
  return { id, ...rest, ...kind }
}

function personCells({ people }: StatisticsCase): CellSpec[] {
  return people.flatMap(({ id, name }) => [
    spec(
      `${id}-class`,
      { kind: 'choice', options: ['full', 'part', 'none'] },
      { step: 'people', concept: 'rd-persons', label: { text: 'class', args: { name } } },
    ),
    spec(`${id}-fte`, TWO, {
      step: 'people',
      concept: 'fte',
      label: { text: 'fte', args: { name } },
      unit: 'person-years',
    }),
  ])
}

function totalCells(): CellSpec[] {
  return TOTALS.map(([id, kind, unit]) =>
    spec(id, kind, {
      step: 'totals',
      concept: id === 'fte' ? 'fte' : 'rd-persons',
      label: { text: `total-${id}` },
      unit,
    }),
  )
}

function projectCells(): CellSpec[] {
  return (['p1', 'p2'] as const).flatMap((id) => [
    spec(`${id}-heads`, WHOLE, {
      step: 'project',
      concept: 'person-months',
      label: { text: 'heads', args: { project: id.toUpperCase() } },
      unit: 'persons',
    }),
    spec(`${id}-months`, ONE, {
      step: 'project',
      concept: 'person-months',
      label: { text: 'months', args: { project: id.toUpperCase() } },
      unit: 'months',
    }),
  ])
}

function checkCells(): CellSpec[] {
  const finds = ENTRIES.map(([entry]) =>
    spec(
      `find-${entry}`,
      { kind: 'choice', options: FINDINGS },
      { step: 'check', concept: 'form-checks', label: { text: `find-${entry}` } },
    ),
  )
  return [
    ...finds,
    spec('cost-total', WHOLE, {
      step: 'check',
      concept: 'form-checks',
      label: { text: 'cost-total' },
      unit: 'thousand-yuan',
    }),
  ]
}

function broken({ people, planted }: StatisticsCase, values: Values): string[] {
  const of = (id: string) => Number(values[id])
  const found = ENTRIES.filter(([entry]) => values[`find-${entry}`] !== 'ok')
  const rules: [string, boolean][] = [
    ['nobody has more than twelve months', isWithinYear(people)],
    ['full-time and part-time are the R&D persons', of('full') + of('part') === of('heads')],
    [
      'equivalents lie between full-time and all heads',
      of('fte') >= of('full') * 100 && of('fte') <= of('heads') * 100,
    ],
    [
      'person-months are at most twelve a head',
      ['p1', 'p2'].every((id) => of(`${id}-months`) <= of(`${id}-heads`) * 120),
    ],
    [
      'every planted mistake is to be found, and only those',
      found.length === planted.length && found.every(([entry]) => planted.includes(entry)),
    ],
    ['five to seven mistakes are planted', planted.length >= 5 && planted.length <= 7],
    ['the person whose months are quoted is on both projects', people.some(({ p1, p2 }) => p1 > 0 && p2 > 0)],
  ]
  return rules.filter(([, holds]) => !holds).map(([rule]) => rule)
}

/** Totals of the learner's own rows. */
function follow(cell: string, answers: Readonly<Record<string, CellValue | null>>): number | null {
  const own = (part: string) =>
    Object.keys(answers)
      .filter((id) => new RegExp(`^n\\d+-${part}$`).test(id))
      .map((id) => answers[id])
  const classes = own('class')
  if (classes.includes(null)) return null
  if (cell === 'heads') return classes.filter((one) => one !== 'none').length
  if (cell === 'full' || cell === 'part') return classes.filter((one) => one === cell).length
  if (cell !== 'fte') return null
  return own('fte').reduce<number | null>((sum, one) => (sum === null || typeof one !== 'number' ? null : sum + one), 0)
}
