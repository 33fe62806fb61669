'use client'

import { type ClipboardEvent, type KeyboardEvent, memo, useCallback, useRef } from 'react'
import { columnLetters } from '@/domain/roster/cell-text'
import type { GridHint } from '@/domain/roster/grid-hints'
import { clipboardRows } from './clipboard-rows'
import { filled, type GridWords } from './grid-words'

type Change = (row: number, column: number, cells: string[][]) => void

/** The element id of a cell, so that a hint can lead to it. */
export const cellId = (id: string, row: number, column: number) => `${id}-${row}-${column}`

/** The cells of a block, each a field; arrows and Enter move as in a spreadsheet, a pasted block fills right and down. */
export function GridTable(props: {
  id: string
  rows: readonly string[][]
  words: GridWords
  hints: readonly GridHint[]
  onChange: Change
}) {
  const { id, rows, words } = props
  const latest = useRef(props.onChange)
  latest.current = props.onChange
  const onChange = useCallback<Change>((row, column, cells) => latest.current(row, column, cells), [])
  const width = rows[0]?.length ?? 0
  const marks = marksByRow(props.hints)
  return (
    <>
      <p id={`${id}-keys`} className="mb-1 text-ink-3 text-sm">
        {words.keys}
      </p>
      {/* The region scrolls by itself, so that the page does not grow by two hundred rows. */}
      <section
        className="max-h-96 overflow-auto border border-rule"
        aria-describedby={`${id}-keys`}
        aria-label={words.keys}
        onKeyDown={(event) => move(event, id)}
        onPaste={(event) => pasteInto(event, onChange)}
      >
        <table className="border-collapse text-sm">
          <thead>
            <tr>
              <td className="sticky top-0 left-0 z-10 bg-paper-2 px-2" />
              {Array.from({ length: width }, (_, column) => columnLetters(column)).map((letters) => (
                <th key={letters} scope="col" className="sticky top-0 bg-paper-2 px-2 font-medium text-ink-2">
                  {letters}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows
              .map((texts, row) => ({ texts, row }))
              .map(({ texts, row }) => (
                <GridRow
                  key={row}
                  id={id}
                  row={row}
                  texts={texts}
                  label={words.cell}
                  marks={marks.get(row) ?? ''}
                  onChange={onChange}
                />
              ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

const GridRow = memo(function GridRow(props: {
  id: string
  row: number
  texts: readonly string[]
  label: string
  /** Columns with a hint, as ' 1 4 '. */
  marks: string
  onChange: Change
}) {
  const { id, row, texts, marks } = props
  return (
    <tr>
      <th scope="row" className="sticky left-0 z-10 bg-paper-2 px-2 font-medium text-ink-2 tabular-nums">
        {row + 1}
      </th>
      {texts.map((text, column) => (
        <td key={columnLetters(column)} className="relative border border-rule p-0">
          {marks.includes(` ${column} `) ? (
            <span aria-hidden="true" className="absolute top-0 right-1 font-semibold text-cinnabar">
              !
            </span>
          ) : null}
          <textarea
            id={cellId(id, row, column)}
            className={`block min-h-11 w-48 resize-none overflow-hidden px-2 py-2 text-ink ${marks.includes(` ${column} `) ? 'bg-ochre-soft' : 'bg-paper'}`}
            aria-invalid={marks.includes(` ${column} `)}
            rows={Math.min(6, text.split('\n').length)}
            data-cell={`${row} ${column}`}
            spellCheck={false}
            aria-label={filled(props.label, { row: row + 1, column: columnLetters(column) })}
            value={text}
            onChange={(event) => props.onChange(row, column, [[event.target.value]])}
          />
        </td>
      ))}
    </tr>
  )
})

/** The columns with a hint by row, as a text, so that a row whose marks stay is not drawn again. */
function marksByRow(hints: readonly GridHint[]): Map<number, string> {
  const marks = new Map<number, string>()
  for (const { row, column } of hints) if (column !== null) marks.set(row, `${marks.get(row) ?? ' '}${column} `)
  return marks
}

/** Row and column of the cell that an event comes from. */
function cellOf(target: EventTarget): { cell: HTMLTextAreaElement; row: number; column: number } | null {
  if (!(target instanceof HTMLTextAreaElement)) return null
  const [row, column] = (target.dataset.cell ?? '').split(' ').map(Number)
  return row === undefined || column === undefined ? null : { cell: target, row, column }
}

function move(event: KeyboardEvent, id: string): void {
  const at = cellOf(event.target)
  if (!at || event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return
  const step = stepOf(event, at.cell)
  if (!step) return
  event.preventDefault()
  const next = document.getElementById(cellId(id, at.row + step.down, at.column + step.right))
  if (next instanceof HTMLTextAreaElement) next.focus()
}

/** Up, down and Enter always move; left and right only at the end of what is written. */
function stepOf({ key, shiftKey }: KeyboardEvent, cell: HTMLTextAreaElement): { down: number; right: number } | null {
  const isAt = (end: number) => cell.selectionStart === end && cell.selectionEnd === end
  if (key === 'Enter') return { down: shiftKey ? -1 : 1, right: 0 }
  if (shiftKey) return null
  if (key === 'ArrowUp') return { down: -1, right: 0 }
  if (key === 'ArrowDown') return { down: 1, right: 0 }
  if (key === 'ArrowLeft' && isAt(0)) return { down: 0, right: -1 }
  if (key === 'ArrowRight' && isAt(cell.value.length)) return { down: 0, right: 1 }
  return null
}

/** A block of several cells fills from this one on; one cell's text goes into the field as usual. */
function pasteInto(event: ClipboardEvent, onChange: Change): void {
  const at = cellOf(event.target)
  const rows = at ? (clipboardRows(event.clipboardData) ?? columnOf(event.clipboardData.getData('text/plain'))) : null
  if (!at || !rows || (rows.length === 1 && rows[0]?.length === 1)) return
  event.preventDefault()
  onChange(at.row, at.column, rows)
}

/** Lines without any tab: one column. */
function columnOf(text: string): string[][] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => [line])
}
