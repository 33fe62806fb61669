import type { Fen } from '../fen'
import type { Paper } from '../paper'
import { lines, quarterOf, signatures, text } from './paper-parts'
import type { WholeCase } from './whole-case'

/** Documents of people and equipment that also work for production: what they cost, and the hours that divide it. */
export function sharedPapers(one: WholeCase): {
  payroll: Paper
  timeSheet: Paper
  depreciation: Paper
  equipmentLog: Paper
} {
  return {
    payroll: payroll(one),
    timeSheet: timeSheet(one),
    depreciation: depreciation(one),
    equipmentLog: equipmentLog(one),
  }
}

function payroll(one: WholeCase): Paper {
  const people: [string, string, { wage: Fen; insurance: Fen }][] = [
    ['赵某', '设计工程师（研究人员）', one.engineer],
    ['钱某', '试验技术员（技术人员）', one.technician],
    ['孙某', '研发部文员（收发、报销）', one.clerk],
  ]
  return {
    id: 'payroll',
    kind: 'payslip',
    title: '研发部工资表',
    no: quarterOf(one),
    tag: '1–3',
    blocks: [
      {
        block: 'table',
        columns: ['姓名', '岗位', '应付工资', '五险一金（单位）', '人工成本'].map((label, index) => ({
          label,
          ...(index > 1 ? { isNumber: true } : {}),
        })),
        groups: [
          {
            rows: people.map(([name, post, { wage, insurance }]) => [
              name,
              post,
              { fen: wage },
              { fen: insurance },
              { fen: wage + insurance },
            ]),
          },
        ],
      },
      signatures('人力资源部', '财务部'),
    ],
  }
}

function timeSheet(one: WholeCase): Paper {
  const row = (name: string, { project, total }: { project: number; total: number }) => [
    name,
    `${project}`,
    `${total - project}`,
    `${total}`,
  ]
  return {
    id: 'time-sheet',
    kind: 'time-sheet',
    title: '研发人员工时表',
    no: `${quarterOf(one)} · 单位：小时`,
    blocks: [
      {
        block: 'table',
        columns: ['姓名', one.project.code, '生产与其他', '合计'].map((label, index) => ({
          label,
          ...(index > 0 ? { isNumber: true } : {}),
        })),
        groups: [{ rows: [row('赵某', one.engineer), row('钱某', one.technician)] }],
      },
      text('孙某在季度内只为研发部办理收发、报销，不参加试验，不填本表。'),
      signatures('填表：研发部', '审核：项目负责人'),
    ],
  }
}

function depreciation(one: WholeCase): Paper {
  return {
    id: 'depreciation',
    kind: 'ledger',
    title: '固定资产折旧计算表',
    no: quarterOf(one),
    tag: '6–7',
    blocks: [
      lines(
        ['资产', '本季折旧（元）'],
        [
          ['振动试验台（研发与生产共用）', one.instrument.depreciation],
          ['研发楼（房屋，只供研发部使用）', one.building],
        ],
      ),
      signatures('资产管理员', '财务部'),
    ],
  }
}

function equipmentLog(one: WholeCase): Paper {
  const { project, total } = one.instrument
  return {
    id: 'equipment-log',
    kind: 'equipment-log',
    title: '设备使用记录',
    no: `${quarterOf(one)} · 单位：小时`,
    blocks: [
      {
        block: 'table',
        columns: ['设备', one.project.code, '生产检验', '合计'].map((label, index) => ({
          label,
          ...(index > 0 ? { isNumber: true } : {}),
        })),
        groups: [{ rows: [['振动试验台', `${project}`, `${total - project}`, `${total}`]] }],
      },
      signatures('实验室管理员'),
    ],
  }
}
