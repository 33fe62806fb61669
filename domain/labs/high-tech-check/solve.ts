import { halfUp } from '../fen'
import type { Values, Way } from '../grading-key'
import type { CheckCase } from './check-case'

/** The known wrong ways, most telling first. */
export const SLIPS = [
  'sales-as-denominator',
  'nontax-left-in',
  'mean-of-ratios',
  'heads-at-year-end',
  'last-year-growth',
  'three-years-growth',
  'threshold-by-mean',
  'threshold-below-limit',
  'seventy-passes',
] as const
export type Slip = (typeof SLIPS)[number]

/** Two whole numbers as a fraction; the denominator is above zero. */
type Ratio = readonly [top: number, bottom: number]

/** A ratio in hundredths of a percent, half-up once. */
export function basisPoints([top, bottom]: Ratio): number {
  return Number(halfUp(BigInt(top) * 10_000n, BigInt(bottom)))
}

/** True when a ratio reaches a percentage, compared by cross-multiplication and never by its rounded figure. */
export function reaches([top, bottom]: Ratio, percent: number): boolean {
  return BigInt(top) * 100n >= BigInt(percent) * BigInt(bottom)
}

/** The share of R&D that the latest year's sales ask for, in percent. Source: facts, section 2.2. */
export function thresholdOf(sales: number): 3 | 4 | 5 {
  if (sales <= 5_000) return 5
  return sales <= 20_000 ? 4 : 3
}

/** `½ (Y2/Y1 + Y3/Y2) − 1` as one fraction. Source: facts, section 2.4. */
export function growthOf([first, second, third]: CheckCase['sales']): Ratio {
  return [second * second + third * first - 2 * first * second, 2 * first * second]
}

const BANDS = [
  ['a', 35],
  ['b', 25],
  ['c', 15],
  ['d', 5],
] as const

/** The band of a growth: A from 35 %, B 25 %, C 15 %, D 5 %, E above zero, F otherwise. */
export function bandOf(growth: Ratio): string {
  const found = BANDS.find(([, percent]) => reaches(growth, percent))
  if (found) return found[0]
  return growth[0] > 0 ? 'e' : 'f'
}

/** Least and most points of a band: A 9–10, B 7–8, C 5–6, D 3–4, E 1–2, F 0. Source: facts, section 2.4. */
export function bandPoints(band: string): readonly [number, number] {
  const at = 'fedcba'.indexOf(band)
  return at === 0 ? [0, 0] : [at * 2 - 1, at * 2]
}

/** Every value of the sheet by cell id; percentages in hundredths. `slip` is only for recognising wrong ways. */
export function solveCheck(one: CheckCase, slip?: Slip): Values {
  const ratios = solveRatios(one, slip)
  const score = one.points.reduce((sum, points) => sum + points, 0)
  const passes = slip === 'seventy-passes' ? score >= 70 : score > 70
  const isEligible = passes && ['rd', 'domestic', 'staff', 'income'].every((id) => ratios[`${id}-pass`] === 'yes')
  const [assets, sales] = [growth(one.netAssets, slip), growth(one.sales, slip)]
  return {
    ...ratios,
    'assets-growth': basisPoints(assets),
    'assets-band': bandOf(assets),
    'sales-growth': basisPoints(sales),
    'sales-band': bandOf(sales),
    'score-ip': one.points.slice(0, 5).reduce((sum, points) => sum + points, 0),
    score,
    'score-pass': yes(passes),
    eligible: yes(isEligible),
  }
}

/** What the known wrong ways write into every cell. */
export function checkWays(one: CheckCase): Way[] {
  return SLIPS.map((path) => ({ path, values: solveCheck(one, path) }))
}

function solveRatios(one: CheckCase, slip?: Slip): Record<string, number | string> {
  const threshold = solveThreshold(one, slip)
  const rd = slip === 'mean-of-ratios' ? meanRatio(one) : ([sum(one.rd), sum(one.sales)] as const)
  const domestic = [one.rdDomestic, sum(one.rd)] as const
  const staff =
    slip === 'heads-at-year-end'
      ? ([one.scientistsAtEnd, one.staffAtEnd] as const)
      : ([one.scientists, one.staff] as const)
  const total = one.gross - (slip === 'nontax-left-in' ? 0 : one.nontax)
  const income = [one.highTech, slip === 'sales-as-denominator' ? one.sales[2] : total] as const
  return {
    threshold: `p${threshold}`,
    rd: basisPoints(rd),
    'rd-pass': yes(reaches(rd, threshold)),
    domestic: basisPoints(domestic),
    'domestic-pass': yes(reaches(domestic, 60)),
    staff: basisPoints(staff),
    'staff-pass': yes(reaches(staff, 10)),
    total,
    income: basisPoints(income),
    'income-pass': yes(reaches(income, 60)),
  }
}

function solveThreshold({ sales }: CheckCase, slip?: Slip): 3 | 4 | 5 {
  if (slip === 'threshold-by-mean') return thresholdOf(sum(sales) / 3)
  if (slip === 'threshold-below-limit') return thresholdOf(sales[2] + 1)
  return thresholdOf(sales[2])
}

/** The mean of the three yearly ratios as one fraction. */
function meanRatio({ rd, sales: [a, b, c] }: CheckCase): Ratio {
  return [rd[0] * b * c + rd[1] * a * c + rd[2] * a * b, 3 * a * b * c]
}

function growth(years: CheckCase['sales'], slip?: Slip): Ratio {
  if (slip === 'last-year-growth') return [years[2] - years[1], years[1]]
  if (slip === 'three-years-growth') return [years[2] - years[0], years[0]]
  return growthOf(years)
}

function sum(parts: readonly number[]): number {
  return parts.reduce((all, part) => all + part, 0)
}

function yes(holds: boolean): 'yes' | 'no' {
  return holds ? 'yes' : 'no'
}
