import type { Fen } from '../fen'
import type { LabMode } from '../lab-sheet'
import type { SeededRandom } from '../seeded-random'
import type { DeductionCase } from './deduction-case'
import { share, solveDeduction } from './solve'

const COMPANIES = [
  '示例·甬江传动有限公司',
  '示例·镜湖液压有限公司',
  '示例·东钱数控机床有限公司',
  '示例·溪口精工机械有限公司',
  '示例·洞桥模具有限公司',
]

/** What a practice sheet may be about besides the ordinary. */
const EDGES = [
  'limit-met',
  'below-limit',
  'foreign-met',
  'foreign-small',
  'special-large',
  'material-large',
  'no-nontax',
] as const
type Edge = (typeof EDGES)[number]

/**
 * Draws a case of Lab C: the worked example's amounts ± 50 %, in whole hundreds of yuan.
 *
 * On a certifying sheet both caps bind. Two of three practice sheets are one of the edge cases: the limit of other cost met exactly or not
 * reached, the limit abroad met exactly or not reached, special income larger than the base, sold material larger than what is
 * left, no public money.
 */
export function drawCase(random: SeededRandom, mode: LabMode): DeductionCase {
  const edge = mode === 'PRACTICE' && random.chance(67) ? random.pick(EDGES) : null
  const direct = around(random, 1_240_000)
  const nontax = edge === 'no-nontax' ? 0 : around(random, 150_000)
  const plain = {
    company: random.pick(COMPANIES),
    year: 2025,
    labor: around(random, 1_860_000),
    direct,
    depreciation: around(random, 310_000),
    amortisation: around(random, 95_000),
    design: around(random, 155_000),
    other: 0,
    nontax,
    domestic: around(random, 1_050_000),
    foreign: 0,
    foreignPerson: around(random, 300_000),
    special: around(random, 120_000),
    material: Math.min(around(random, 280_000), direct - nontax),
    materialBefore: random.chance(25) ? around(random, 60_000) : 0,
    ratePercent: random.chance(25) ? 120 : 100,
    taxPercent: random.chance(50) ? 15 : 25,
    income: 0,
  } as const
  return withIncome(random, withEdge(edge, withForeign(random, edge, withOther(random, edge, plain))))
}

function around(random: SeededRandom, yuan: number): Fen {
  return random.between(Math.floor(yuan / 200), Math.floor((yuan * 3) / 200)) * 10_000
}

function withOther(random: SeededRandom, edge: Edge | null, one: DeductionCase): DeductionCase {
  // Nine divides kinds 1–5 when the wages give way by less than nine hundred yuan.
  const spare = edge === 'limit-met' ? (solveDeduction(one).five ?? 0) % 90_000 : 0
  const fitted = { ...one, labor: one.labor - spare }
  const { limit = 0 } = solveDeduction(fitted)
  if (edge === 'limit-met') return { ...fitted, other: limit }
  const percent = edge === 'below-limit' ? random.between(30, 95) : random.between(105, 150)
  return { ...fitted, other: hundreds(share(limit, percent, 100)) }
}

function withForeign(random: SeededRandom, edge: Edge | null, one: DeductionCase): DeductionCase {
  const cap = solveDeduction(one)['foreign-cap'] ?? 0
  if (edge === 'foreign-met') return { ...one, foreign: share(cap, 100, 80) }
  const percent = edge === 'foreign-small' ? random.between(0, 90) : random.between(110, 200)
  return { ...one, foreign: hundreds(share(cap, percent, 80)) }
}

function withEdge(edge: Edge | null, one: DeductionCase): DeductionCase {
  const { total = 0 } = solveDeduction(one)
  if (edge === 'special-large') return { ...one, special: hundreds(total) + 3_000_000 }
  if (edge === 'material-large')
    return { ...one, special: hundreds(total) - 4_000_000, material: Math.max(one.material, 5_000_000) }
  return one
}

function withIncome(random: SeededRandom, one: DeductionCase): DeductionCase {
  const isLoss = random.chance(20)
  const { extra = 0 } = solveDeduction(one)
  const income = isLoss ? -around(random, 2_400_000) : hundreds(extra) + around(random, 6_000_000)
  return { ...one, income }
}

/** Down to whole hundreds of yuan. */
function hundreds(amount: Fen): Fen {
  return Math.floor(amount / 10_000) * 10_000
}
