import type Excel from 'exceljs'
import { formulaCell, inputCell, letter, MONEY, newBook, notesSheet, tableSheet } from './book'

export const FIRST = 3
export const ROWS = 30
const PROJECTS = ['项目A', '项目B', '项目C', '项目D', '项目E'] as const
const LAST = FIRST + ROWS - 1

/** 分摊表: people and equipment allotted to projects by hours. Source: facts, sections 1.5 and 1.9 (40号 一、三). */
export function allotmentBook(): Excel.Workbook {
  const book = newBook('人员和设备分摊表')
  notesSheet(book, '人员和设备分摊表（本平台版式）', [
    '一个月一份。黄色的格子填写，其余由公式计算。',
    '计入金额＝当月成本×该项目工时÷当月全部工时，四舍五入到分。分母是全部工时，不是研发工时；没有分出去的，留在生产成本里。（国家税务总局公告2017年第40号）',
    '人员：只有直接从事研发的研究、技术、辅助人员选“是”；行政、后勤选“否”。外聘派遣人员的成本只填实际支付给本人的工资和社会保险费，不含派遣服务费。',
    '设备：只有用于研发的仪器、设备选“是”；房屋选“否”。',
    '没有记录的时间不能当成研发工时。工时表、设备使用记录和本表一起留存备查。',
    '口径核对至2026年2月，申报时以主管税务机关最新要求为准。',
  ])
  sheet(book, '人员', ['姓名', '岗位', '直接从事研发'], '人员人工分摊', '当月成本（工资＋单位部分五险一金）')
  sheet(book, '设备', ['设备、资产', '编号', '用于研发的仪器设备'], '折旧分摊', '当月折旧')
  return book
}

/** Columns: what it is (3), cost, hours of five projects, all hours; then the amounts of the projects, what is left, and a check. */
export const AT = { counts: 3, cost: 4, hours: 5, total: 10, amounts: 11, left: 16, check: 17 } as const

function sheet(book: Excel.Workbook, name: string, heads: readonly string[], title: string, cost: string): void {
  const page = tableSheet(book, name, {
    title: `${title}（本平台版式）`,
    headers: [
      ...heads,
      cost,
      ...PROJECTS.map((project) => `${project}工时`),
      '全部工时',
      ...PROJECTS.map((project) => `计入${project}`),
      '留在生产成本',
      '核对',
    ],
    widths: [18, 16, 12, 18, ...PROJECTS.map(() => 10), 10, ...PROJECTS.map(() => 14), 14, 30],
  })
  const [cost1, first, last, total] = [AT.cost, AT.hours, AT.hours + PROJECTS.length - 1, AT.total].map(letter)
  for (let row = FIRST; row <= LAST; row++) {
    for (const column of [1, 2]) inputCell(page.getCell(row, column))
    inputCell(page.getCell(row, AT.counts), undefined, ['是', '否'])
    inputCell(page.getCell(row, AT.cost), MONEY)
    for (let column = AT.hours; column <= AT.total; column++) inputCell(page.getCell(row, column), '0.0')
    PROJECTS.forEach((_, index) => {
      const hours = `${letter(AT.hours + index)}${row}`
      formulaCell(
        page.getCell(row, AT.amounts + index),
        `IF(OR($C${row}<>"是",N($${total}${row})=0),0,ROUND($${cost1}${row}*${hours}/$${total}${row},2))`,
      )
    })
    const amounts = `${letter(AT.amounts)}${row}:${letter(AT.amounts + PROJECTS.length - 1)}${row}`
    formulaCell(page.getCell(row, AT.left), `N($${cost1}${row})-SUM(${amounts})`)
    formulaCell(
      page.getCell(row, AT.check),
      `IF(SUM(${first}${row}:${last}${row})>N(${total}${row}),"各项目工时超过全部工时",IF(AND(N($${cost1}${row})>0,C${row}=""),"请选是或否",""))`,
      '@',
    )
  }
  const sum = page.getRow(LAST + 1)
  sum.font = { bold: true }
  sum.getCell(1).value = '合计'
  for (const column of [AT.cost, ...PROJECTS.map((_, index) => AT.amounts + index), AT.left])
    formulaCell(sum.getCell(column), `SUM(${letter(column)}${FIRST}:${letter(column)}${LAST})`)
}
