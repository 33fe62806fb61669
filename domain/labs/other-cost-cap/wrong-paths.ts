import { type Fen, halfUp, toFen } from '../fen'
import { type CapSolution, type LimitRule, pooledLimit, solveCap, withAllowed } from './solve'

/** One project as it stands in the ledger, counted or not. */
export type ReadProject = {
  readonly id: string
  readonly five: Fen
  readonly other: Fen
  /** False for a capitalised project that is not finished. */
  readonly counts: boolean
}

/** What a learner who thinks this way writes into every cell. */
export type WrongPath = {
  readonly path: string
  readonly projects: readonly ReadProject[]
  readonly solution: CapSolution
}

const tenPercent: LimitRule = (five) => toFen(halfUp(BigInt(five), 10n))
const tenPercentOfAll: LimitRule = (five, other) => toFen(halfUp(BigInt(five) + BigInt(other), 10n))
const ninthOfAll: LimitRule = (five, other) => toFen(halfUp(BigInt(five) + BigInt(other), 9n))
const eleventh: LimitRule = (five) => toFen(halfUp(BigInt(five), 11n))

/**
 * The known wrong ways through the sheet, most telling first.
 *
 * - `forgot-exclusion`: a capitalised, unfinished project was counted (only when there is one)
 * - `ten-percent`: limit = five × 10 %
 * - `ten-percent-of-all`: limit = (five + other) × 10 %; `ninth-of-all`: that sum ÷ 9; `eleventh`: ÷ (1 + 10 %)
 * - `per-project`: each project capped by itself, the rule before 2021
 * - `no-cap`: all other cost taken; `limit-not-lower`: the limit taken although less was spent
 * - `six-kinds`: other cost added into kinds 1–5
 *
 * Source: facts, Lab B "wrong answers to detect".
 */
export function wrongPaths(projects: readonly ReadProject[]): WrongPath[] {
  const counted = projects.map((project) => (project.counts ? project : { ...project, five: 0, other: 0 }))
  const right = solveCap(counted)
  const six = counted.map((project) => ({ ...project, five: project.five + project.other }))
  const by = (path: string, rule: LimitRule): WrongPath => ({
    path,
    projects: counted,
    solution: solveCap(counted, rule),
  })
  const taking = (path: string, allowed: Fen): WrongPath => ({
    path,
    projects: counted,
    solution: withAllowed(right, allowed),
  })
  return [
    ...(projects.every((project) => project.counts)
      ? []
      : [{ path: 'forgot-exclusion', projects, solution: solveCap(projects, pooledLimit) }]),
    by('ten-percent', tenPercent),
    by('ten-percent-of-all', tenPercentOfAll),
    by('ninth-of-all', ninthOfAll),
    by('eleventh', eleventh),
    taking('per-project', right.oldAllowed),
    taking('no-cap', right.other),
    taking('limit-not-lower', right.limit),
    { path: 'six-kinds', projects: six, solution: solveCap(six) },
  ]
}
