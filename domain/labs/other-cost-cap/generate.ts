import { type Fen, sumFen } from '../fen'
import type { GradingKey, LabMode } from '../lab-sheet'
import { type SeededRandom, seededRandom } from '../seeded-random'
import { gradingKey, TOLERANCE_FEN } from './grade'
import { COMPANIES, PROJECTS, SUMMARIES } from './invented'
import {
  COST_KINDS,
  type CostKind,
  cellSpecs,
  countsThisYear,
  type LedgerLine,
  type LedgerProject,
  type OtherCostCapSheet,
} from './sheet'
import { solveCap } from './solve'
import { type ReadProject, wrongPaths } from './wrong-paths'

/** Raise it when the same seed would give another sheet. */
export const GENERATOR_VERSION = 1

/** A sheet for the learner and its secret key. */
export type GeneratedLab = { readonly sheet: OtherCostCapSheet; readonly key: GradingKey }

/**
 * Generates one sheet of Lab B with two to four invented projects; in some, one project is capitalised and unfinished.
 *
 * @param seed see `seededRandom`; the same seed, mode and version always give the same sheet and key
 * @param mode a certifying sheet is always telling: the cap binds, and every wrong way of taking the cap leads to another allowed
 *   amount, so that nobody passes without the rule. A practice sheet may also leave the other cost below the cap.
 *
 * Kinds 1–5 of a project: 100,000 to 3,000,000 yuan. Source: facts, Lab B "Random".
 */
export function generate(seed: string, mode: LabMode): GeneratedLab {
  const random = seededRandom(`other-cost-cap/${GENERATOR_VERSION}/${mode}/${seed}`)
  const company = random.pick(COMPANIES)
  const year = random.between(2024, 2025)
  let projects = drawProjects(random, year)
  while (mode === 'CERTIFYING' && !isTelling(projects.map(readProject))) projects = drawProjects(random, year)
  const cells = cellSpecs(projects.map((project) => project.id))
  const sheet: OtherCostCapSheet = { generator: 'other-cost-cap', company, year, policy: 'CIT-2023+', projects, cells }
  return { sheet, key: gradingKey(projects.map(readProject)) }
}

/** The two figures of a project that the learner has to find in its ledger. */
export function readProject(project: LedgerProject): ReadProject {
  const total = (isOther: boolean) =>
    sumFen(project.lines.filter((line) => (line.kind === 'OTHER') === isOther).map((line) => line.amount))
  return { id: project.id, five: total(false), other: total(true), counts: countsThisYear(project) }
}

function isTelling(projects: readonly ReadProject[]): boolean {
  const right = solveCap(projects.map((project) => (project.counts ? project : { five: 0, other: 0 })))
  const others = wrongPaths(projects).filter(({ path }) => path !== 'limit-not-lower')
  return (
    right.limit < right.other &&
    others.every(({ solution }) => Math.abs(solution.allowed - right.allowed) > 2 * TOLERANCE_FEN)
  )
}

function drawProjects(random: SeededRandom, year: number): LedgerProject[] {
  const names = random.sample(PROJECTS, random.between(2, 4))
  const excluded = names.length > 2 && random.chance(50) ? random.between(0, names.length - 1) : -1
  const isClean = random.chance(50)
  return names.map((name, index) => {
    const capitalised = index === excluded
    return {
      id: `p${index + 1}`,
      code: `RD-${year}-${String(index + 1).padStart(2, '0')}`,
      name,
      treatment: capitalised ? 'CAPITALISED' : 'EXPENSED',
      status: capitalised || random.chance(40) ? 'UNFINISHED' : 'FINISHED',
      lines: drawLines(random, year, isClean),
    } as const
  })
}

function drawLines(random: SeededRandom, year: number, isClean: boolean): LedgerLine[] {
  const five = isClean ? random.between(112, 3333) * 90_000 : random.between(10_000_000, 300_000_000)
  const other = Math.floor((five * random.between(20, 150)) / 1000 / 100) * 100
  const lines = [...drawFive(random, five), ...drawParts(random, 'OTHER', other, random.between(2, 4))]
  const days = lines
    .map(() => [random.between(1, 12), random.between(1, 28)] as const)
    .sort(([a, b], [c, d]) => a - c || b - d)
  return random.sample(lines, lines.length).map((line, index) => {
    const [month, day] = days[index] as readonly [number, number]
    const on = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    return { on, voucher: `记-${String(day * 6 + random.between(0, 5)).padStart(3, '0')}`, ...line }
  })
}

type Part = Pick<LedgerLine, 'kind' | 'summary' | 'amount'>

function drawFive(random: SeededRandom, total: Fen): Part[] {
  const kinds = COST_KINDS.filter(
    (kind) => kind !== 'OTHER' && (kind === 'LABOR' || kind === 'DIRECT' || random.chance(75)),
  )
  const shares = kinds.map((kind) => (kind === 'LABOR' ? random.between(40, 60) : random.between(5, 25)))
  const amounts = split(total, shares)
  return kinds.flatMap((kind, index) =>
    drawParts(random, kind, amounts[index] as Fen, kind === 'LABOR' || kind === 'DIRECT' ? random.between(1, 3) : 1),
  )
}

function drawParts(random: SeededRandom, kind: CostKind, total: Fen, count: number): Part[] {
  const summaries = random.sample(SUMMARIES[kind], count)
  const amounts = split(
    total,
    summaries.map(() => random.between(20, 60)),
  )
  return summaries.map((summary, index) => ({ kind, summary, amount: amounts[index] as Fen }))
}

/** Splits an amount by shares into positive whole-yuan parts; the last part takes the rest, so the sum is exact. */
function split(total: Fen, shares: readonly number[]): Fen[] {
  const sum = shares.reduce((all, share) => all + share, 0)
  const heads = shares.slice(0, -1).map((share) => Math.floor((total * share) / sum / 100) * 100)
  return [...heads, total - heads.reduce((all, head) => all + head, 0)]
}
