import { describe, expect, it } from 'vitest'
import type { DeductionCase } from './deduction-case'
import { solveDeduction } from './solve'

const worked: DeductionCase = {
  company: '示例',
  year: 2025,
  labor: 186_000_000,
  direct: 124_000_000,
  nontax: 15_000_000,
  depreciation: 31_000_000,
  amortisation: 9_500_000,
  design: 15_500_000,
  other: 45_200_000,
  domestic: 105_000_000,
  foreign: 420_000_000,
  foreignPerson: 30_000_000,
  special: 12_000_000,
  material: 28_000_000,
  materialBefore: 0,
  ratePercent: 100,
  taxPercent: 25,
  income: 2_000_000_000,
}

describe('worked key of Lab C', () => {
  it('agrees line by line', () => {
    expect(solveDeduction(worked)).toEqual({
      'direct-net': 109_000_000,
      five: 351_000_000,
      limit: 39_000_000,
      'other-allowed': 39_000_000,
      own: 390_000_000,
      domestic: 84_000_000,
      'foreign-cap': 316_000_000,
      foreign: 316_000_000,
      'foreign-person': 0,
      total: 790_000_000,
      'after-special': 778_000_000,
      base: 750_000_000,
      carried: 0,
      extra: 750_000_000,
      saving: 187_500_000,
    })
  })

  it.each([
    ['15 % tax', { taxPercent: 15 }, { saving: 112_500_000 }],
    ['120 % for machine tools on the list', { ratePercent: 120 }, { extra: 900_000_000 }],
    ['a year of loss', { income: -1 }, { extra: 750_000_000, saving: 0 }],
    [
      'special income larger than the base',
      { special: 800_000_000 },
      { base: 0, carried: 28_000_000, extra: 0, saving: 0 },
    ],
    ['material larger than what is left', { special: 780_000_000 }, { base: 0, carried: 18_000_000, extra: 0 }],
    ['material of earlier years', { materialBefore: 1_000_000 }, { base: 749_000_000, carried: 0 }],
  ] as const)('knows %s', (_what, change, result) => {
    expect(solveDeduction({ ...worked, ...change })).toMatchObject(result)
  })

  it.each([
    ['foreign-uncapped', 'extra', 770_000_000],
    ['nontax-left-in', 'five', 366_000_000],
    ['nontax-left-in', 'limit', 40_666_667],
    ['ten-percent', 'limit', 35_100_000],
    ['special-forgotten', 'base', 762_000_000],
    ['material-forgotten', 'base', 778_000_000],
    ['domestic-full', 'domestic', 105_000_000],
    ['person-counted', 'foreign-person', 24_000_000],
  ] as const)('knows the wrong answer of %s at %s', (slip, cell, amount) => {
    expect(solveDeduction(worked, slip)[cell]).toBe(amount)
  })
})
