import { expect, it } from 'vitest'
import { labLaws } from '@/tests/support/lab-laws'
import type { Values, Way } from './grading-key'
import { defineLab, type LabDefinition } from './lab'
import type { CellSpec } from './lab-sheet'

// The lab of docs/howto/add-a-lab.md, with every kind of cell: a purchase that is worked into a requisition.
type Purchase = { pieces: number; price: number; used: number; days: number; isDrill: boolean }

const KINDS = ['material', 'tool', 'office'] as const
const PAPERS = ['invoice', 'requisition', 'photo'] as const
const cell = (id: string, kind: Partial<CellSpec>): CellSpec =>
  ({ id, step: 'all', concept: 'direct-input', label: { text: id }, kind: 'integer', ...kind }) as CellSpec

function solve({ pieces, price, used, days, isDrill }: Purchase): Record<string, number | string> {
  return {
    amount: pieces * price,
    used,
    share: Math.floor((used * 20_000 + pieces) / (2 * pieces)),
    hours: days * 75,
    kind: isDrill ? 'tool' : 'material',
    evidence: 'invoice,requisition',
    counts: 'yes',
    missing: '项目编号;验收单',
  }
}

function ways(one: Purchase): Way[] {
  const right = solve(one)
  const changed = (path: string, change: Values): Way => ({ path, values: { ...right, ...change } as Values })
  return [
    changed('bought-is-used', { used: one.pieces, share: 10_000 }),
    changed('as-office', { kind: 'office', counts: 'no' }),
    changed('photo-is-proof', { evidence: 'invoice,photo' }),
    changed('price-only', { amount: one.price }),
    changed('eight-hours', { hours: one.days * 80 }),
    changed('nothing-missing', { missing: '无' }),
  ]
}

const smallLab: LabDefinition<Purchase> = {
  name: 'small-lab',
  version: 1,
  draw(random) {
    const pieces = random.between(10, 90)
    return {
      pieces,
      price: random.between(3, 80) * 100,
      used: random.between(1, pieces - 1),
      days: random.between(1, 9),
      isDrill: random.chance(50),
    }
  },
  sheetOf: ({ pieces, price, used, days }) => ({
    company: '示例·小作坊有限公司',
    year: 2025,
    policy: 'CIT-2023+',
    papers: [
      {
        id: 'requisition',
        kind: 'requisition',
        title: '领料单',
        blocks: [
          {
            block: 'facts',
            facts: [
              ['数量', `${pieces}`],
              ['单价', { fen: price }],
              ['领用', `${used}`],
              ['天数', `${days}`],
            ],
          },
        ],
      },
    ],
    forms: [
      {
        id: 'form',
        sections: [
          {
            layout: 'list',
            step: 'all',
            cells: ['amount', 'used', 'share', 'hours', 'kind', 'evidence', 'counts', 'missing'],
          },
        ],
      },
    ],
    cells: [
      cell('amount', { kind: 'money', unit: 'yuan' }),
      cell('used', { kind: 'integer' }),
      cell('share', { kind: 'decimal', scale: 2, unit: 'percent' } as Partial<CellSpec>),
      cell('hours', { kind: 'hours', unit: 'hours' }),
      cell('kind', { kind: 'choice', options: KINDS } as Partial<CellSpec>),
      cell('evidence', { kind: 'choices', options: PAPERS } as Partial<CellSpec>),
      cell('counts', { kind: 'yes-no' }),
      cell('missing', { kind: 'text' }),
    ],
  }),
  solve,
  ways,
  paths: ['bought-is-used', 'as-office', 'photo-is-proof', 'price-only', 'eight-hours', 'nothing-missing'],
  core: ['bought-is-used', 'as-office'],
  decisive: ['all'],
  given: () => [],
  check: ({ used, pieces }) => (used < pieces ? [] : ['more is used than bought']),
}

labLaws(smallLab)

it('a lab whose ranges allow no sound sheet says so', () => {
  const stuck = defineLab({ ...smallLab, core: ['no-such-path'] })
  expect(() => stuck.generate('any', 'CERTIFYING')).toThrow(RangeError)
  expect(() => stuck.generate('any', 'PRACTICE')).not.toThrow()
})
