import type { Fen } from '../fen'
import type { Values } from '../grading-key'
import { defineLab, type LabDefinition } from '../lab'
import type { CellSpec, CellValue, Form, Say, SheetBody } from '../lab-sheet'
import { type AllocationCase, costOf, type Hours } from './allocation-case'
import { drawCase } from './draw'
import { papersOf } from './papers'
import { SLIPS, type Slip, solveAllocation } from './solve'

const CORE: readonly Slip[] = [
  'clerk-counted',
  'fee-counted',
  'unrecorded-counted',
  'building-counted',
  'equal-halves',
  'rd-hours-only',
]
const SUMS = ['labor', 'depreciation'] as const
const SIDES = ['a', 'b'] as const

/** Lab D: people and equipment allotted to projects by hours. Source: facts, sections 1.5, 1.9 and 9 "Lab D". */
export const hoursAllocationDefinition: LabDefinition<AllocationCase> = {
  name: 'hours-allocation',
  version: 1,
  draw: drawCase,
  sheetOf,
  solve: (drawn) => solveAllocation(drawn),
  ways: (drawn) => SLIPS.map((path) => ({ path, values: solveAllocation(drawn, path) })),
  paths: SLIPS,
  core: CORE,
  decisive: ['sums'],
  given,
  check: (drawn, values) => broken(drawn, values),
  follow: (_sheet, cell, answers) => follow(cell, answers),
}

export const hoursAllocation = defineLab(hoursAllocationDefinition)

function sheetOf(drawn: AllocationCase): SheetBody {
  const { company, year, projects, workers, assets } = drawn
  const rowCells = (id: string, name: string, step: string, concept: string) =>
    SIDES.map((side) =>
      money(`${id}-${side}`, step, concept, { text: `part-${side}`, args: { name, project: projects[side] } }),
    )
  return {
    company,
    year,
    policy: '2023 年起的加计扣除政策（CIT-2023+）',
    papers: papersOf(drawn),
    forms: [form(drawn)],
    cells: [
      ...workers.flatMap(({ id, name }) => rowCells(id, name, 'people', 'share-people')),
      ...assets.flatMap(({ id, name }) => rowCells(id, name, 'equipment', 'share-equipment')),
      ...SUMS.flatMap((sum) =>
        SIDES.map((side) =>
          money(`${sum}-${side}`, 'sums', sum === 'labor' ? 'share-people' : 'share-equipment', {
            text: `${sum}-${side}`,
            args: { project: projects[side] },
          }),
        ),
      ),
    ],
  }
}

function money(id: string, step: string, concept: string, label: Say): CellSpec {
  return { id, step, concept, label, kind: 'money', unit: 'yuan' }
}

function form({ projects, workers, assets }: AllocationCase): Form {
  const columns = (head: string): Say[] => [
    { text: head },
    ...SIDES.map((side) => ({ text: `project-${side}`, args: { project: projects[side] } })),
  ]
  const row = (id: string, head: Say) => ({ head, entries: SIDES.map((side) => ({ cell: `${id}-${side}` })) })
  const named = ({ id, name }: { id: string; name: string }) => row(id, { text: 'name', args: { name } })
  return {
    id: 'allocation',
    sections: [
      { layout: 'table', step: 'people', columns: columns('person'), rows: workers.map(named) },
      { layout: 'table', step: 'equipment', columns: columns('asset'), rows: assets.map(named) },
      {
        layout: 'table',
        step: 'sums',
        columns: columns('kind'),
        rows: SUMS.map((sum) => row(sum, { text: `${sum}-row` })),
      },
    ],
  }
}

/** Where the whole month belongs to one project, the cost itself is the answer; so is the sum when nothing else comes to it. */
function given({ workers, assets }: AllocationCase): string[] {
  const whole = ({ id, a, b, total }: Hours & { id: string }) => [
    ...(a === total ? [`${id}-a`] : []),
    ...(b === total ? [`${id}-b`] : []),
  ]
  const sole = SIDES.filter((side) => assets.filter((one) => one.kind !== 'building' && one[side] > 0).length === 1)
  return [...workers, ...assets].flatMap(whole).concat(sole.map((side) => `depreciation-${side}`))
}

function broken({ workers, assets }: AllocationCase, values: Values): string[] {
  const of = (id: string) => Number(values[id])
  const sum = (ids: readonly { id: string }[], side: string) =>
    ids.reduce((all, { id }) => all + of(`${id}-${side}`), 0)
  const rules: [string, boolean][] = [
    [
      'recorded hours are within the attendance',
      [...workers, ...assets].every((one) => one.a + one.b + one.other <= one.total),
    ],
    // Two halves of a fen may both be rounded up.
    [
      'nobody brings more than they cost',
      workers.every((one) => of(`${one.id}-a`) + of(`${one.id}-b`) <= costOf(one) + 1),
    ],
    [
      'no asset brings more than its depreciation',
      assets.every((one) => of(`${one.id}-a`) + of(`${one.id}-b`) <= one.depreciation + 1),
    ],
    ['who has no hours brings nothing', workers.every((one) => one.a > 0 || of(`${one.id}-a`) === 0)],
    [
      'office work and buildings bring nothing',
      [...workers.filter(({ role }) => role === 'clerk'), ...assets.filter(({ kind }) => kind === 'building')].every(
        ({ id }) => of(`${id}-a`) + of(`${id}-b`) === 0,
      ),
    ],
    [
      'the rows are the sums',
      SIDES.every(
        (side) => sum(workers, side) === of(`labor-${side}`) && sum(assets, side) === of(`depreciation-${side}`),
      ),
    ],
  ]
  return rules.filter(([, holds]) => !holds).map(([rule]) => rule)
}

/** The sums of the learner's own rows; nothing else follows from earlier cells. */
function follow(cell: string, answers: Readonly<Record<string, CellValue | null>>): Fen | null {
  const match = /^(labor|depreciation)-(a|b)$/.exec(cell)
  if (!match) return null
  const [, sum, side] = match
  const rows = Object.keys(answers).filter((id) => new RegExp(`^${sum === 'labor' ? 'p' : 'e'}\\d+-${side}$`).test(id))
  return rows.reduce<Fen | null>((all, id) => {
    const amount = answers[id]
    return all === null || typeof amount !== 'number' ? null : all + amount
  }, 0)
}
