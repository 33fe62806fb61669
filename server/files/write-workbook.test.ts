import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import Excel from 'exceljs'
import { describe, expect, it } from 'vitest'
import { type SheetToWrite, writeWorkbook } from './write-workbook'

const sheetOf = (rows: SheetToWrite['rows']): SheetToWrite => ({
  name: '名单',
  columns: [
    { header: '企业', format: 'text' },
    { header: '数', format: 'number' },
  ],
  rows,
})

/** Counts up and says how far it was asked, and that nobody asks any more. */
function counting(until: number) {
  const state = { asked: 0, isClosed: false }
  async function* rows() {
    try {
      for (let no = 1; no <= until; no++) {
        state.asked = no
        // Random, so that the archive cannot press it to nothing.
        yield [`=示例${no}${crypto.randomUUID()}`, no]
      }
    } finally {
      state.isClosed = true
    }
  }
  return { state, rows: rows() }
}

describe('a workbook', () => {
  it('goes on in a second sheet when a list is longer than one may be, with the header again and no row lost', async () => {
    const target = new PassThrough()
    const { rows } = counting(25)
    const [bytes] = await Promise.all([buffer(target), writeWorkbook(target, [sheetOf(rows)], 11)])
    const book = new Excel.Workbook()
    await book.xlsx.load(bytes.buffer as ArrayBuffer)
    expect(book.worksheets.map(({ name }) => name)).toEqual(['名单', '名单 (2)', '名单 (3)'])
    const numbers = book.worksheets.flatMap((sheet) => {
      expect(sheet.getRow(1).getCell(1).value).toBe('企业')
      return sheet.getColumn(2).values.slice(2)
    })
    expect(numbers).toEqual(Array.from({ length: 25 }, (_, index) => index + 1))
    // A name that begins like a formula is text.
    expect(book.worksheets[0]?.getRow(2).getCell(1).value).toMatch(/^'?=示例1/)
  })

  it('asks for no more rows than its reader takes, and for none when the reader has gone', async () => {
    const target = new PassThrough({ highWaterMark: 16 * 1024 })
    const { state, rows } = counting(200_000)
    const written = writeWorkbook(target, [sheetOf(rows)])
    const outcome = written.then(
      () => 'whole',
      () => 'broken',
    )
    // Until it stands still: nobody reads.
    let before = -1
    while (state.asked !== before) {
      before = state.asked
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
    expect(before).toBeLessThan(200_000)
    target.destroy()
    expect(await outcome).toBe('broken')
    expect(state).toMatchObject({ isClosed: true })
    expect(state.asked).toBeLessThan(200_000)
  })
})
