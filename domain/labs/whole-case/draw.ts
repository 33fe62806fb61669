import type { Fen } from '../fen'
import type { LabMode } from '../lab-sheet'
import type { SeededRandom } from '../seeded-random'
import { share, solveWhole } from './solve'
import type { Hours, WholeCase } from './whole-case'

const COMPANIES = [
  '示例·它山堰机电有限公司',
  '示例·招宝山轴系有限公司',
  '示例·雪窦岭电控有限公司',
  '示例·梅山岛阀门有限公司',
  '示例·姚江源传感有限公司',
]
const PROJECTS = ['低噪声减速器', '高精度导轨', '集成式液压站', '在线检测单元', '耐高温密封件', '节能循环泵']

/** What a practice case may be about besides the ordinary. */
const EDGES = ['limit-met', 'below-limit', 'no-public-money', 'loss', 'whole-quarter'] as const
type Edge = (typeof EDGES)[number]

/**
 * Draws a case of the whole-case lab, in whole yuan but for what hours make of it.
 *
 * On a certifying sheet other cost is above its limit and part of the material was paid from public money, and the year has a profit. Two of three
 * practice sheets are one of the edge cases: the limit met exactly or not reached, no public money, a year of loss, an engineer who worked on nothing else.
 */
export function drawCase(random: SeededRandom, mode: LabMode): WholeCase {
  const edge = mode === 'PRACTICE' && random.chance(67) ? random.pick(EDGES) : null
  const yuan = (low: number, high: number): Fen => random.between(low, high) * 100
  const material = yuan(80_000, 200_000)
  const plain: WholeCase = {
    company: random.pick(COMPANIES),
    year: 2025,
    project: { code: 'RD2025-01', name: random.pick(PROJECTS) },
    engineer: { ...pay(random, 54_000, 90_000), ...hours(random, edge === 'whole-quarter' ? 100 : null) },
    technician: { ...pay(random, 36_000, 60_000), ...hours(random, null) },
    clerk: pay(random, 18_000, 27_000),
    material,
    nontax: edge === 'no-public-money' ? 0 : share(material, random.between(15, 40), 10_000) * 100,
    testing: yuan(5_000, 20_000),
    instrument: { depreciation: yuan(18_000, 60_000), ...hours(random, null) },
    building: yuan(15_000, 45_000),
    software: yuan(6_000, 20_000),
    design: yuan(15_000, 50_000),
    expert: 0,
    patent: 0,
    afterSales: yuan(2_000, 8_000),
    commission: yuan(100_000, 300_000),
    taxPercent: random.chance(50) ? 15 : 25,
    income: edge === 'loss' ? -yuan(50_000, 400_000) : yuan(2_000_000, 6_000_000),
  }
  return withOther(random, edge, plain)
}

function pay(random: SeededRandom, low: number, high: number) {
  const wage = random.between(low, high) * 100
  return { wage, insurance: share(wage, random.between(24, 30), 10_000) * 100 }
}

/** Hours of the project among those of the quarter; `percent` fixes the share. */
function hours(random: SeededRandom, percent: number | null): Hours {
  const total = random.between(430, 520)
  return { project: percent === null ? random.between(150, 380) : Math.round((total * percent) / 100), total }
}

function withOther(random: SeededRandom, edge: Edge | null, one: WholeCase): WholeCase {
  // Nine divides the five kinds when the invoice for the design gives way by less than nine fen; a company writes odd fen, too.
  const spare = edge === 'limit-met' ? Number(solveWhole(one).five) % 9 : 0
  const fitted = { ...one, design: one.design - spare }
  const limit = Number(solveWhole(fitted).limit)
  const percent = edge === 'below-limit' ? random.between(40, 90) : random.between(108, 150)
  const other = edge === 'limit-met' ? limit : share(limit, percent, 10_000) * 100
  const expert = share(other, random.between(35, 65), 10_000) * 100
  return { ...fitted, expert, patent: other - expert }
}
