import type Excel from 'exceljs'
import { formulaCell, inputCell, letter, MONEY, newBook, notesSheet, tableSheet } from './book'

/** Kinds of cost in the order of the columns; the last three are commissioned research. */
export const KINDS = [
  '人员人工',
  '直接投入',
  '折旧',
  '无形资产摊销',
  '新产品设计费等',
  '其他相关费用',
  '委托境内',
  '委托境外机构',
] as const
const NOT_COUNTED = '不计入'
/** First row of lines, and how many there are room for. */
export const FIRST = 3
export const LINES = 300
const PROJECTS = 30
const LAST = FIRST + LINES - 1
/** Columns of a line. */
export const AT = {
  date: 1,
  word: 2,
  no: 3,
  summary: 4,
  project: 5,
  book: 6,
  tax: 7,
  kind: 8,
  inYear: 9,
  first: 10,
  check: 18,
} as const

/**
 * 研发支出辅助账: projects, lines and the summary of a year with cap, commissions, special income and super-deduction. Source: facts, sections 1.5–1.8, 5.2
 * (28号, 40号, 119号, 财税〔2018〕64号, 公告2023年第7号).
 */
export function ledgerBook(): Excel.Workbook {
  const book = newBook('研发支出辅助账')
  notesSheet(book, '研发支出辅助账（本平台版式）', [
    '版式是本平台自己设计的，数据项按2021版辅助账的逻辑，列的顺序不是官方表样。税务机关允许自行设计，但应包含2021版的数据项，逻辑一致。（国家税务总局公告2021年第28号）',
    '黄色的格子填写，其余由公式计算。一本账管一个年度，从立项起逐笔登记，凭证上注明项目编号。',
    '一、“项目”表：每个项目一行。尚未结束的资本化项目，“计入本年”选“否”，等形成无形资产的年度再计入。',
    '二、“辅助账”表：会计凭证记载金额照凭证填；税法规定的归集金额先去掉派遣服务费、非研发工时、不征税收入支付的部分，再填。',
    '三、“汇总”表：其他相关费用限额＝前五类之和×10%÷（1－10%），全部项目合并计算一次；委托境内按80%；委托境外机构按80%，且不超过境内符合条件的研发费用的三分之二；委托境外个人不能加计，不要登记在这里。',
    '四、特殊收入（下脚料、残次品、中间试制品）和已售研发产品的材料，在“汇总”表里填。',
    '口径核对至2026年2月，申报时以主管税务机关最新要求为准。账和汇总表留存备查，保存10年。',
  ])
  projectsSheet(book)
  linesSheet(book)
  summarySheet(book)
  return book
}

function projectsSheet(book: Excel.Workbook): void {
  const page = tableSheet(book, '项目', {
    title: '研发项目',
    headers: ['项目编号', '项目名称', '研发形式', '费用化或资本化', '状态', '立项决议日期', '计入本年'],
    widths: [16, 36, 14, 16, 12, 16, 12],
  })
  const lists: Record<number, readonly string[]> = {
    3: ['自主研发', '委托研发', '合作研发', '集中研发'],
    4: ['费用化', '资本化'],
    5: ['未完成', '已完成'],
    7: ['是', '否'],
  }
  for (let row = FIRST; row < FIRST + PROJECTS; row++)
    for (let column = 1; column <= 7; column++) inputCell(page.getCell(row, column), undefined, lists[column])
}

function linesSheet(book: Excel.Workbook): void {
  const page = tableSheet(book, '辅助账', {
    title: '研发支出辅助账（本平台版式）',
    headers: [
      ...['凭证日期', '种类', '号数', '摘要', '项目编号', '会计凭证记载金额', '税法规定的归集金额', '类别', '计入本年'],
      ...KINDS,
      '核对',
    ],
    widths: [12, 8, 8, 30, 14, 16, 16, 16, 9, ...KINDS.map(() => 14), 30],
  })
  for (let row = FIRST; row <= LAST; row++) {
    for (const column of [AT.date, AT.word, AT.no, AT.summary, AT.project]) inputCell(page.getCell(row, column))
    for (const column of [AT.book, AT.tax]) inputCell(page.getCell(row, column), MONEY)
    inputCell(page.getCell(row, AT.kind), undefined, [...KINDS, NOT_COUNTED])
    formulaCell(
      page.getCell(row, AT.inYear),
      `IF(E${row}="","是",IFERROR(IF(VLOOKUP(E${row},项目!$A$${FIRST}:$G$${FIRST + PROJECTS - 1},7,FALSE)="否","否","是"),"是"))`,
      '@',
    )
    KINDS.forEach((kind, index) => {
      formulaCell(page.getCell(row, AT.first + index), `IF(AND($H${row}="${kind}",$I${row}="是"),$G${row},0)`)
    })
    formulaCell(
      page.getCell(row, AT.check),
      `IF(AND(G${row}="",H${row}=""),"",IF(H${row}="","没有选类别",IF(AND(F${row}<>"",G${row}>F${row}),"税法金额大于凭证金额，请核对",IF(AND(H${row}="${NOT_COUNTED}",G${row}<>0),"不计入的行，税法金额应为 0",""))))`,
      '@',
    )
  }
  const total = page.getRow(LAST + 1)
  total.font = { bold: true }
  total.getCell(AT.summary).value = '合计'
  for (const column of [AT.book, AT.tax, ...KINDS.map((_, index) => AT.first + index)])
    formulaCell(total.getCell(column), `SUM(${letter(column)}${FIRST}:${letter(column)}${LAST})`)
}

