import type Excel from 'exceljs'
import { formulaCell, inputCell, letter, newBook, notesSheet, tableSheet } from './book'

export const FIRST = 3
export const PEOPLE = 20
const DAYS = 31
const LAST = FIRST + PEOPLE * 6 - 1
/** Each person has a row for each of five projects and one for everything else. */
export const KINDS = ['项目A', '项目B', '项目C', '项目D', '项目E', '生产与其他'] as const
export const AT = { name: 1, post: 2, kind: 3, day: 4, sum: 4 + DAYS } as const

/** 工时表: a month day by day, and its hours per person and project. Source: facts, sections 1.9 and 5.3 (40号 一(三)). */
export function timeSheetBook(): Excel.Workbook {
  const book = newBook('研发人员工时表')
  notesSheet(book, '研发人员工时表（本平台版式）', [
    '一个月一份，每人每天按项目填小时数，当天填，不在月底回忆。黄色的格子填写，其余由公式计算。',
    '“生产与其他”也要填：分摊的分母是全部工时。没有记录的时间不能当成研发工时。（国家税务总局公告2017年第40号）',
    '一人一天各行相加超过24小时，“汇总”里会提示。填完后，把“汇总”里的工时抄到分摊表。',
    '本表由本人填写、项目负责人核对签字，和分摊表一起留存备查。',
  ])
  daysSheet(book)
  summarySheet(book)
  return book
}

function daysSheet(book: Excel.Workbook): void {
  const page = tableSheet(book, '逐日', {
    title: '研发人员工时表 · 逐日（小时）',
    headers: ['姓名', '岗位', '用途', ...Array.from({ length: DAYS }, (_, index) => `${index + 1}`), '合计'],
    widths: [14, 16, 12, ...Array.from({ length: DAYS }, () => 5), 9],
  })
  for (let row = FIRST; row <= LAST; row++) {
    const place = (row - FIRST) % KINDS.length
    const head = row - place
    if (place === 0) for (const column of [AT.name, AT.post]) inputCell(page.getCell(row, column))
    else formulaCell(page.getCell(row, AT.name), `IF($A$${head}="","",$A$${head})`, '@')
    page.getCell(row, AT.kind).value = KINDS[place] ?? ''
    for (let day = 0; day < DAYS; day++) {
      const cell = page.getCell(row, AT.day + day)
      inputCell(cell, '0.0')
      cell.dataValidation = {
        type: 'decimal',
        operator: 'between',
        formulae: [0, 24],
        allowBlank: true,
        showErrorMessage: true,
        errorTitle: '小时数',
        error: '请填 0 到 24。',
      }
    }
    formulaCell(page.getCell(row, AT.sum), `SUM(${letter(AT.day)}${row}:${letter(AT.day + DAYS - 1)}${row})`, '0.0')
  }
}

function summarySheet(book: Excel.Workbook): void {
  const page = tableSheet(book, '汇总', {
    title: '研发人员工时表 · 汇总（小时）',
    headers: ['姓名', '岗位', ...KINDS, '全部工时', '核对'],
    widths: [14, 16, ...KINDS.map(() => 12), 12, 30],
  })
  const sum = letter(AT.sum)
  for (let index = 0; index < PEOPLE; index++) {
    const row = FIRST + index
    const from = FIRST + index * KINDS.length
    const block = (day: number) =>
      `逐日!${letter(AT.day + day)}${from}:${letter(AT.day + day)}${from + KINDS.length - 1}`
    formulaCell(page.getCell(row, 1), `IF(逐日!A${from}="","",逐日!A${from})`, '@')
    formulaCell(page.getCell(row, 2), `IF(逐日!B${from}="","",逐日!B${from})`, '@')
    KINDS.forEach((_, place) => {
      formulaCell(page.getCell(row, 3 + place), `逐日!${sum}${from + place}`, '0.0')
    })
    const total = 3 + KINDS.length
    formulaCell(page.getCell(row, total), `SUM(C${row}:${letter(total - 1)}${row})`, '0.0')
    const most = Array.from({ length: DAYS }, (_, day) => `SUM(${block(day)})`).join(',')
    formulaCell(page.getCell(row, total + 1), `IF(MAX(${most})>24,"有一天超过 24 小时","")`, '@')
  }
}
