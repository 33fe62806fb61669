import { formatCell } from '../cell-value'
import type { Paper, PaperEntry } from '../paper'
import { type EntryId, monthsOf, type StatisticsCase } from './statistics-case'

/** The documents of a case: who worked on what, the project list, and the forms as a colleague filled them in, with mistakes. */
export function papersOf(one: StatisticsCase): Paper[] {
  return [timeSheet(one), projectList(one), projectForm(one), costForm(one)]
}

function months(tenths: number): string {
  return formatCell({ kind: 'decimal', scale: 1 }, tenths)
}

function thousands(amount: number): string {
  return formatCell({ kind: 'integer' }, amount)
}

function timeSheet(one: StatisticsCase): Paper {
  return {
    id: 'time-sheet',
    kind: 'time-sheet',
    title: '研发人员全年工作时间汇总',
    no: `${one.year} 年 · 单位：月 · 全年 12 个月`,
    blocks: [
      {
        block: 'table',
        columns: [
          { label: '姓名' },
          { label: '工作' },
          { label: 'P1', isNumber: true },
          { label: 'P2', isNumber: true },
          { label: '管理与服务', isNumber: true },
        ],
        groups: [
          {
            rows: one.people.map(({ name, work, p1, p2, support }) => [
              name,
              work,
              months(p1),
              months(p2),
              months(support),
            ]),
          },
        ],
      },
      { block: 'signatures', names: ['研发中心', '人力资源部'] },
    ],
  }
}

function projectList({ year, projects }: StatisticsCase): Paper {
  const state = ['进行中', '已完成', '已终止（未达到目标）']
  return {
    id: 'projects',
    kind: 'memo',
    title: `${year} 年研发项目立项文件目录`,
    blocks: [
      {
        block: 'table',
        columns: [{ label: '编号' }, { label: '项目名称（立项文件）' }, { label: '起止' }, { label: '状态' }],
        groups: [
          {
            rows: projects.map((name, index) => [
              `P${index + 1}`,
              name,
              index === 1 ? `${year}-01 至 ${year}-11` : `${year}-03 至 ${year + 1}-06`,
              state[index] ?? '',
            ]),
          },
        ],
      },
    ],
  }
}

function projectForm(one: StatisticsCase): Paper {
  const { year, projects, people, planted, off } = one
  const has = (entry: EntryId) => planted.includes(entry)
  const team = (project: 'p1' | 'p2') => people.filter((person) => person[project] > 0)
  const sum = (project: 'p1' | 'p2') => team(project).reduce((all, person) => all + person[project], 0)
  const p1Months = has('project-months') ? team('p1').length * 120 + off : sum('p1')
  const both = people.find(({ p1, p2 }) => p1 > 0 && p2 > 0)
  const own = both ? monthsOf(both) : 0
  const p2Cost = 500 + off * 3
  const row = (label: string, first: string, second: string): PaperEntry[] => [label, first, second]
  return {
    id: 'form-107-1',
    kind: 'statistical-form',
    title: '企业研究开发项目情况（摘录，待审）',
    no: `107-1 表 · ${year} 年`,
    blocks: [
      {
        block: 'table',
        columns: [{ label: '指标' }, { label: 'P1' }, { label: 'P2' }],
        groups: [
          {
            rows: [
              row('项目名称', `${projects[0]}${has('name') ? '。' : ''}`, projects[1]),
              row('起始日期', `${year}-03`, has('dates') ? `${year}-11` : `${year}-01`),
              row('完成日期', `${year + 1}-06`, has('dates') ? `${year}-01` : `${year}-11`),
              row('研究开发人员（人）', `${team('p1').length}`, `${team('p2').length}`),
              row('实际工作时间（人月）', months(p1Months), months(sum('p2'))),
              row(
                '项目经费支出（千元）',
                thousands(900 + off * 5),
                thousands(has('project-cost') ? p2Cost * 1_000 : p2Cost),
              ),
            ],
          },
        ],
      },
      {
        block: 'text',
        paragraphs: [
          `附：${both?.name ?? ''}两个项目合计 ${has('person-months') ? months(120 + off) : months(own)} 个月。`,
          `附：两个项目的人数相加为 ${team('p1').length + team('p2').length} 人，有人同时参加两个项目。`,
          has('projects') ? '附：本表填报 P1、P2 两个项目。' : `附：另有 P3“${projects[2]}”一张，已填报，此处从略。`,
        ],
      },
    ],
  }
}

function costForm({ year, cost, planted, off }: StatisticsCase): Paper {
  const total = cost.items.reduce((all, [, amount]) => all + amount, 0)
  const parts = cost.outside.map(([name, amount], index): PaperEntry[] => [
    name,
    thousands(index === 1 && planted.includes('outside') ? amount - off : amount),
  ])
  const rows = cost.items.flatMap(([name, amount]): PaperEntry[][] => [
    [name, thousands(amount)],
    ...(name.startsWith('委托外部') ? parts : []),
  ])
  return {
    id: 'form-107-2',
    kind: 'statistical-form',
    title: '企业研究开发活动及相关情况（摘录，待审）',
    no: `107-2 表 · ${year} 年 · 单位：千元`,
    blocks: [
      {
        block: 'table',
        columns: [{ label: '指标' }, { label: '本年', isNumber: true }],
        groups: [{ rows }],
        total: ['研究开发费用合计', thousands(planted.includes('total') ? total - off : total)],
      },
    ],
  }
}
