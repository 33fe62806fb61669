import type { DocumentData, DocumentRow } from '@/domain/documents/document-data'
import { type Tag, tagsIn } from '@/domain/documents/scan-placeholders'
import type { SheetCell, SheetLine } from './xlsx-sheet'

/** Rows `from` to `to` of a template that one list repeats. */
export interface Block {
  from: number
  to: number
  list: string
  /** {^list}: stays when the list is empty. */
  isForNone: boolean
}

/** One row of the filled sheet: which row of the template it copies, and with which row of a list. */
export interface PlannedRow {
  line: SheetLine
  /** Its new number. */
  row: number
  item: DocumentRow | null
  block: Block | null
  /** Which copy of the block, from 0. */
  copy: number
}

/** The text of a cell, or '' when it holds none. */
export function cellText({ runs }: SheetCell): string {
  return (runs ?? []).map(({ text }) => text).join('')
}

/** The signs of lists in a row whose ends are not both in one cell. */
export function rowTags(line: SheetLine): Tag[] {
  const place = { part: 'sheet' as const, paragraph: 0, text: '' }
  return line.cells.flatMap((cell) => {
    const tags = tagsIn({ text: cellText(cell), place }).filter(({ sign }) => sign !== '')
    const isWhole = (tag: Tag) =>
      tags.some((other) => other !== tag && other.name === tag.name && (other.sign === '/') !== (tag.sign === '/'))
    return tags.filter((tag) => !isWhole(tag))
  })
}

/** The blocks of a sheet from top to bottom. Ends were found to match before. */
export function blocksOf(lines: readonly SheetLine[]): Block[] {
  const blocks: Block[] = []
  let open: Block | null = null
  for (const line of lines) {
    for (const tag of rowTags(line)) {
      if (tag.sign === '/') {
        if (open) blocks.push({ ...open, to: line.row })
        open = null
      } else open = { from: line.row, to: line.row, list: tag.name, isForNone: tag.sign === '^' }
    }
  }
  return blocks
}

/**
 * Which rows the filled sheet has. A list's rows stand once for each of its rows; of an empty list one blank row is left, so
 * that totals over it stay what they were. Rows of a block in which nothing but its beginning or end stands are left out.
 *
 * @returns the rows, and how many rows each block has now, blank ones that the file does not write included
 */
export function planRows(
  lines: readonly SheetLine[],
  blocks: readonly Block[],
  data: DocumentData,
): { planned: PlannedRow[]; heights: Map<Block, number> } {
  const planned: PlannedRow[] = []
  const heights = new Map<Block, number>()
  let added = 0
  let at = 0
  while (at < lines.length) {
    const line = lines[at]
    if (!line) break
    const block = blocks.find(({ from, to }) => from <= line.row && line.row <= to) ?? null
    if (!block) {
      planned.push({ line, row: line.row + added, item: null, block: null, copy: 0 })
      at += 1
      continue
    }
    const inside = lines.slice(at).filter(({ row }) => row <= block.to)
    const copied = copiedRows(block, inside, data)
    for (const { line: one, item, copy, offset } of copied.rows)
      planned.push({ line: one, row: block.from + added + offset, item, block, copy })
    heights.set(block, copied.height)
    added += copied.height - (block.to - block.from + 1)
    at += inside.length
  }
  return { planned, heights }
}

function copiedRows(block: Block, inside: readonly SheetLine[], data: DocumentData) {
  const numbers = Array.from({ length: block.to - block.from + 1 }, (_, i) => block.from + i)
  const bare = new Set(block.from === block.to ? [] : inside.filter(isBare).map(({ row }) => row))
  const kept = numbers.filter((row) => !bare.has(row))
  const list = data[block.list]
  const items: readonly (DocumentRow | null)[] = Array.isArray(list) ? (list as readonly DocumentRow[]) : []
  const copies = block.isForNone ? (items.length === 0 ? [null] : []) : items.length === 0 ? [{}] : items
  const rows = copies.flatMap((item, copy) =>
    kept.flatMap((row, position) => {
      const line = inside.find((one) => one.row === row)
      return line ? [{ line, item, copy, offset: copy * kept.length + position }] : []
    }),
  )
  return { rows, height: copies.length * kept.length }
}

/** Whether nothing but the beginning or end of a list stands in a row. */
function isBare(line: SheetLine): boolean {
  const filled = line.cells.filter((cell) => cell.inside.trim() !== '')
  return filled.length === 1 && /^\s*\{\s*[#^/][^{}]*\}\s*$/.test(plain(filled[0])) && rowTags(line).length === 1
}

function plain(cell: SheetCell | undefined): string {
  return cell ? cellText(cell).replace(/｛/g, '{').replace(/｝/g, '}').replace(/＃/g, '#').replace(/／/g, '/') : ''
}
