import { expect, it } from 'vitest'
import { classOf, equivalentOf, solveStatistics } from './solve'
import type { StatisticsCase } from './statistics-case'

const worked: StatisticsCase = {
  company: '示例',
  year: 2025,
  projects: ['新型压铸模具', '薄壁件成形工艺', '已终止的项目'],
  people: [
    [110, 0, 0],
    [60, 50, 0],
    [60, 0, 0],
    [0, 30, 0],
    [0, 0, 10],
    [30, 30, 0],
    [0, 0, 30],
    [90, 0, 0],
  ].map(([p1 = 0, p2 = 0, support = 0], index) => ({
    id: `n${index + 1}`,
    name: `${index}`,
    work: '',
    p1,
    p2,
    support,
  })),
  cost: {
    items: [
      ['人员人工费用', 1_860],
      ['直接投入费用', 1_240],
      ['折旧费用与长期待摊费用', 420],
      ['无形资产摊销费用', 95],
      ['设计费用', 155],
      ['装备调试费用与试验费用', 80],
      ['委托外部研究开发费用', 5_250],
      ['其他费用', 452],
    ],
    outside: [
      ['高校', 1_050],
      ['境外', 4_200],
    ],
  },
  planted: ['name', 'dates', 'project-months', 'person-months', 'project-cost', 'outside', 'total', 'projects'],
  off: 2,
}

it('the worked key of Lab E agrees', () => {
  expect(solveStatistics(worked)).toMatchObject({
    heads: 7,
    full: 2,
    part: 5,
    fte: 425,
    'p1-heads': 5,
    'p1-months': 350,
    'p2-heads': 3,
    'p2-months': 110,
    'n1-class': 'full',
    'n4-fte': 25,
    'n5-class': 'none',
    'n8-fte': 75,
    'find-name': 'name',
    'find-head-sum': 'ok',
    'find-projects': 'missing',
    'cost-total': 9_552,
  })
})

it.each([
  [119, 'full', 100],
  [108, 'full', 100],
  [107, 'part', 89],
  [12, 'part', 10],
  [11, 'none', 0],
  [0, 'none', 0],
])('%i tenths of a month are %s', (tenths, kind, equivalent) => {
  expect([classOf(tenths), equivalentOf(tenths)]).toEqual([kind, equivalent])
})

it.each([
  ['below-ten-counted', 'fte', 433],
  ['heads-as-equivalents', 'fte', 700],
  ['support-left-out', 'heads', 6],
  ['heads-counted-twice', 'heads', 8],
  ['twelve-months-each', 'p1-months', 600],
] as const)('knows the wrong answer of %s at %s', (slip, cell, value) => {
  expect(solveStatistics(worked, slip)[cell]).toBe(value)
})
