import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPaste } from './read-paste'
import { safeCell } from './safe-cell'
import { csvOf } from './write-csv'

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', ';', '，', ' ', "'", '=', '+', '-', '@', '示', 'a', '1') }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('19900000001', '00042', '', '"', '""', ',', '=1+1', '\uFEFF', '\t'),
)
/** What a reader may make of a cell: line ends are one kind; nothing but blanks is nothing. */
const seen = (cell: string) => {
  const read = safeCell(cell.replaceAll('\t', ' ')).replace(/\r\n?/g, '\n')
  return read.trim() === '' ? '' : read
}

describe('a CSV file', () => {
  it('is read back as it was written, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 }), (rows) => {
        const wanted = rows.map((row) => row.map(seen)).filter((row) => row.some((cell) => cell !== ''))
        fc.pre(wanted.length > 0)
        const read = readPaste(csvOf(rows), 100).map(({ cells }) => cells)
        expect(read).toHaveLength(wanted.length)
        read.forEach((cells, index) => {
          expect(wanted[index]?.map((_, column) => cells.get(column)?.text ?? '')).toEqual(wanted[index])
        })
      }),
      { numRuns: 500 },
    )
  })

  it('begins with the byte order mark, ends each row with CRLF, and holds no formula', () => {
    expect(
      csvOf([
        ['手机', '内容'],
        ['19900000001', '=HYPERLINK("x"),y'],
      ]),
    ).toBe('\uFEFF手机,内容\r\n19900000001,"\'=HYPERLINK(""x""),y"\r\n')
  })
})
