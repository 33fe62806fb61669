import Excel from 'exceljs'

/** A workbook whose formulas every program works out when it opens it. */
export function newBook(title: string): Excel.Workbook {
  const book = new Excel.Workbook()
  book.title = title
  book.creator = '知行 Zhixing'
  // The same bytes for everybody, whenever they are built.
  book.created = book.modified = new Date('2026-02-28T00:00:00Z')
  book.calcProperties.fullCalcOnLoad = true
  return book
}

export const MONEY = '#,##0.00;[Red]-#,##0.00'
const INPUT = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF8E1' } } as const
const LINE = { style: 'thin', color: { argb: 'FFBDB8AE' } } as const

/** A first sheet that says what the book is for, line by line. */
export function notesSheet(book: Excel.Workbook, title: string, lines: readonly string[]): void {
  const page = book.addWorksheet('说明')
  page.getColumn(1).width = 100
  page.addRow([title]).font = { bold: true, size: 16 }
  for (const line of lines) page.addRow([line]).getCell(1).alignment = { wrapText: true, vertical: 'top' }
}

/** A sheet with a title and a bold header that stays in view and is printed on every page, landscape. */
export function tableSheet(
  book: Excel.Workbook,
  name: string,
  about: { title: string; headers: readonly string[]; widths: readonly number[] },
): Excel.Worksheet {
  const page = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 2 }] })
  page.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '1:2',
  }
  page.addRow([about.title]).font = { bold: true, size: 14 }
  const header = page.addRow([...about.headers])
  header.font = { bold: true }
  header.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' }
  header.eachCell((cell) => {
    cell.border = { bottom: LINE, top: LINE }
  })
  about.widths.forEach((width, index) => {
    page.getColumn(index + 1).width = width
  })
  return page
}

/** A place to type into, shown by its colour; `list`: the choices of a list box. */
export function inputCell(cell: Excel.Cell, format?: string, list?: readonly string[]): void {
  cell.fill = INPUT
  cell.border = { bottom: LINE }
  if (format) cell.numFmt = format
  if (list) {
    cell.dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [`"${list.join(',')}"`],
      showErrorMessage: true,
      errorTitle: '请从列表里选',
      error: list.join('、'),
    }
  }
}

/** A place that is worked out. */
export function formulaCell(cell: Excel.Cell, formula: string, format = MONEY): void {
  cell.value = { formula, date1904: false }
  cell.numFmt = format
  cell.border = { bottom: LINE }
}

/** The letter of a column, from 1. */
export function letter(column: number): string {
  return column <= 26
    ? String.fromCharCode(64 + column)
    : letter(Math.floor((column - 1) / 26)) + letter(((column - 1) % 26) + 1)
}
