import { expect, it } from 'vitest'
import type { NeedCase, Product } from './need-case'
import { solveNeed } from './solve'

const product: Product = {
  name: '滚珠丝杠',
  measure: 'L10 寿命',
  unit: '小时',
  conditions: '3 kN、1 m/s',
  procedure: 'QJ-12',
  trouble: '一年换两次',
}

/** A need as the good sample of the facts has it: 2,000 hours now, two and a half times wanted, 8 % dearer at most, 1,200,000 yuan for all. */
const sample: NeedCase = {
  company: '示例·甬丰传动有限公司',
  year: 2025,
  product,
  runs: [2010, 1990, 900, 2025, 1975].map((value) => ({ value, isBroken: value === 900 })),
  factor: 25,
  unitCost: 500_00,
  price: 700_00,
  dearer: 8,
  fee: 1_000_000_00,
  samples: 150_000_00,
  testing: 50_000_00,
  first: 30,
  pieces: 20,
  months: 12,
  draft: {
    background: 'clear',
    status: 'vague',
    indicator: 'vague',
    limits: 'clear',
    deadline: 'clear',
    budget: 'missing',
    ownership: 'clear',
    cooperation: 'missing',
    partner: 'vague',
    contact: 'clear',
  },
  sentences: (['wish', 'figures', 'tested', 'object', 'figures'] as const).map((level) => ({
    level,
    product,
    from: 1,
    to: 2,
  })),
  wish: 'develop',
  secret: 'formula',
}

it('works the sample out: 2,000 to 5,000 hours, 540 yuan a piece, 1,200,000 in all, 300,000 first, 65 points', () => {
  expect(solveNeed(sample)).toMatchObject({
    now: 2000,
    goal: 5000,
    'highest-cost': 540_00,
    budget: 1_200_000_00,
    'first-payment': 300_000_00,
    score: 65,
    'sentence-best': 's3',
    cooperation: 'develop',
  })
})

it.each([
  ['broken-run-counted', { now: 1780, goal: 4450 }],
  ['target-from-best-run', { now: 2000, goal: 5063 }],
  ['dearer-than-price', { 'highest-cost': 756_00 }],
  ['fee-alone', { budget: 1_000_000_00 }],
  ['first-of-everything', { 'first-payment': 360_000_00 }],
  ['empty-words-count', { score: 80, 'draft-status': 'clear' }],
  ['figures-are-enough', { 'sentence-best': 's2', 'sentence-5': 'tested' }],
  ['big-words-count', { 'sentence-1': 'object' }],
  ['written-as-purchase', { cooperation: 'purchase' }],
  ['secret-told', { secret: 'nothing' }],
] as const)('knows where %s leads', (slip, values) => {
  expect(solveNeed(sample, slip)).toMatchObject(values)
})
