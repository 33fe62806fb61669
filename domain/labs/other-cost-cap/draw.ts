import { type Fen, sumFen } from '../fen'
import type { LabMode } from '../lab-sheet'
import type { SeededRandom } from '../seeded-random'
import { COMPANIES, PROJECTS, SUMMARIES } from './invented'
import { type CapCase, COST_KINDS, type CostKind, countsThisYear, type LedgerLine, type LedgerProject } from './ledger'
import type { ReadProject } from './wrong-paths'

/**
 * Draws a case of Lab B: two to four invented projects; in some, one project is capitalised and unfinished.
 *
 * Kinds 1–5 of a project: 100,000 to 3,000,000 yuan; other cost 2 to 15 % of them. Among practice sheets one in ten meets the limit
 * exactly. Source: facts, Lab B "Random".
 */
export function drawCase(random: SeededRandom, mode: LabMode): CapCase {
  const company = random.pick(COMPANIES)
  const year = random.between(2024, 2025)
  const meetsLimit = mode === 'PRACTICE' && random.chance(10)
  const names = random.sample(PROJECTS, meetsLimit ? 2 : random.between(2, 4))
  const excluded = names.length > 2 && random.chance(50) ? random.between(0, names.length - 1) : -1
  const isClean = meetsLimit || random.chance(50)
  const projects = names.map((name, index): LedgerProject => {
    const capitalised = index === excluded
    return {
      id: `p${index + 1}`,
      code: `RD-${year}-${String(index + 1).padStart(2, '0')}`,
      name,
      treatment: capitalised ? 'CAPITALISED' : 'EXPENSED',
      status: capitalised || random.chance(40) ? 'UNFINISHED' : 'FINISHED',
      lines: drawLines(random, year, isClean, sharesOf(mode, meetsLimit)),
    }
  })
  return { company, year, projects }
}

/** The two figures of a project that the learner has to find in its ledger. */
export function readProject(project: LedgerProject): ReadProject {
  const total = (isOther: boolean) =>
    sumFen(project.lines.filter((line) => (line.kind === 'OTHER') === isOther).map((line) => line.amount))
  return { id: project.id, five: total(false), other: total(true), counts: countsThisYear(project) }
}

/** Least and most other cost, in thousandths of kinds 1–5; null for exactly a ninth. The cap binds on every certifying sheet. */
function sharesOf(mode: LabMode, meetsLimit: boolean): readonly [number, number] | null {
  if (meetsLimit) return null
  return mode === 'CERTIFYING' ? [80, 150] : [20, 150]
}

function drawLines(
  random: SeededRandom,
  year: number,
  isClean: boolean,
  shares: readonly [number, number] | null,
): LedgerLine[] {
  const five = isClean ? random.between(112, 3333) * 90_000 : random.between(10_000_000, 300_000_000)
  const other = shares ? Math.floor((five * random.between(...shares)) / 1000 / 100) * 100 : five / 9
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
