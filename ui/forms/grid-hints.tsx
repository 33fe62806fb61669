'use client'

import type { GridHint } from '@/domain/roster/grid-hints'
import { columnLetters } from '@/domain/roster/cell-text'
import { cellId } from './grid-table'
import { filled, type GridWords } from './grid-words'

const SHOWN = 50

/** What would be refused, in words, each with a button that leads to its cell. */
export function GridHints(props: {
  id: string
  found: { hasHeader: boolean; hints: readonly GridHint[] }
  words: GridWords
  codes: Record<string, string>
  editable: number
}) {
  const { words, found } = props
  const count = found.hints.length
  const summary = !found.hasHeader ? words.noHeader : count === 0 ? words.fine : filled(words.some, { count })
  return (
    <div className="mt-2">
      <p role="status">{summary}</p>
      <ul className="text-sm">
        {found.hints.slice(0, SHOWN).map((hint) => (
          <li
            key={`${hint.row} ${hint.column} ${hint.code} ${hint.found}`}
            className="flex flex-wrap items-center gap-x-2"
          >
            <Where {...props} hint={hint} />
            <span>{sentenceOf(hint, words, props.codes)}</span>
          </li>
        ))}
      </ul>
      {count > SHOWN ? <p className="text-ink-2 text-sm">{filled(words.more, { count: count - SHOWN })}</p> : null}
      <p className="text-ink-3 text-sm">{words.later}</p>
    </div>
  )
}

function Where({ id, hint, words, editable }: { id: string; hint: GridHint; words: GridWords; editable: number }) {
  const { row, column } = hint
  const label =
    column === null
      ? filled(words.row, { row: row + 1 })
      : filled(words.cell, { row: row + 1, column: columnLetters(column) })
  if (row >= editable) return <span className="text-ink-2">{label}</span>
  return (
    <button
      type="button"
      className="button button-quiet"
      onClick={() => document.getElementById(cellId(id, row, column ?? 0))?.focus()}
    >
      {label}
    </button>
  )
}

function sentenceOf(hint: GridHint, words: GridWords, codes: Record<string, string>): string {
  const parts = [codes[hint.code] ?? hint.code]
  if (hint.found) parts.push(filled(words.found, { found: hint.found }))
  if (hint.suggestion) parts.push(filled(words.suggestion, { suggestion: hint.suggestion }))
  return parts.join('　')
}
