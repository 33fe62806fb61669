import type { LabMode } from '../lab-sheet'
import type { SeededRandom } from '../seeded-random'
import type { AllocationCase, Asset, Hours, Role, Worker } from './allocation-case'

const COMPANIES = [
  '示例·甬精传动有限公司',
  '示例·海曙桥电子有限公司',
  '示例·四明山泵业有限公司',
  '示例·象山湾铸造有限公司',
  '示例·慈溪埭轴承有限公司',
]
const PROJECTS = ['伺服电缸', '静音齿轮箱', '节能液压站', '在线测量头', '耐磨涂层', '轻量化机架']
const NAMES = ['赵某', '钱某', '孙某', '李某', '周某', '吴某', '郑某', '王某', '冯某', '陈某']
const INSTRUMENTS = ['三坐标测量机', '高低温试验箱', '振动试验台', '材料试验机']
const RIGS = ['寿命专用试验台', '加载专用试验台', '密封专用试验台']

/**
 * Draws a month of Lab D: two projects, six to eight people with one of every trap among them, three assets.
 *
 * Cost of a person 6,000 to 40,000 yuan, whole hours of 140 to 184. Among practice sheets some have somebody whose whole month is
 * one project's, somebody without an hour in R&D, or no hour at all for the second project. Source: facts, Lab D "Random".
 */
export function drawCase(random: SeededRandom, mode: LabMode): AllocationCase {
  const [a = '', b = ''] = random.sample(PROJECTS, 2)
  const isOneProject = mode === 'PRACTICE' && random.chance(8)
  const drawn: AllocationCase = {
    company: random.pick(COMPANIES),
    year: 2025,
    month: random.between(1, 12),
    projects: { a, b },
    workers: drawWorkers(random, mode),
    assets: drawAssets(random),
  }
  if (!isOneProject) return drawn
  return { ...drawn, workers: drawn.workers.map(withoutB), assets: drawn.assets.map(withoutB) }
}

function drawWorkers(random: SeededRandom, mode: LabMode): Worker[] {
  const roles: Role[] = ['researcher', 'technician', 'helper', 'clerk', 'dispatched', 'partly-recorded']
  const more: Role[] = random.sample(['researcher', 'technician'], random.between(0, 2))
  const names = random.sample(NAMES, roles.length + more.length)
  return random.sample([...roles, ...more], names.length).map((role, index) => {
    const wage = random.between(50, 320) * 10_000
    const isDispatched = role === 'dispatched'
    return {
      id: `p${index + 1}`,
      name: names[index] ?? '',
      role,
      wage,
      insurance: isDispatched ? 0 : Math.floor((wage * random.between(24, 30)) / 10_000) * 100,
      fee: isDispatched ? Math.floor((wage * random.between(4, 8)) / 10_000) * 100 : 0,
      ...hoursOf(random, role, mode),
    }
  })
}

function hoursOf(random: SeededRandom, role: Role, mode: LabMode): Hours {
  const total = random.between(140, 184)
  if (role === 'clerk') return random.chance(50) ? hours(total, 0, total) : hours(0, total, total)
  if (role === 'dispatched') return random.chance(50) ? hours(0, total, total) : split(random, total, 0)
  if (role === 'helper')
    return random.chance(50) ? hours(random.between(20, 60), 0, total) : hours(0, random.between(20, 60), total)
  if (role === 'partly-recorded') {
    const recorded = random.between(40, 80)
    return random.chance(50) ? { ...hours(recorded, 0, recorded), total } : { ...hours(0, recorded, recorded), total }
  }
  const isEdge = mode === 'PRACTICE' && random.chance(25)
  if (!isEdge) return split(random, total, random.between(8, 40))
  return random.chance(50) ? hours(total, 0, total) : hours(0, 0, total)
}

/** Hours of both projects, with `other` hours beside them. */
function split(random: SeededRandom, total: number, other: number): Hours {
  const rd = total - other
  return hours(...partsOf(rd, random.between(20, 80)), total)
}

function partsOf(rd: number, percent: number): [number, number] {
  const a = Math.floor((rd * percent) / 100)
  return [a, rd - a]
}

function hours(a: number, b: number, total: number): Hours {
  return { a, b, other: total - a - b, total }
}

function drawAssets(random: SeededRandom): Asset[] {
  const total = random.between(180, 300)
  const production = random.between(60, 150)
  const [a, b] = partsOf(total - production, random.between(25, 75))
  const rigHours = random.between(40, 160)
  const isOfA = random.chance(50)
  const building = partsOf(random.between(150, 200), random.between(30, 70))
  return [
    {
      id: 'e1',
      name: random.pick(INSTRUMENTS),
      kind: 'instrument',
      depreciation: random.between(40, 160) * 10_000,
      ...hours(a, b, total),
    },
    {
      id: 'e2',
      name: random.pick(RIGS),
      kind: 'rig',
      depreciation: random.between(20, 90) * 10_000,
      ...(isOfA ? hours(rigHours, 0, rigHours) : hours(0, rigHours, rigHours)),
    },
    {
      id: 'e3',
      name: '研发楼（房屋）',
      kind: 'building',
      depreciation: random.between(120, 300) * 10_000,
      ...hours(...building, building[0] + building[1]),
    },
  ]
}

/** The same hours, those of the second project spent elsewhere. */
function withoutB<One extends Hours>(one: One): One {
  return { ...one, b: 0, other: one.other + one.b }
}
