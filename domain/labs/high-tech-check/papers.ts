import { formatCell } from '../cell-value'
import type { Paper, PaperEntry } from '../paper'
import type { CheckCase } from './check-case'

/** The documents of a case: three years of figures, the latest year's income, staff, and the experts' points. */
export function papersOf(one: CheckCase): Paper[] {
  return [threeYears(one), income(one), staff(one), points(one)]
}

function wan(amount: number): string {
  return formatCell({ kind: 'integer' }, amount)
}

function threeYears({ year, sales, rd, netAssets, rdDomestic }: CheckCase): Paper {
  const row = (label: string, years: readonly number[]): PaperEntry[] => [label, ...years.map(wan)]
  return {
    id: 'three-years',
    kind: 'ledger',
    title: '近三个会计年度主要数据（经专项审计）',
    no: '单位：万元',
    blocks: [
      {
        block: 'table',
        columns: [
          { label: '项目' },
          ...[year - 2, year - 1, year].map((one) => ({ label: `${one} 年`, isNumber: true })),
        ],
        groups: [{ rows: [row('销售收入', sales), row('研究开发费用', rd), row('年末净资产', netAssets)] }],
      },
      { block: 'text', paragraphs: [`三年的研究开发费用中，在中国境内发生的合计 ${wan(rdDomestic)} 万元。`] },
    ],
  }
}

function income({ year, sales, gross, nontax, highTech }: CheckCase): Paper {
  return {
    id: 'income',
    kind: 'ledger',
    title: `${year} 年收入构成`,
    no: '单位：万元',
    blocks: [
      {
        block: 'facts',
        facts: [
          ['收入总额', wan(gross)],
          ['其中：销售收入', wan(sales[2])],
          ['其中：投资收益、营业外收入', wan(gross - sales[2] - nontax)],
          ['其中：不征税收入', wan(nontax)],
          ['高新技术产品（服务）收入', wan(highTech)],
        ],
      },
    ],
  }
}

function staff(one: CheckCase): Paper {
  return {
    id: 'staff',
    kind: 'payslip',
    title: `${one.year} 年人员情况`,
    no: '单位：人',
    blocks: [
      {
        block: 'table',
        columns: [
          { label: '口径' },
          { label: '职工总数', isNumber: true },
          { label: '科技人员（满 183 天）', isNumber: true },
        ],
        groups: [
          {
            rows: [
              ['全年月平均数', `${one.staff}`, `${one.scientists}`],
              ['年末数', `${one.staffAtEnd}`, `${one.scientistsAtEnd}`],
            ],
          },
        ],
      },
    ],
  }
}

function points({ points: given }: CheckCase): Paper {
  const names = [
    ['知识产权：技术的先进程度', '8'],
    ['知识产权：对主要产品的核心支持作用', '8'],
    ['知识产权：数量', '8'],
    ['知识产权：获得方式', '6'],
    ['知识产权：参与标准制定（加分）', '2'],
    ['科技成果转化能力', '30'],
    ['研究开发组织管理水平', '20'],
    ['成长性：净资产增长率', '10'],
    ['成长性：销售收入增长率', '10'],
  ]
  return {
    id: 'points',
    kind: 'memo',
    title: '创新能力评价（模拟打分）',
    blocks: [
      {
        block: 'table',
        columns: [{ label: '项目' }, { label: '满分', isNumber: true }, { label: '得分', isNumber: true }],
        groups: [{ rows: names.map(([name = '', most = ''], index) => [name, most, `${given[index] ?? 0}`]) }],
      },
      {
        block: 'text',
        paragraphs: [
          '其余条件（注册一年以上、核心自主知识产权、技术领域、无重大安全质量事故和严重环境违法）都已具备。',
        ],
      },
    ],
  }
}
