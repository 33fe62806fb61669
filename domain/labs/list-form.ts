import type { CellKind, CellSpec, CellUnit, Form } from './lab-sheet'

/** A cell of a form without tables: id, step, concept, kind, unit. Its label is the word of the same name. */
export type ListCell = readonly [id: string, step: string, concept: string, kind: CellKind, unit?: CellUnit]

/** A form of lists, one for each step in the order in which the cells first name it. */
export function listForm(id: string, cells: readonly ListCell[]): Form {
  const steps = [...new Set(cells.map(([, step]) => step))]
  return {
    id,
    sections: steps.map((step) => ({
      layout: 'list',
      step,
      cells: cells.filter(([, of]) => of === step).map(([cell]) => cell),
    })),
  }
}

/** The cells of such a form. */
export function listCells(cells: readonly ListCell[]): CellSpec[] {
  return cells.map(([id, step, concept, kind, unit]) => ({
    id,
    step,
    concept,
    label: { text: id },
    ...(unit ? { unit } : {}),
    ...kind,
  }))
}
