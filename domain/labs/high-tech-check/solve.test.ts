import { expect, it } from 'vitest'
import type { CheckCase } from './check-case'
import { bandOf, bandPoints, growthOf, solveCheck, thresholdOf } from './solve'

const worked: CheckCase = {
  company: '示例',
  year: 2025,
  sales: [3_800, 4_600, 5_200],
  rd: [160, 190, 230],
  netAssets: [2_000, 2_400, 3_120],
  rdDomestic: 420,
  staff: 120,
  scientists: 14,
  staffAtEnd: 131,
  scientistsAtEnd: 13,
  highTech: 3_200,
  gross: 5_400,
  nontax: 0,
  points: [6, 7, 5, 6, 0, 22, 16, 7, 5],
}

it('the worked key of Lab F agrees', () => {
  expect(solveCheck(worked)).toEqual({
    threshold: 'p4',
    rd: 426,
    'rd-pass': 'yes',
    domestic: 7_241,
    'domestic-pass': 'yes',
    staff: 1_167,
    'staff-pass': 'yes',
    total: 5_400,
    income: 5_926,
    'income-pass': 'no',
    'assets-growth': 2_500,
    'assets-band': 'b',
    'sales-growth': 1_705,
    'sales-band': 'c',
    'score-ip': 24,
    score: 74,
    'score-pass': 'yes',
    eligible: 'no',
  })
})

it.each([
  [5_000, 5],
  [5_001, 4],
  [20_000, 4],
  [20_001, 3],
])('sales of %i ask for %i %%', (sales, percent) => expect(thresholdOf(sales)).toBe(percent))

it('exactly 70 points do not pass, exactly 60 % and 10 % do', () => {
  const limits = { ...worked, points: [6, 7, 5, 6, 0, 18, 16, 7, 5], highTech: 3_240, scientists: 12 }
  expect(solveCheck(limits)).toMatchObject({ score: 70, 'score-pass': 'no', 'income-pass': 'yes', 'staff-pass': 'yes' })
})

it('a growth is compared as a fraction', () => {
  expect(bandOf(growthOf([2_000, 2_400, 3_120]))).toBe('b')
  expect(bandOf(growthOf([2_000, 2_400, 3_119]))).toBe('c')
  expect(bandOf(growthOf([100, 100, 100]))).toBe('f')
  expect(bandOf(growthOf([100, 100, 101]))).toBe('e')
})

it.each([
  ['sales-as-denominator', 'income', 6_154],
  ['heads-at-year-end', 'staff', 992],
  ['last-year-growth', 'sales-growth', 1_304],
] as const)('knows the wrong answer of %s at %s', (slip, cell, value) => {
  expect(solveCheck(worked, slip)[cell]).toBe(value)
})

it.each([
  ['a', [9, 10]],
  ['b', [7, 8]],
  ['c', [5, 6]],
  ['d', [3, 4]],
  ['e', [1, 2]],
  ['f', [0, 0]],
])('band %s is worth %j points', (band, points) => expect(bandPoints(band)).toEqual(points))
