import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Excel from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { AT as SHARE } from './books/allotment'
import { FIRST, ITEMS } from './books/check-list'
import { AT as LINE, type KINDS, LINES, summaryRow } from './books/ledger'
import { AT as DAY } from './books/time-sheet'
import { isWorksheet, WORKSHEETS, type WorksheetName, worksheetFile } from './worksheets'

const folder = mkdtempSync(path.join(tmpdir(), 'worksheets-'))

async function opened(name: WorksheetName): Promise<Excel.Workbook> {
  const book = new Excel.Workbook()
  await book.xlsx.load((await worksheetFile(name)) as unknown as ArrayBuffer)
  return book
}

type Line = readonly [kind: (typeof KINDS)[number] | '不计入', yuan: number, project?: string]

/** The ledger with these lines, and amounts of the summary's yellow cells. */
async function ledger(lines: readonly Line[], filled: Record<string, number> = {}): Promise<Excel.Workbook> {
  const book = await opened('ledger')
  const page = book.getWorksheet('辅助账')
  lines.forEach(([kind, yuan, project], index) => {
    const row = page?.getRow(3 + index)
    if (row) {
      row.getCell(LINE.tax).value = yuan
      row.getCell(LINE.book).value = yuan
      row.getCell(LINE.kind).value = kind
      row.getCell(LINE.project).value = project ?? null
    }
  })
  for (const [what, yuan] of Object.entries(filled)) {
    const cell = book.getWorksheet('汇总')?.getCell(summaryRow(what as 'special'), 2)
    if (cell) cell.value = yuan
  }
  return book
}

/** Has LibreOffice work every formula out, as a clerk's program does on opening. */
async function recalculated(books: Record<string, Excel.Workbook>): Promise<Record<string, Excel.Workbook>> {
  for (const [name, book] of Object.entries(books))
    writeFileSync(path.join(folder, `${name}.xlsx`), Buffer.from(await book.xlsx.writeBuffer()))
  const out = path.join(folder, 'out')
  const profile = `-env:UserInstallation=file://${folder}/profile`
  const files = Object.keys(books).map((name) => path.join(folder, `${name}.xlsx`))
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, ...files], {
    stdio: 'ignore',
  })
  const read = Object.keys(books).map(async (name): Promise<[string, Excel.Workbook]> => {
    const book = new Excel.Workbook()
    await book.xlsx.load(readFileSync(path.join(out, `${name}.xlsx`)) as unknown as ArrayBuffer)
    return [name, book]
  })
  return Object.fromEntries(await Promise.all(read))
}

function resultAt(book: Excel.Workbook | undefined, sheet: string, row: number, column: number): unknown {
  const { value } = book?.getWorksheet(sheet)?.getCell(row, column) ?? {}
  if (value === null || typeof value !== 'object' || !('formula' in value || 'sharedFormula' in value)) return value
  // The reader leaves a result of 0 or of no text away; an error stands there as one.
  return 'result' in value && value.result !== undefined ? value.result : 0
}

let done: Record<string, Excel.Workbook> = {}
const amount = (book: string, what: Parameters<typeof summaryRow>[0]) =>
  Number(Number(resultAt(done[book], '汇总', summaryRow(what), 2)).toFixed(2))

beforeAll(async () => {
  const allotment = await opened('allotment')
  const shares = (sheet: string, rows: readonly (readonly (string | number | null)[])[]) =>
    rows.forEach(([name, counts, cost, a, b, total], index) => {
      const row = allotment.getWorksheet(sheet)?.getRow(3 + index)
      if (!row) return
      row.getCell(1).value = name ?? null
      row.getCell(SHARE.counts).value = counts ?? null
      row.getCell(SHARE.cost).value = cost ?? null
      row.getCell(SHARE.hours).value = a ?? null
      row.getCell(SHARE.hours + 1).value = b ?? null
      row.getCell(SHARE.total).value = total ?? null
    })
  // The worked month of the lab on allotment by hours.
  shares('人员', [
    ['P1', '是', 24_000, 96, 40, 160],
    ['P2', '是', 18_400, 80, 64, 160],
    ['P3', '是', 12_600, 42, 0, 168],
    ['P4', '否', 8_000, 160, 0, 160],
    ['P5', '是', 15_000, 0, 150, 150],
    ['P6', '是', 16_000, 60, 0, 160],
    ['P7', '是', 1_000, 100, 100, 160],
  ])
  shares('设备', [
    ['三坐标', '是', 9_600, 60, 36, 240],
    ['试验台', '是', 4_500, 80, 0, 80],
    ['研发楼', '否', 20_000, 60, 60, 120],
  ])
  const days = await opened('time-sheet')
  const page = days.getWorksheet('逐日')
  if (page) {
    page.getCell(3, DAY.name).value = '示例甲'
    page.getCell(9, DAY.name).value = '示例乙'
    for (const [row, day, hours] of [
      [3, 0, 6],
      [8, 0, 2],
      [3, 1, 7.5],
      [4, 1, 0.5],
      [9, 30, 20],
      [14, 30, 5],
    ] as const)
      page.getCell(row, DAY.day + day).value = hours
  }
  const checks = await opened('check-list')
  const answers = ['已核对', '有问题', '不适用', '有问题']
  answers.forEach((answer, index) => {
    const cell = checks.getWorksheet('清单')?.getCell(FIRST + index, 4)
    if (cell) cell.value = answer
  })
  const unfinished = await ledger([
    ['人员人工', 100_000, 'P1'],
    ['人员人工', 50_000, 'P2'],
    ['其他相关费用', 9_000, 'P2'],
    ['不计入', 700, 'P1'],
  ])
  const projects = unfinished.getWorksheet('项目')
  for (const [row, code, counts] of [
    [3, 'P1', '是'],
    [4, 'P2', '否'],
  ] as const) {
    if (projects) {
      projects.getCell(row, 1).value = code
      projects.getCell(row, 7).value = counts
    }
  }
  done = await recalculated({
    // The twenty vouchers of Lab A, summed by class.
    vouchers: await ledger([
      ['人员人工', 56_960],
      ['直接投入', 66_300],
      ['折旧', 2_666.67],
      ['无形资产摊销', 4_166.67],
      ['新产品设计费等', 7_800],
      ['其他相关费用', 13_800],
      ['委托境内', 200_000],
    ]),
    // The two projects of Lab B.
    cap: await ledger([
      ['人员人工', 1_620_000, 'A'],
      ['其他相关费用', 236_000, 'A'],
      ['人员人工', 756_000, 'B'],
      ['其他相关费用', 61_000, 'B'],
    ]),
    // The year of Lab C; public money is left out of direct input before it is entered.
    year: await ledger(
      [
        ['人员人工', 1_860_000],
        ['直接投入', 1_090_000],
        ['折旧', 310_000],
        ['无形资产摊销', 95_000],
        ['新产品设计费等', 155_000],
        ['其他相关费用', 452_000],
        ['委托境内', 1_050_000],
        ['委托境外机构', 4_200_000],
      ],
      { special: 120_000, material: 280_000 },
    ),
    machineTools: await ledger([['人员人工', 7_500_000]], { rate: 1.2 }),
    small: await ledger([['人员人工', 1_000]], { special: 1_500, material: 300, materialBefore: 200 }),
    unfinished,
    allotment,
    days,
    checks,
  })
}, 120_000)

