import { ResultSheetParser } from '@/domain/results/result-sheet-parser'
import type { ResultCells } from '@/domain/results/result-row'
import type { Cell, MergedRange } from '@/domain/roster/sheet'

/** A sheet drawn as rows of texts from row 1; '#' before a text makes it a lost number, '!' an error, '=' a number. */
export function parse(rows: string[][], merges: MergedRange[] = []) {
  const kinds: Record<string, Cell['kind']> = { '#': 'lost', '!': 'error', '=': 'number' }
  const parser = new ResultSheetParser('Sheet1', merges)
  const data: ResultCells[] = []
  rows.forEach((texts, i) => {
    const cells = new Map<number, Cell>()
    texts.forEach((text, column) => {
      const kind = kinds[text[0] ?? '']
      if (text !== '') cells.set(column, kind ? { text: text.slice(1), kind } : { text, kind: 'text' })
    })
    data.push(...parser.push({ row: i + 1, cells }))
  })
  data.push(...parser.finish())
  return { data, reading: parser.summary() }
}
