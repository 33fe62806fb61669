import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cleanText } from '@/domain/roster/cell-text'
import type { Cell, SheetRow } from '@/domain/roster/sheet'
import { readJielong } from './read-jielong'
import { readResultEntry } from './read-result-entry'
import type { ResultCells } from './result-row'
import { ResultSheetParser } from './result-sheet-parser'

const text = fc.oneof(
  fc.constantFrom(
    '序号',
    '提交答卷时间',
    '1、您的姓名',
    '2、企业名称',
    '手机',
    '姓名',
    '单位',
    '信用代码',
    '总分',
    '合计',
    '填表人：',
    '(空)',
    '-3',
    '张示例',
    '示例精工有限公司',
    '13900000001',
    '2026年9月12日',
    '85分',
    '不合格',
    '1',
    '12. ',
    ' ',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const cell = fc.record({ text, kind: fc.constantFrom<Cell['kind']>('text', 'number', 'lost', 'date', 'error') })
const sheet = fc.array(fc.array(fc.option(cell, { nil: null }), { maxLength: 9 }), { maxLength: 60 }).map((rows) =>
  rows.map(
    (cells, i): SheetRow => ({
      row: i + 1,
      cells: new Map(cells.flatMap((one, column) => (one ? [[column, one] as const] : []))),
    }),
  ),
)

it('gives every row with a text back exactly once, as data or as ignored', () => {
  fc.assert(
    fc.property(sheet, (rows) => {
      const parser = new ResultSheetParser('表', [])
      const data: ResultCells[] = rows.flatMap((row) => parser.push(row))
      data.push(...parser.finish())
      const { ignored, dataRows } = parser.summary()
      const given = rows.filter(({ cells }) => [...cells.values()].some((one) => cleanText(one.text) !== ''))
      expect([...data, ...ignored].map(({ row }) => row).sort((a, b) => a - b)).toEqual(given.map(({ row }) => row))
      expect(dataRows).toBe(data.length)
    }),
  )
})

it('never throws on any row and reads only days that have been', () => {
  fc.assert(
    fc.property(sheet, (rows) => {
      const parser = new ResultSheetParser('表', [])
      const data = [...rows.flatMap((row) => parser.push(row)), ...parser.finish()]
      for (const cells of data) {
        const entry = readResultEntry(cells, parser.summary().columns, { today: '2026-11-25' })
        const isFuture = entry.happenedOn !== null && entry.happenedOn > '2026-11-25'
        expect(entry.problems.some(({ code }) => code === 'day-future')).toBe(isFuture)
        for (const part of [entry.number, entry.enterprise, entry.uscc, entry.person, entry.mobile])
          expect(part).not.toBe('')
      }
    }),
  )
})

it('gives every line of a 接龙 back exactly once', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          text,
          fc.tuple(text, text, text).map((parts) => parts.join(' ')),
        ),
      ),
      (lines) => {
        const joined = lines.join('\n')
        const { rows, reading } = readJielong(joined)
        expect([...rows, ...reading.ignored].map(({ row }) => row).sort((a, b) => a - b)).toEqual(
          joined.split(/\r\n?|\n/).map((_, i) => i + 1),
        )
      },
    ),
  )
})
