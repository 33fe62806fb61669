import type { LabMode } from '../lab-sheet'
import type { SeededRandom } from '../seeded-random'
import { classOf } from './solve'
import { type CostForm, ENTRIES, monthsOf, type Person, type StatisticsCase } from './statistics-case'

const COMPANIES = [
  '示例·甬压铸件有限公司',
  '示例·北仑湾模塑有限公司',
  '示例·姚江电机有限公司',
  '示例·奉化港密封件有限公司',
  '示例·宁海谷传感器有限公司',
]
const PROJECTS = [
  '新型压铸模具开发',
  '薄壁件成形工艺研究',
  '电机降噪结构开发',
  '密封材料配方研究',
  '传感器封装工艺开发',
  '铸件缺陷在线识别研究',
]
const NAMES = ['赵某', '钱某', '孙某', '李某', '周某', '吴某', '郑某', '王某', '冯某', '陈某']

/** Everything from 10 % to 90 % in steps of 5 %, so that equivalents have two decimals. Tenths of a month. */
const step = (random: SeededRandom, least: number, most: number) => random.between(least, most) * 6

/**
 * Draws a year of Lab E: seven to nine people, two projects, the forms with five to seven planted mistakes.
 *
 * Somebody with exactly 10 % and somebody with exactly 90 % are often among them, somebody below 10 % (never in a project team) and a
 * person who only manages always. Every person has at most twelve months. Source: facts, Lab E "Random".
 */
export function drawCase(random: SeededRandom, mode: LabMode): StatisticsCase {
  const kinds = [
    fullTime(random),
    random.chance(50) ? onOne(random, 108) : fullTime(random),
    onBoth(random),
    onBoth(random),
    { p1: 0, p2: 0, support: random.between(1, 11) },
    { p1: 0, p2: 0, support: step(random, 3, 12) },
    random.chance(50) ? onOne(random, 12) : onOne(random, step(random, 4, 17)),
    ...Array.from({ length: random.between(0, 2) }, () => onOne(random, step(random, 4, 17))),
  ]
  const names = random.sample(NAMES, kinds.length)
  const people = random
    .sample(kinds, kinds.length)
    .map(
      (months, index): Person => ({ id: `n${index + 1}`, name: names[index] ?? '', work: workOf(months), ...months }),
    )
  const [a = '', b = '', c = ''] = random.sample(PROJECTS, 3)
  return {
    company: random.pick(COMPANIES),
    year: 2025,
    projects: [a, b, c],
    people,
    cost: drawCost(random),
    planted: drawPlanted(random, mode),
    off: random.between(1, 9) * 10,
  }
}

type Months = Pick<Person, 'p1' | 'p2' | 'support'>

function fullTime(random: SeededRandom): Months {
  const tenths = random.between(109, 119)
  return random.chance(50) ? { p1: tenths, p2: 0, support: 0 } : { p1: tenths - 50, p2: 50, support: 0 }
}

function onOne(random: SeededRandom, tenths: number): Months {
  return random.chance(60) ? { p1: tenths, p2: 0, support: 0 } : { p1: 0, p2: tenths, support: 0 }
}

function onBoth(random: SeededRandom): Months {
  return { p1: step(random, 2, 8), p2: step(random, 2, 8), support: 0 }
}

function workOf(months: Months): string {
  const tenths = months.p1 + months.p2 + months.support
  if (months.support < tenths || tenths === 0) return '项目研发'
  return classOf(tenths) === 'none' ? '偶尔协助项目评审（不在项目组）' : '研发管理（不在项目组）'
}

function drawPlanted(random: SeededRandom, mode: LabMode) {
  const all = ENTRIES.filter(([, mistake]) => mistake !== null).map(([entry]) => entry)
  const count = random.between(5, 7)
  // The project that failed is left out on every certifying sheet.
  const rest = all.filter((entry) => entry !== 'projects')
  return mode === 'CERTIFYING' ? [...random.sample(rest, count - 1), 'projects' as const] : random.sample(all, count)
}

function drawCost(random: SeededRandom): CostForm {
  const outside: [string, number][] = [
    ['其中：委托境内高校', random.between(300, 1_500)],
    ['其中：委托境外机构', random.between(800, 4_500)],
  ]
  const sum = outside.reduce((all, [, amount]) => all + amount, 0)
  return {
    items: [
      ['人员人工费用', random.between(900, 2_800)],
      ['直接投入费用', random.between(600, 1_900)],
      ['折旧费用与长期待摊费用', random.between(200, 600)],
      ['无形资产摊销费用', random.between(40, 150)],
      ['设计费用', random.between(80, 240)],
      ['装备调试费用与试验费用', random.between(40, 130)],
      ['委托外部研究开发费用', sum],
      ['其他费用', random.between(200, 700)],
    ],
    outside,
  }
}

/** Nobody has more than a year. */
export function isWithinYear(people: readonly Person[]): boolean {
  return people.every((person) => monthsOf(person) <= 120)
}
