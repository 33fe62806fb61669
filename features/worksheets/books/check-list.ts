import type Excel from 'exceljs'
import { formulaCell, inputCell, newBook, notesSheet, tableSheet } from './book'

const ANSWERS = ['已核对', '有问题', '不适用'] as const
export const FIRST = 3

type Item = readonly [part: string, check: string, cite: string]
const TAX40 = '国家税务总局公告2017年第40号'
const TAX119 = '财税〔2015〕119号'
const TAX97 = '国家税务总局公告2015年第97号'

/** What is looked at before the year is claimed, part by part. Source: facts, sections 1.3–1.11 and 5.3. */
export const ITEMS: readonly Item[] = [
  ['企业', '查账征收，会计核算健全，能准确归集研发费用', `${TAX119} 第五条`],
  ['企业', '不适用行业的主营收入占比不超过50%（分母：收入总额减不征税收入减投资收益）', `${TAX97} 第四条`],
  ['项目', '有立项决议和项目计划书，日期在支出之前', '国家税务总局公告2018年第23号'],
  [
    '项目',
    '属于研发活动：不是常规升级、直接应用已有成果、售后支持、重复或简单改变、市场调查、常规质检、社科人文研究',
    `${TAX119} 第一条第（二）项`,
  ],
  ['项目', '费用化、资本化的划分与会计处理一致，没有中途无决议改动', `${TAX40} 第七条第（三）项`],
  ['人员人工', '只有研究、技术、辅助人员；行政、财务、后勤没有计入', `${TAX40} 第一条`],
  ['人员人工', '派遣服务费没有计入', `${TAX40} 第一条`],
  ['人员人工', '福利费、补充养老、补充医疗记在其他相关费用，不在人员人工', `${TAX40} 第六条`],
  ['人员人工', '兼做其他工作的人有工时记录，分母是全部工时', `${TAX40} 第一条第（三）项`],
  ['直接投入', '领料单注明项目编号；产品对外销售的，材料已扣减', `${TAX40} 第二条第（二）项`],
  ['直接投入', '设备购置价没有直接计入；房屋租金没有计入', `${TAX119} 第一条第（一）项`],
  ['折旧', '只有仪器、设备；房屋折旧没有计入', `${TAX119} 第一条第（一）项`],
  ['折旧', '加速或一次性扣除的，按税前扣除的折旧计算', `${TAX40} 第三条第（二）项`],
  ['折旧', '研发与生产共用的设备有使用记录', `${TAX40} 第三条第（一）项`],
  ['摊销', '软件、专利、非专利技术用于研发，有用途说明；土地使用权没有计入', `${TAX119} 第一条第（一）项`],
  ['设计费等', '新产品设计、新工艺规程制定等，不是日常生产图纸', `${TAX119} 第一条第（一）项`],
  ['其他相关费用', '属于列举的范围；招待费、通讯费、办公费没有计入', `${TAX40} 第六条`],
  ['其他相关费用', '限额＝前五类之和÷9，全部项目合并计算一次', '国家税务总局公告2021年第28号 第三条'],
  ['委托研发', '境内按80%计入；合同已登记', `${TAX119} 第二条第1项`],
  ['委托研发', '境外机构按80%且不超过境内符合条件的三分之二；境外个人没有计入', '财税〔2018〕64号'],
  ['扣减', '下脚料、残次品、中间试制品收入已扣减；不够减按零', `${TAX40} 第七条第（二）项`],
  ['扣减', '不征税收入支付的部分没有计入', `${TAX97} 第二条第（五）项`],
  ['申报', '7月、10月预缴或汇算清缴时享受；以前年度漏享的，最长追溯3年', '国家税务总局 财政部公告2023年第11号'],
  [
    '留存备查',
    '计划书与立项决议、机构与人员名单、登记的合同、费用分配说明、辅助账与汇总表齐全，保存10年',
    '国家税务总局公告2018年第23号',
  ],
]

/** 费用检查清单: a check a row, and how many are still open. */
export function checkListBook(): Excel.Workbook {
  const book = newBook('研发费用检查清单')
  notesSheet(book, '研发费用检查清单（本平台编写）', [
    '申报以前逐条核对，在“结果”一列选择；有问题的写明怎么处理。',
    '清单不是官方表格，也不代替主管税务机关的要求。口径核对至2026年2月，以主管部门最新文件为准。',
  ])
  const page = tableSheet(book, '清单', {
    title: '研发费用检查清单',
    headers: ['部分', '核对什么', '依据', '结果', '怎么处理'],
    widths: [14, 64, 40, 12, 40],
  })
  ITEMS.forEach(([part, check, cite], index) => {
    const row = page.getRow(FIRST + index)
    row.getCell(1).value = part
    row.getCell(2).value = check
    row.getCell(3).value = cite
    for (const column of [2, 3, 5]) row.getCell(column).alignment = { wrapText: true, vertical: 'top' }
    inputCell(row.getCell(4), undefined, ANSWERS)
    inputCell(row.getCell(5))
  })
  const last = FIRST + ITEMS.length - 1
  const counts: [string, string][] = [
    [
      '还没有核对',
      `${ITEMS.length}-COUNTIF(D${FIRST}:D${last},"${ANSWERS[0]}")-COUNTIF(D${FIRST}:D${last},"${ANSWERS[1]}")-COUNTIF(D${FIRST}:D${last},"${ANSWERS[2]}")`,
    ],
    ['有问题', `COUNTIF(D${FIRST}:D${last},"${ANSWERS[1]}")`],
  ]
  counts.forEach(([label, formula], index) => {
    page.getCell(last + 2 + index, 3).value = label
    formulaCell(page.getCell(last + 2 + index, 4), formula, '0')
  })
  return book
}
