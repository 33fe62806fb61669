import type { LabMode } from '../lab-sheet'
import type { SeededRandom } from '../seeded-random'
import type { CheckCase } from './check-case'
import { bandOf, bandPoints, growthOf, thresholdOf } from './solve'

const COMPANIES = [
  '示例·甬精传动有限公司',
  '示例·鄞南新材料有限公司',
  '示例·骆驼桥机电有限公司',
  '示例·梅山光电有限公司',
  '示例·余姚塘自动化有限公司',
]

/** Where a sheet stands exactly on a limit. */
const EDGES = ['sales', 'staff', 'income', 'growth', 'score', 'domestic', 'rd'] as const
type Edge = (typeof EDGES)[number]

/**
 * Draws a case of Lab F: latest sales around 50 or 200 million yuan, every ratio near its limit, 60 to 80 points.
 *
 * Two of three practice sheets and one of three certifying ones stand exactly on one of the limits (50 million yuan of sales, 10 % of staff, 60 % of income,
 * 25 % growth, 70 points, 60 % at home, the R&D share). Source: facts, Lab F "Random".
 */
export function drawCase(random: SeededRandom, mode: LabMode): CheckCase {
  const edge = random.chance(mode === 'PRACTICE' ? 67 : 33) ? random.pick(EDGES) : null
  const isLarge = edge === 'sales' ? random.chance(50) : random.chance(40)
  const last = edge === 'sales' ? (isLarge ? 20_000 : 5_000) : hundreds(random, isLarge ? 190 : 45, isLarge ? 210 : 55)
  const sales = yearsBefore(random, last)
  const all = sales.reduce((sum, one) => sum + one, 0)
  const rd = drawResearch(random, edge, all, thresholdOf(last))
  const rdAll = rd.reduce((sum, one) => sum + one, 0)
  const nontax = random.chance(60) ? hundreds(random, 1, 3) : 0
  const gross = last + nontax + hundreds(random, 1, 6)
  const total = gross - nontax
  const staff = random.between(10, 30) * 10
  const highTech = edge === 'income' ? exactPart(total, 60) : Math.floor((total * random.between(560, 640)) / 1_000)
  const netAssets = edge === 'growth' ? ([2_000, 2_400, 3_120] as const) : yearsBefore(random, hundreds(random, 15, 90))
  return {
    company: random.pick(COMPANIES),
    year: 2025,
    sales,
    rd,
    netAssets,
    rdDomestic: edge === 'domestic' ? exactPart(rdAll, 60) : Math.floor((rdAll * random.between(52, 95)) / 100),
    staff,
    scientists: edge === 'staff' ? staff / 10 : random.between(Math.floor(staff / 12), Math.floor(staff / 7)),
    staffAtEnd: staff + random.between(3, 18),
    scientistsAtEnd: random.between(Math.floor(staff / 12), Math.floor(staff / 7)),
    highTech,
    gross,
    nontax,
    points: drawPoints(random, edge, [netAssets, sales]),
  }
}

function hundreds(random: SeededRandom, least: number, most: number): number {
  return random.between(least, most) * 100
}

/** Two earlier years before the latest, each 15 % smaller to 40 % larger than the one before. */
function yearsBefore(random: SeededRandom, last: number): [number, number, number] {
  const before = (amount: number) => Math.floor((amount * 10) / random.between(85, 140)) * 10
  const second = before(last)
  return [before(second), second, last]
}

/** R&D cost of three years whose share of sales lies within half a percent of the threshold, or meets it exactly. */
function drawResearch(
  random: SeededRandom,
  edge: Edge | null,
  sales: number,
  threshold: number,
): [number, number, number] {
  const shift = edge === 'rd' ? 0 : random.between(-50, 60)
  const whole = Math.ceil((sales * (threshold * 100 + shift)) / 10_000)
  const first = Math.floor((whole * random.between(18, 32)) / 100)
  const second = Math.floor((whole * random.between(26, 36)) / 100)
  return [first, second, whole - first - second]
}

/** The part of an amount nearest to a percentage, from above; exactly it where the amount divides. */
function exactPart(amount: number, percent: number): number {
  return Math.ceil((amount * percent) / 100)
}

/** Nine points within their maxima, 60 to 80 together; those for growth fit its band. Exactly 70 on that edge. */
function drawPoints(random: SeededRandom, edge: Edge | null, grown: readonly CheckCase['sales'][]): number[] {
  const ip = [
    random.between(4, 8),
    random.between(4, 8),
    random.between(3, 6),
    random.between(3, 6),
    random.between(0, 2),
  ]
  const growth = grown.map((years) => random.between(...bandPoints(bandOf(growthOf(years)))))
  const points = [...ip, random.between(16, 24), random.between(11, 17), ...growth]
  const sum = points.reduce((all, one) => all + one, 0)
  const aim = edge === 'score' ? 70 : Math.min(Math.max(sum, 60), 80)
  points[5] = Math.min(Math.max((points[5] ?? 0) + aim - sum, 0), 30)
  return points
}
