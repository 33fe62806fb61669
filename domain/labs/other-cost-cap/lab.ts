import { joined } from '../joined'
import type { Fen } from '../fen'
import type { Values, Way } from '../grading-key'
import { defineLab, type LabDefinition } from '../lab'
import { drawCase, readProject } from './draw'
import { follow } from './follow'
import type { CapCase } from './ledger'
import { sheetOf } from './sheet'
import { type CapSolution, solveCap } from './solve'
import { readVersion1 } from './version-1'
import { type ReadProject, wrongPaths } from './wrong-paths'

/** Lab B: the cap on other related expenses. Source: facts, sections 1.6 and 9 "Lab B". */
export const otherCostCapDefinition: LabDefinition<CapCase> = {
  name: 'other-cost-cap',
  version: 2,
  draw: drawCase,
  sheetOf,
  solve: ({ projects }) => valuesOf(...solved(projects.map(readProject))),
  ways: ({ projects }) => waysOf(projects.map(readProject)),
  paths: [
    'forgot-exclusion',
    'ten-percent',
    'ten-percent-of-all',
    'ninth-of-all',
    'eleventh',
    'per-project',
    'no-cap',
    'limit-not-lower',
    'six-kinds',
  ],
  core: ['ten-percent', 'ten-percent-of-all', 'ninth-of-all', 'eleventh', 'per-project', 'no-cap', 'six-kinds'],
  decisive: [],
  // A project's subtotal of kind 6 is printed; reading it is the exercise.
  given: ({ projects }) => projects.map(({ id }) => `${id}-other`),
  check: (_drawn, values) => broken(values),
  follow: (_sheet, cell, answers) => follow(cell, answers),
  readStored: readVersion1,
}

export const otherCostCap = defineLab(otherCostCapDefinition)

function solved(projects: readonly ReadProject[]): [readonly ReadProject[], CapSolution] {
  const counted = projects.map((project) => (project.counts ? project : { ...project, five: 0, other: 0 }))
  return [counted, solveCap(counted)]
}

function waysOf(projects: readonly ReadProject[]): Way[] {
  return wrongPaths(projects).map((wrong) => ({ path: wrong.path, values: valuesOf(wrong.projects, wrong.solution) }))
}

/** The amounts of a solution by cell id, for projects in the order given. */
export function valuesOf(
  projects: readonly { readonly id: string; readonly five: Fen; readonly other: Fen }[],
  solution: CapSolution,
): Record<string, Fen> {
  const { five, other, limit, allowed, cut, base, oldAllowed, gain } = solution
  const read: Record<string, Fen> = {}
  for (const project of projects) {
    read[`${project.id}-five`] = project.five
    read[`${project.id}-other`] = project.other
  }
  return joined(read, { five, other, limit, allowed, cut, base, 'old-allowed': oldAllowed, gain })
}

function broken(values: Values): string[] {
  const of = (id: string) => Number(values[id])
  const rules: [string, boolean][] = [
    [
      'allowed is neither above the limit nor above what was spent',
      of('allowed') <= Math.min(of('limit'), of('other')),
    ],
    ['allowed and cut are what was spent', of('allowed') + of('cut') === of('other')],
    ['kinds 1–5 and what is allowed are the base', of('five') + of('allowed') === of('base')],
    ['allowed is at most a tenth of the base, but for rounding', of('allowed') * 10 <= of('base') + 10],
    ['nothing is negative', ['five', 'other', 'limit', 'allowed', 'cut', 'old-allowed'].every((id) => of(id) >= 0)],
  ]
  return rules.filter(([, holds]) => !holds).map(([rule]) => rule)
}
