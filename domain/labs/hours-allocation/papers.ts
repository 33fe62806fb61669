import { sumFen } from '../fen'
import type { Paper, PaperEntry } from '../paper'
import type { AllocationCase, Role, Worker } from './allocation-case'

const POSTS: Record<Role, string> = {
  researcher: '研发工程师（研究人员）',
  technician: '实验室技术员（技术人员）',
  helper: '试制车间技工（辅助人员）',
  clerk: '研发部行政文员（收发、报销）',
  dispatched: '外聘研发人员（劳务派遣）',
  'partly-recorded': '设计工程师（研究人员）',
}

/** The documents of a month: payroll, agency's invoice, time sheet, depreciation, log of equipment. */
export function papersOf(one: AllocationCase): Paper[] {
  return [
    payroll(one),
    ...one.workers.filter(({ role }) => role === 'dispatched').map((worker) => agency(one, worker)),
    timeSheet(one),
    depreciation(one),
    equipmentLog(one),
  ]
}

function period({ year, month }: AllocationCase): string {
  return `${year} 年 ${month} 月`
}

function payroll(one: AllocationCase): Paper {
  const own = one.workers.filter(({ role }) => role !== 'dispatched')
  const row = ({ name, role, wage, insurance }: Worker): PaperEntry[] => [
    name,
    POSTS[role],
    { fen: wage },
    { fen: insurance },
    { fen: wage + insurance },
  ]
  return {
    id: 'payroll',
    kind: 'payslip',
    title: '研发中心工资表（含单位部分五险一金）',
    no: period(one),
    blocks: [
      {
        block: 'table',
        columns: [
          { label: '姓名' },
          { label: '岗位' },
          { label: '应付工资', isNumber: true },
          { label: '五险一金（单位）', isNumber: true },
          { label: '人工成本', isNumber: true },
        ],
        groups: [{ rows: own.map(row) }],
      },
      { block: 'signatures', names: ['人力资源部', '财务部'] },
    ],
  }
}

function agency(one: AllocationCase, { name, wage, fee }: Worker): Paper {
  return {
    id: 'agency',
    kind: 'invoice',
    title: '劳务派遣发票',
    no: `No. 示例-${one.year}${String(one.month).padStart(2, '0')}-0032`,
    blocks: [
      {
        block: 'facts',
        facts: [
          ['购买方', one.company],
          ['销售方', '示例·众合劳务派遣有限公司'],
          ['所属期', period(one)],
        ],
      },
      {
        block: 'table',
        columns: [{ label: '项目' }, { label: '金额（不含税，元）', isNumber: true }],
        groups: [
          {
            rows: [
              [`实际支付给外聘研发人员${name}的工资和社会保险费`, { fen: wage }],
              ['派遣服务费', { fen: fee }],
            ],
          },
        ],
        total: ['合计', { fen: sumFen([wage, fee]) }],
      },
    ],
  }
}

function timeSheet(one: AllocationCase): Paper {
  const row = ({ name, role, a, b, other, total }: Worker): PaperEntry[] => {
    const recorded = a + b + other
    const remark = recorded < total ? `另有 ${total - recorded} 小时无任何记录` : ''
    return [
      name,
      role === 'dispatched' ? '外聘' : '本企业',
      `${a}`,
      `${b}`,
      recorded < total ? '—' : `${other}`,
      `${total}`,
      remark,
    ]
  }
  return {
    id: 'time-sheet',
    kind: 'time-sheet',
    title: '研发人员工时表',
    no: `${period(one)} · 单位：小时`,
    blocks: [
      {
        block: 'table',
        columns: [
          { label: '姓名' },
          { label: '性质' },
          { label: `A ${one.projects.a}`, isNumber: true },
          { label: `B ${one.projects.b}`, isNumber: true },
          { label: '非研发', isNumber: true },
          { label: '出勤合计', isNumber: true },
          { label: '备注' },
        ],
        groups: [{ rows: one.workers.map(row) }],
      },
      { block: 'signatures', names: ['填表：研发中心', '审核：项目负责人'] },
    ],
  }
}

function depreciation(one: AllocationCase): Paper {
  return {
    id: 'depreciation',
    kind: 'ledger',
    title: '固定资产折旧计算表',
    no: period(one),
    blocks: [
      {
        block: 'table',
        columns: [{ label: '资产' }, { label: '本月折旧（元）', isNumber: true }],
        groups: [{ rows: one.assets.map(({ name, depreciation: fen }) => [name, { fen }]) }],
      },
    ],
  }
}

function equipmentLog(one: AllocationCase): Paper {
  return {
    id: 'equipment-log',
    kind: 'equipment-log',
    title: '设备、场地使用记录',
    no: `${period(one)} · 单位：小时`,
    blocks: [
      {
        block: 'table',
        columns: [
          { label: '资产' },
          { label: `A ${one.projects.a}`, isNumber: true },
          { label: `B ${one.projects.b}`, isNumber: true },
          { label: '生产', isNumber: true },
          { label: '合计', isNumber: true },
        ],
        groups: [
          { rows: one.assets.map(({ name, a, b, other, total }) => [name, `${a}`, `${b}`, `${other}`, `${total}`]) },
        ],
      },
      { block: 'signatures', names: ['实验室管理员'] },
    ],
  }
}
