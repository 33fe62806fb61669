import Excel from 'exceljs'

const RATES = [
  ['培训', '重点企业培训率'],
  ['知晓', '负责人政策知晓率'],
  ['上手', '经办人业务上手率'],
  ['上门', '上门服务率'],
] as const

const CENTRED = { horizontal: 'center', vertical: 'middle' } as const

/** The ready sample of a bulletin as .xlsx: figures with a total, areas, the list of who is missing. */
export async function bulletinWorkbook(): Promise<Buffer> {
  const book = new Excel.Workbook()
  figures(book.addWorksheet('指标'))
  areas(book.addWorksheet('各区域'))
  list(book.addWorksheet('还差名单'), ['序号', '企业', '区域', '还差事项'], '还差名单', [8, 36, 20, 48])
  list(book.addWorksheet('名册变动'), ['日期', '企业', '变动'], '名册变动', [20, 36, 16])
  return Buffer.from(await book.xlsx.writeBuffer())
}

function titled(page: Excel.Worksheet, columns: number, title: string): void {
  page.pageSetup = { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 }
  page.addRow([title]).height = 28
  page.mergeCells(1, 1, 1, columns)
  page.getCell('A1').font = { bold: true, size: 16 }
  page.getCell('A1').alignment = CENTRED
}

function headed(page: Excel.Worksheet, headers: readonly string[], widths: readonly number[]): void {
  const row = page.addRow([...headers])
  row.font = { bold: true }
  row.alignment = CENTRED
  row.height = 20
  row.eachCell((cell) => {
    cell.border = { bottom: { style: 'thin' } }
  })
  widths.forEach((width, i) => {
    page.getColumn(i + 1).width = width
  })
}

function figures(page: Excel.Worksheet): void {
  titled(page, 7, '{专项行动}工作简报')
  page.addRow(['{单位}', null, '{期间}', null, null, null, '口径：{口径版本}'])
  headed(page, ['指标', '已完成', '总数', '还差', '比率', '较上期', '较上期（比率）'], [24, 10, 10, 10, 10, 12, 20])
  for (const [word, name] of RATES)
    page.addRow([
      name,
      `{${word}已完成}`,
      `{${word}总数}`,
      `{${word}还差}`,
      `{${word}率}`,
      `{较上期${word}已完成}`,
      `{较上期${word}率}`,
    ]).alignment = CENTRED
  page.addRow(['编制日：{编制日}'])
}

function areas(page: Excel.Worksheet): void {
  titled(page, 14, '各区域情况（{期间}）')
  const words = RATES.map(([word]) => word)
  const columns = words.flatMap((word) => [`${word}已完成`, `${word}总数`, `${word}率`])
  headed(page, ['区域', ...columns, '还差'], [20, ...columns.map(() => 12), 10])
  page.addRow(['{#各区域}{区域}', ...columns.map((column) => `{${column}}`), '{还差}{/各区域}']).alignment = CENTRED
  const total = (letter: string) => ({ formula: `SUM(${letter}3:${letter}3)` })
  page.addRow([
    '合计',
    ...['B', 'C', '', 'E', 'F', '', 'H', 'I', '', 'K', 'L', '', 'N'].map((at) => (at ? total(at) : null)),
  ]).alignment = CENTRED
}

function list(page: Excel.Worksheet, columns: readonly string[], name: string, widths: readonly number[]): void {
  titled(page, columns.length, name)
  headed(page, columns, widths)
  const cells = columns.map((column) => `{${column}}`)
  cells[0] = `{#${name}}${cells[0] ?? ''}`
  cells[cells.length - 1] = `${cells.at(-1) ?? ''}{/${name}}`
  page.addRow(cells)
}
