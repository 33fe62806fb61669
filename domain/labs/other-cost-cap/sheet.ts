import { sumFen } from '../fen'
import type { CellSpec, Form, Say, SheetBody } from '../lab-sheet'
import type { Paper, PaperGroup } from '../paper'
import { type CapCase, COST_KINDS, type CostKind, type LedgerProject } from './ledger'

const KIND_NAMES: Record<CostKind, string> = {
  LABOR: '一、人员人工费用',
  DIRECT: '二、直接投入费用',
  DEPRECIATION: '三、折旧费用',
  AMORTISATION: '四、无形资产摊销',
  DESIGN: '五、新产品设计费等',
  OTHER: '六、其他相关费用',
}

/** The cells of the calculation after reading, with the step and the concept of each. */
const CALCULATION = [
  ['five', 'pool', 'other-cap'],
  ['other', 'pool', 'other-costs'],
  ['limit', 'limit', 'other-cap'],
  ['allowed', 'allow', 'other-cap'],
  ['cut', 'allow', 'other-cap'],
  ['base', 'allow', 'other-cap'],
  ['old-allowed', 'compare', 'cap-projects'],
  ['gain', 'compare', 'cap-projects'],
] as const

/** A case as papers (one ledger page a project) and one working paper: two cells a project, then eight for the calculation. */
export function sheetOf({ company, year, projects }: CapCase): SheetBody {
  return {
    company,
    year,
    policy: '2023 年起的加计扣除政策（CIT-2023+）',
    papers: projects.map((project, index) => ledgerPage(project, `第 ${index + 1} 页，共 ${projects.length} 页`)),
    forms: [workingPaper(projects)],
    cells: [
      ...projects.flatMap(readCells),
      ...CALCULATION.map(([id, step, concept]) => money(id, step, concept, { text: id })),
    ],
  }
}

function readCells({ id, code }: LedgerProject): CellSpec[] {
  return [
    money(`${id}-five`, 'read', 'cap-projects', { text: 'project-five', args: { code } }),
    money(`${id}-other`, 'read', 'other-costs', { text: 'project-other', args: { code } }),
  ]
}

function money(id: string, step: string, concept: string, label: Say): CellSpec {
  return { id, step, concept, label, kind: 'money', unit: 'yuan' }
}

function workingPaper(projects: readonly LedgerProject[]): Form {
  const rows = projects.map(({ id, code }) => ({
    head: { text: 'project', args: { code } },
    entries: [{ cell: `${id}-five` }, { cell: `${id}-other` }],
  }))
  const columns = [{ text: 'project-head' }, { text: 'five-head' }, { text: 'other-head' }]
  const steps = [...new Set(CALCULATION.map(([, step]) => step))]
  return {
    id: 'working-paper',
    sections: [
      { layout: 'table', step: 'read', columns, rows },
      ...steps.map((step) => ({
        layout: 'list' as const,
        step,
        cells: CALCULATION.filter(([, of]) => of === step).map(([id]) => id),
      })),
    ],
  }
}

function ledgerPage(project: LedgerProject, folio: string): Paper {
  return {
    id: `ledger-${project.id}`,
    kind: 'ledger',
    title: '研发支出辅助账（本平台版式）',
    no: folio,
    blocks: [
      {
        block: 'facts',
        facts: [
          ['项目编号', project.code],
          ['项目名称', project.name],
          ['研发形式', '自主研发'],
          ['会计处理', project.treatment === 'EXPENSED' ? '费用化' : '资本化'],
          ['实施状态', project.status === 'FINISHED' ? '已完成' : '未完成'],
        ],
      },
      {
        block: 'table',
        columns: [
          { label: '日期' },
          { label: '凭证号' },
          { label: '摘要' },
          { label: '税法规定的归集金额', isNumber: true },
        ],
        groups: COST_KINDS.map((kind) => kindRows(project, kind)),
      },
    ],
  }
}

function kindRows(project: LedgerProject, kind: CostKind): PaperGroup {
  const lines = project.lines.filter((line) => line.kind === kind)
  return {
    label: KIND_NAMES[kind],
    rows: lines.map((line) => [line.on.slice(5), line.voucher, line.summary, { fen: line.amount }]),
    total: ['小计', null, null, { fen: sumFen(lines.map((line) => line.amount)) }],
  }
}