describe('the ledger, worked out by LibreOffice', () => {
  it('gives the totals of the twenty vouchers', () => {
    expect(amount('vouchers', 'five')).toBe(137_893.34)
    expect(amount('vouchers', 'limit')).toBe(15_321.48)
    expect(amount('vouchers', 'otherAllowed')).toBe(13_800)
    expect(amount('vouchers', 'own')).toBe(151_693.34)
    expect(amount('vouchers', 'domestic')).toBe(160_000)
  })

  it('takes the cap once over all projects', () => {
    expect(amount('cap', 'five')).toBe(2_376_000)
    expect(amount('cap', 'other')).toBe(297_000)
    expect(amount('cap', 'otherAllowed')).toBe(264_000)
  })

  it('gives the year of the worked super-deduction', () => {
    expect(amount('year', 'five')).toBe(3_510_000)
    expect(amount('year', 'otherAllowed')).toBe(390_000)
    expect(amount('year', 'abroadCap')).toBe(3_160_000)
    expect(amount('year', 'abroad')).toBe(3_160_000)
    expect(amount('year', 'total')).toBe(7_900_000)
    expect(amount('year', 'base')).toBe(7_500_000)
    expect(amount('year', 'extra')).toBe(7_500_000)
    expect(amount('machineTools', 'extra')).toBe(9_000_000)
  })

  it('never goes below zero, and carries forward what was not subtracted', () => {
    expect([amount('small', 'afterSpecial'), amount('small', 'base'), amount('small', 'carried')]).toEqual([0, 0, 500])
  })

  it('leaves projects out that do not count this year, and points out odd lines', () => {
    expect(amount('unfinished', 'labor')).toBe(100_000)
    expect(amount('unfinished', 'other')).toBe(0)
    expect(resultAt(done.unfinished, '辅助账', 6, LINE.check)).toBe('不计入的行，税法金额应为 0')
    expect(resultAt(done.unfinished, '辅助账', 3, LINE.check) || '').toBe('')
    expect(resultAt(done.cap, '辅助账', 3 + LINES, LINE.tax)).toBe(2_673_000)
  })
})

describe('the other templates, worked out by LibreOffice', () => {
  it('allot the worked month', () => {
    const sum = (sheet: string, place: number) => resultAt(done.allotment, sheet, 33, SHARE.amounts + place)
    // P7 is not of the worked month: 625.00 each.
    expect([sum('人员', 0), sum('人员', 1)]).toEqual([33_375, 28_985])
    expect([sum('设备', 0), sum('设备', 1)]).toEqual([6_900, 1_440])
    expect(resultAt(done.allotment, '人员', 9, SHARE.check)).toBe('各项目工时超过全部工时')
    expect(resultAt(done.allotment, '人员', 3, SHARE.left)).toBe(3_600)
  })

  it('sum the days up, and see a day of more than 24 hours', () => {
    expect([1, 3, 4, 8, 9].map((column) => resultAt(done.days, '汇总', 3, column))).toEqual([
      '示例甲',
      13.5,
      0.5,
      2,
      16,
    ])
    expect(resultAt(done.days, '汇总', 3, 10) || '').toBe('')
    expect(resultAt(done.days, '汇总', 4, 10)).toBe('有一天超过 24 小时')
  })

  it('count what is left to check', () => {
    expect(ITEMS).toHaveLength(24)
    const last = FIRST + ITEMS.length - 1
    expect(resultAt(done.checks, '清单', last + 2, 4)).toBe(20)
    expect(resultAt(done.checks, '清单', last + 3, 4)).toBe(2)
  })
})

it('every template says that its layout is ours, and no other name is one', async () => {
  for (const name of Object.keys(WORKSHEETS) as WorksheetName[]) {
    const notes = (await opened(name)).getWorksheet('说明')?.getSheetValues().flat().join('') ?? ''
    expect(notes, name).toMatch(/本平台(版式|编写)/)
  }
  expect([isWorksheet('ledger'), isWorksheet('toString'), isWorksheet('')]).toEqual([true, false, false])
})
