import { expect, it } from 'vitest'
import type { AllocationCase, Asset, Role, Worker } from './allocation-case'
import { solveAllocation } from './solve'

const worker = (id: string, role: Role, wage: number, [a, b, other, total]: readonly number[], fee = 0): Worker => ({
  id,
  name: id,
  role,
  wage,
  insurance: 0,
  fee,
  a: a ?? 0,
  b: b ?? 0,
  other: other ?? 0,
  total: total ?? 0,
})
const asset = (
  id: string,
  kind: Asset['kind'],
  depreciation: number,
  [a, b, other, total]: readonly number[],
): Asset => ({
  id,
  name: id,
  kind,
  depreciation,
  a: a ?? 0,
  b: b ?? 0,
  other: other ?? 0,
  total: total ?? 0,
})

const worked: AllocationCase = {
  company: '示例',
  year: 2025,
  month: 3,
  projects: { a: 'A', b: 'B' },
  workers: [
    worker('p1', 'researcher', 2_400_000, [96, 40, 24, 160]),
    worker('p2', 'technician', 1_840_000, [80, 64, 16, 160]),
    worker('p3', 'helper', 1_260_000, [42, 0, 126, 168]),
    worker('p4', 'clerk', 800_000, [160, 0, 0, 160]),
    worker('p5', 'dispatched', 1_500_000, [0, 150, 0, 150], 90_000),
    worker('p6', 'partly-recorded', 1_600_000, [60, 0, 0, 160]),
  ],
  assets: [
    asset('e1', 'instrument', 960_000, [60, 36, 144, 240]),
    asset('e2', 'rig', 450_000, [1, 0, 0, 1]),
    asset('e3', 'building', 2_000_000, [1, 0, 0, 1]),
  ],
}

it('the worked key of Lab D agrees cell by cell', () => {
  expect(solveAllocation(worked)).toEqual({
    'p1-a': 1_440_000,
    'p1-b': 600_000,
    'p2-a': 920_000,
    'p2-b': 736_000,
    'p3-a': 315_000,
    'p3-b': 0,
    'p4-a': 0,
    'p4-b': 0,
    'p5-a': 0,
    'p5-b': 1_500_000,
    'p6-a': 600_000,
    'p6-b': 0,
    'e1-a': 240_000,
    'e1-b': 144_000,
    'e2-a': 450_000,
    'e2-b': 0,
    'e3-a': 0,
    'e3-b': 0,
    'labor-a': 3_275_000,
    'labor-b': 2_836_000,
    'depreciation-a': 690_000,
    'depreciation-b': 144_000,
  })
})

it.each([
  ['rd-hours-only', 'p1-a', 1_694_118],
  ['clerk-counted', 'p4-a', 800_000],
  ['fee-counted', 'p5-b', 1_590_000],
  ['unrecorded-counted', 'p6-a', 1_600_000],
  ['building-counted', 'depreciation-a', 2_690_000],
  ['equal-halves', 'p1-b', 1_200_000],
  ['all-to-larger', 'p2-a', 1_840_000],
] as const)('knows the wrong answer of %s at %s', (slip, cell, amount) => {
  expect(solveAllocation(worked, slip)[cell]).toBe(amount)
})
