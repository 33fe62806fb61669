import { describe, expect, it } from 'vitest'
import { solveWhole } from './solve'
import type { WholeCase } from './whole-case'

const worked: WholeCase = {
  company: '示例',
  year: 2025,
  project: { code: 'RD2025-01', name: '示例' },
  engineer: { wage: 7_200_000, insurance: 1_800_000, project: 320, total: 480 },
  technician: { wage: 4_800_000, insurance: 1_200_000, project: 200, total: 500 },
  clerk: { wage: 2_400_000, insurance: 600_000 },
  material: 15_000_000,
  nontax: 4_000_000,
  testing: 900_000,
  instrument: { depreciation: 3_600_000, project: 150, total: 450 },
  building: 2_500_000,
  software: 1_200_000,
  design: 2_500_000,
  expert: 1_500_000,
  patent: 1_600_000,
  afterSales: 500_000,
  commission: 20_000_000,
  taxPercent: 15,
  income: 300_000_000,
}

describe('a case worked by hand', () => {
  it('agrees line by line', () => {
    // 90,000 × 320/480 = 60,000; 60,000 × 200/500 = 24,000; 150,000 − 40,000 = 110,000; 36,000 × 150/450 = 12,000.
    expect(solveWhole(worked)).toMatchObject({
      'engineer-amount': 6_000_000,
      'technician-amount': 2_400_000,
      'clerk-class': 'none',
      'clerk-amount': 0,
      'material-amount': 11_000_000,
      'instrument-amount': 1_200_000,
      'building-amount': 0,
      'after-sales-class': 'none',
      'commission-amount': 20_000_000,
      // 84,000; 110,000 + 9,000; 12,000; 12,000; 25,000; 15,000 + 16,000; 200,000.
      'sum-labor': 8_400_000,
      'sum-direct': 11_900_000,
      'sum-depreciation': 1_200_000,
      'sum-amortisation': 1_200_000,
      'sum-design': 2_500_000,
      'sum-other': 3_100_000,
      'sum-commissioned': 20_000_000,
      // 252,000 ÷ 9 = 28,000, below 31,000.
      five: 25_200_000,
      limit: 2_800_000,
      'other-allowed': 2_800_000,
      own: 28_000_000,
      domestic: 16_000_000,
      total: 44_000_000,
      extra: 44_000_000,
      saving: 6_600_000,
      // 84 + 30; 119 + 40; 12 + 25; 12; 25; 31; 200 thousand.
      'stat-labor': 114,
      'stat-direct': 159,
      'stat-depreciation': 37,
      'stat-amortisation': 12,
      'stat-design': 25,
      'stat-other': 31,
      'stat-commissioned': 200,
      'stat-total': 578,
    })
  })

  it.each([
    ['hours-ignored', 'sum-labor', 15_000_000],
    ['clerk-counted', 'sum-labor', 11_400_000],
    ['clerk-counted', 'stat-labor', 114],
    ['public-left-in', 'sum-direct', 15_900_000],
    ['public-left-in', 'stat-direct', 159],
    ['machine-whole', 'sum-depreciation', 3_600_000],
    ['building-counted', 'sum-depreciation', 3_700_000],
    ['building-counted', 'stat-depreciation', 37],
    ['after-sales-counted', 'sum-other', 3_600_000],
    ['ten-percent', 'limit', 2_520_000],
    ['no-cap', 'other-allowed', 3_100_000],
    ['commission-full', 'domestic', 20_000_000],
    ['old-rate', 'extra', 33_000_000],
    ['stat-from-tax', 'stat-total', 440],
    ['stat-in-yuan', 'stat-total', 578_000],
  ] as const)('recomputes %s at %s', (slip, cell, value) => {
    expect(solveWhole(worked, slip)[cell]).toBe(value)
  })

  it('saves nothing in a year of loss', () => {
    expect(solveWhole({ ...worked, income: -1 })).toMatchObject({ extra: 44_000_000, saving: 0 })
  })
})
