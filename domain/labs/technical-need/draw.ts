import type { LabMode } from '../lab-sheet'
import type { SeededRandom } from '../seeded-random'
import {
  FIELDS,
  type Field,
  type Grade,
  LEVELS,
  type NeedCase,
  type Product,
  type Run,
  type Sentence,
} from './need-case'

const COMPANIES = [
  '示例·甬丰传动有限公司',
  '示例·姚北密封件有限公司',
  '示例·象港模具有限公司',
  '示例·镇澜连接器有限公司',
  '示例·鄞峰风机有限公司',
]

const PRODUCTS: readonly Product[] = [
  {
    name: '伺服电缸用滚珠丝杠',
    measure: 'L10 寿命',
    unit: '小时',
    conditions: '3 kN、1 m/s',
    procedure: 'QJ-12',
    trouble: '客户的产线一年要换两次丝杠，停线等件',
  },
  {
    name: '电动汽车水泵密封圈',
    measure: '启停耐久',
    unit: '次',
    conditions: '105 ℃、0.3 MPa',
    procedure: 'QJ-27',
    trouble: '装车半年后渗漏，售后赔付越来越多',
  },
  {
    name: '热流道阀针',
    measure: '开合寿命',
    unit: '次',
    conditions: '280 ℃、120 MPa',
    procedure: 'QJ-08',
    trouble: '模具中途停机换针，交期一拖再拖',
  },
  {
    name: '户外电源连接器',
    measure: '耐盐雾时间',
    unit: '小时',
    conditions: '35 ℃、5% 氯化钠',
    procedure: 'QJ-31',
    trouble: '沿海用户用了一年触点发黑',
  },
  {
    name: '冷却风机轴承',
    measure: '连续运行时间',
    unit: '小时',
    conditions: '70 ℃、2,800 r/min',
    procedure: 'QJ-19',
    trouble: '夏天高温时异响，退货集中在七八月',
  },
]

/** Fields whose clear words would print an answer of the sheet: a draft never says them clearly. */
const NEVER_CLEAR: ReadonlySet<Field> = new Set(['indicator', 'budget', 'cooperation'])

/** Draws a case of Lab G: a company with a product that wears out, its test runs, its money, a colleague's draft and five sentences. */
export function drawCase(random: SeededRandom, _mode: LabMode): NeedCase {
  const [product, other] = random.sample(PRODUCTS, 2) as [Product, Product]
  const unitCost = random.between(180, 960) * 100
  return {
    company: random.pick(COMPANIES),
    year: 2025,
    product,
    runs: drawRuns(random),
    factor: random.pick([15, 18, 20, 22, 25, 30]),
    unitCost,
    price: unitCost + random.between(60, 240) * 100,
    dearer: random.pick([5, 8, 10, 12]),
    fee: random.between(36, 120) * 1_000_000,
    samples: random.between(40, 190) * 100_000,
    testing: random.between(20, 90) * 100_000,
    first: random.pick([20, 30, 40]),
    pieces: random.between(10, 40),
    months: random.pick([9, 12, 15, 18]),
    draft: drawDraft(random),
    sentences: drawSentences(random, other),
    wish: random.pick(['develop', 'develop', 'license', 'consult'] as const),
    secret: random.pick(['formula', 'customers', 'prices'] as const),
  }
}

/** Four whole runs whose mean ends in 0, and one that was broken off far below it, anywhere among them. */
function drawRuns(random: SeededRandom): Run[] {
  const mean = random.between(80, 320) * 10
  const first = random.between(-9, 9) * 5
  const second = random.between(-9, 9) * 5
  const whole = [mean + first, mean - first, mean + second, mean - second].map((value) => ({ value, isBroken: false }))
  const broken = { value: Math.floor((mean * random.between(30, 60)) / 100), isBroken: true }
  return random.sample([...whole, broken], 5)
}

/** Two to four fields empty words, two to four not said, the rest clear. */
function drawDraft(random: SeededRandom): Record<Field, Grade> {
  const vague = random.sample(FIELDS, random.between(2, 4))
  const missing = random.sample(
    FIELDS.filter((field) => !vague.includes(field)),
    random.between(2, 4),
  )
  const gradeOf = (field: Field): Grade => {
    if (vague.includes(field)) return 'vague'
    if (missing.includes(field)) return 'missing'
    return NEVER_CLEAR.has(field) ? 'vague' : 'clear'
  }
  return Object.fromEntries(FIELDS.map((field) => [field, gradeOf(field)])) as Record<Field, Grade>
}

/** Every level once and figures without a test method twice, in any order. */
function drawSentences(random: SeededRandom, product: Product): Sentence[] {
  const from = random.between(30, 90) * 100
  const to = (from * random.pick([15, 20, 25])) / 10
  return random.sample([...LEVELS, 'figures' as const], 5).map((level, index) => ({
    level,
    product,
    from: from + index * 100,
    to: to + index * 100,
  }))
}