/** Rows of the summary by what they say, so that tests find them. */
export const SUMMARY = [
  'labor',
  'direct',
  'depreciation',
  'amortisation',
  'design',
  'five',
  'limit',
  'other',
  'otherAllowed',
  'own',
  'domesticPaid',
  'domestic',
  'abroadPaid',
  'abroadCap',
  'abroad',
  'total',
  'special',
  'material',
  'materialBefore',
  'afterSpecial',
  'base',
  'carried',
  'rate',
  'extra',
] as const
type SummaryRow = (typeof SUMMARY)[number]

/** The row of the summary sheet where an amount stands, in column B. */
export function summaryRow(what: SummaryRow): number {
  return FIRST + SUMMARY.indexOf(what)
}

function summarySheet(book: Excel.Workbook): void {
  const page = tableSheet(book, '汇总', {
    title: '辅助账汇总与加计扣除（本平台版式）',
    headers: ['项目', '金额（元）', '怎么算'],
    widths: [44, 20, 70],
  })
  const sum = (kind: (typeof KINDS)[number]) => {
    const column = letter(AT.first + KINDS.indexOf(kind))
    return `SUM(辅助账!${column}${FIRST}:${column}${LAST})`
  }
  const at = (what: SummaryRow) => `B${summaryRow(what)}`
  const rows: Record<SummaryRow, readonly [label: string, formula: string | null, how: string]> = {
    labor: ['一、人员人工', sum('人员人工'), '辅助账合计'],
    direct: ['二、直接投入', sum('直接投入'), '辅助账合计'],
    depreciation: ['三、折旧', sum('折旧'), '辅助账合计'],
    amortisation: ['四、无形资产摊销', sum('无形资产摊销'), '辅助账合计'],
    design: ['五、新产品设计费等', sum('新产品设计费等'), '辅助账合计'],
    five: ['前五类之和', `SUM(${at('labor')}:${at('design')})`, '一至五相加'],
    limit: ['其他相关费用限额', `ROUND(${at('five')}/9,2)`, '前五类之和×10%÷（1－10%）'],
    other: ['六、其他相关费用（实际）', sum('其他相关费用'), '辅助账合计'],
    otherAllowed: ['可计入的其他相关费用', `MIN(${at('other')},${at('limit')})`, '实际与限额，取小'],
    own: ['自主、合作、集中研发小计', `${at('five')}+${at('otherAllowed')}`, '前五类＋可计入的其他相关费用'],
    domesticPaid: ['七、委托境内（实际支付）', sum('委托境内'), '辅助账合计；合同要经登记'],
    domestic: ['委托境内可计入', `ROUND(${at('domesticPaid')}*0.8,2)`, '实际支付×80%'],
    abroadPaid: ['八、委托境外机构（实际支付）', sum('委托境外机构'), '辅助账合计；不含委托境外个人'],
    abroadCap: ['委托境外的上限', `ROUND((${at('own')}+${at('domestic')})*2/3,2)`, '（小计＋委托境内可计入）×2÷3'],
    abroad: ['委托境外可计入', `MIN(ROUND(${at('abroadPaid')}*0.8,2),${at('abroadCap')})`, '实际支付×80%与上限，取小'],
    total: ['年度研发费用小计', `${at('own')}+${at('domestic')}+${at('abroad')}`, '三项相加'],
    special: ['减：特殊收入', null, '填写：下脚料、残次品、中间试制品收入'],
    material: ['减：当年售出研发产品对应的材料', null, '填写'],
    materialBefore: ['减：以前年度结转的材料', null, '填写'],
    afterSpecial: ['减特殊收入以后', `MAX(${at('total')}-${at('special')},0)`, '不够减，按零计算'],
    base: [
      '加计的基数',
      `MAX(${at('afterSpecial')}-${at('material')}-${at('materialBefore')},0)`,
      '再减材料；不够减，按零计算',
    ],
    carried: [
      '结转以后年度扣减的材料',
      `MAX(${at('material')}+${at('materialBefore')}-${at('afterSpecial')},0)`,
      '没有减完的材料',
    ],
    rate: ['加计比例', null, '填写：一般100%；列入清单的集成电路、工业母机企业2023至2027年120%'],
    extra: ['本年加计扣除额', `ROUND(${at('base')}*${at('rate')},2)`, '基数×加计比例'],
  }
  for (const what of SUMMARY) {
    const [label, formula, how] = rows[what]
    const row = page.getRow(summaryRow(what))
    row.getCell(1).value = label
    row.getCell(3).value = how
    if (formula) formulaCell(row.getCell(2), formula)
    else inputCell(row.getCell(2), what === 'rate' ? '0%' : MONEY)
  }
  page.getCell(summaryRow('rate'), 2).value = 1
  page.getCell(summaryRow('rate'), 2).numFmt = '0%'
}
