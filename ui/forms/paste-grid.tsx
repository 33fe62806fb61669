'use client'

import { type ClipboardEvent, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react'
import { withBlock } from '@/domain/sheets/grid'
import { clipboardRows, textRows } from './clipboard-rows'
import { GRID_CHECKS, type GridCheck } from './grid-checks'
import { GridHints } from './grid-hints'
import { GridTable } from './grid-table'
import { blockOf, CHECKED_ROWS, type PastedBlock, textOfBlock } from './grid-text'
import type { GridWords } from './grid-words'

/**
 * A text field into which a block copied from Excel, WPS or 腾讯文档 is pasted, and which then is a grid: cells to change,
 * hints at what would be refused. What is sent is the same text in the same field; without JavaScript it stays a text field.
 */
export function PasteGrid(props: {
  name: string
  label: string
  words: GridWords
  check?: GridCheck
  /** Sentences of the check's codes. */
  codes?: Record<string, string>
  describedBy?: string
  /** What was sent before, to be corrected. */
  initial?: string
}) {
  const { words } = props
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(props.initial ?? '')
  const [block, setBlock] = useState<PastedBlock | null>(null)
  // What was given to correct, or pasted before this code had arrived.
  useEffect(() => {
    const found = field.current?.value ?? ''
    setText(found)
    if (found.includes('\t')) setBlock(blockOf(textRows(found)))
  }, [])

  function takePaste(event: ClipboardEvent<HTMLTextAreaElement>) {
    const rows = text.trim() === '' ? clipboardRows(event.clipboardData) : null
    if (!rows) return
    event.preventDefault()
    setBlock(blockOf(rows))
  }
  function change(row: number, column: number, cells: string[][]) {
    setBlock((now) => {
      if (!now) return now
      const isWithin =
        row + cells.length <= now.rows.length && column + (cells[0]?.length ?? 0) <= (now.rows[0]?.length ?? 0)
      if (isWithin) return { ...now, rows: withBlock(now.rows, { row, column }, cells) }
      return blockOf(withBlock([...now.rows, ...now.rest], { row, column }, cells))
    })
  }
  function leave(kept: string) {
    setText(kept)
    setBlock(null)
    requestAnimationFrame(() => field.current?.focus())
  }
  const value = block ? textOfBlock(block) : text
  return (
    <>
      <textarea
        ref={field}
        id={`${id}-text`}
        className="input"
        name={props.name}
        rows={4}
        spellCheck={false}
        aria-label={props.label}
        {...(props.describedBy ? { 'aria-describedby': props.describedBy } : {})}
        hidden={block !== null}
        value={value}
        onChange={(event) => setText(event.target.value)}
        onPaste={takePaste}
      />
      {block ? (
        <section aria-label={props.label}>
          <p className="flex flex-wrap items-center gap-x-4 text-ink-2 text-sm" role="status">
            {words.rows.replace('{rows}', String(block.rows.length + block.rest.length))}
            {block.rest.length > 0 ? ` ${words.rest.replace('{rows}', String(block.rest.length))}` : ''}
          </p>
          <CheckedGrid
            id={id}
            block={block}
            words={words}
            onChange={change}
            codes={props.codes ?? {}}
            {...(props.check ? { check: props.check } : {})}
          />
          <p className="mt-2 flex flex-wrap gap-3">
            <button type="button" className="button button-quiet" onClick={() => leave(value)}>
              {words.asText}
            </button>
            <button type="button" className="button button-quiet" onClick={() => leave('')}>
              {words.clear}
            </button>
          </p>
        </section>
      ) : text.includes('\n') || text.includes('\t') ? (
        <button type="button" className="button button-quiet" onClick={() => setBlock(blockOf(textRows(text)))}>
          {words.asGrid}
        </button>
      ) : null}
    </>
  )
}

/** The grid with its hints, which are worked out when the keyboard rests. */
function CheckedGrid(props: {
  id: string
  block: PastedBlock
  check?: GridCheck
  words: GridWords
  codes: Record<string, string>
  onChange: (row: number, column: number, cells: string[][]) => void
}) {
  const { id, block, words } = props
  const { rows, rest } = useDeferredValue(block)
  const check = props.check ? GRID_CHECKS[props.check] : null
  const found = useMemo(
    () => check?.([...rows, ...rest.slice(0, Math.max(0, CHECKED_ROWS - rows.length))]) ?? null,
    [check, rows, rest],
  )
  return (
    <>
      <GridTable id={id} rows={block.rows} words={words} hints={found?.hints ?? []} onChange={props.onChange} />
      {found ? (
        <GridHints id={id} found={found} words={words} codes={props.codes} editable={block.rows.length} />
      ) : null}
    </>
  )
}
