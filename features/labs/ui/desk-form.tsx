'use client'

import {
  type ClipboardEvent,
  type FocusEvent,
  type FormEvent,
  type KeyboardEvent,
  useEffect,
  useRef,
  useState,
} from 'react'
import { tidyTyped } from '@/domain/labs/cell-value'
import type { CellResult } from '@/domain/labs/grade'
import { asFormHandler } from '@/ui/forms/form-handler'
import { saveLabDeskAction, submitLabDeskAction } from '../actions'
import { CellOutbox, type SaverState } from './cell-outbox'
import type { DeskCell, DeskPart, DeskSentences } from './desk-props'
import { DeskSection } from './desk-section'
import { blockAt, controlOf, neighbour, textOf, write } from './grid-moves'
import { SaverLine } from './saver-line'

const TYPING_MS = 800

/**
 * The working paper: a plain form, whose two buttons work without a script. Each button has an action of its own: Chromium before 112
 * does not tell the script which named button was pressed. With one, each cell is saved as it is typed, Enter, arrows and pasting work
 * like in a spreadsheet, and in practice each cell is checked.
 */
export function DeskForm(props: {
  runId: string
  slug: string
  parts: DeskPart[]
  cells: DeskCell[]
  savedAt: string | null
  sentences: DeskSentences
}) {
  const { runId, slug, parts, sentences } = props
  const cells = new Map(props.cells.map((cell) => [cell.id, cell]))
  const form = useRef<HTMLFormElement>(null)
  const outbox = useRef<CellOutbox | null>(null)
  const [state, setState] = useState<SaverState>(
    props.savedAt ? { kind: 'saved', at: props.savedAt } : { kind: 'idle' },
  )
  const [note, setNote] = useState('')
  const [checks, setChecks] = useState<Record<string, CellResult | null>>({})

  // biome-ignore lint/correctness/useExhaustiveDependencies: one outbox for the life of the run's page.
  useEffect(() => {
    const seqs = Object.fromEntries(props.cells.map((cell) => [cell.id, cell.seq]))
    const onCheck = (cell: string, check: CellResult | null) => setChecks((all) => ({ ...all, [cell]: check }))
    const box = new CellOutbox(runId, seqs, { onState: setState, onCheck })
    outbox.current = box
    for (const [cell, value] of Object.entries(box.restore())) fill(form.current, cell, value)
    const flush = () => box.flush()
    document.addEventListener('visibilitychange', flush)
    window.addEventListener('online', flush)
    return () => {
      document.removeEventListener('visibilitychange', flush)
      window.removeEventListener('online', flush)
    }
  }, [runId])

  const put = (name: string, text: string, delayMs: number) => outbox.current?.put(name.slice(5), text, delayMs)
  const onInput = (event: FormEvent<HTMLFormElement>) => {
    const control = controlOf(event.target)
    if (control) put(control.name, textOf(control), TYPING_MS)
  }
  const onBlur = (event: FocusEvent<HTMLFormElement>) => {
    const control = controlOf(event.target)
    const cell = control && cells.get(control.name.slice(5))
    if (control && cell) {
      const tidy = tidyTyped(cell.kind, textOf(control))
      if (tidy !== textOf(control)) {
        write(control, tidy)
        put(control.name, tidy, 0)
      }
    }
    outbox.current?.flush()
  }
  const onPaste = (event: ClipboardEvent<HTMLFormElement>) => {
    const control = controlOf(event.target)
    const pasted = event.clipboardData.getData('text/plain')
    if (!control || !form.current || !/[\t\n\r]/.test(pasted)) return
    event.preventDefault()
    const block = blockAt(form.current, control, pasted)
    for (const [into, text] of block) {
      const kind = cells.get(into.name.slice(5))?.kind
      write(into, kind ? tidyTyped(kind, text) : text)
      put(into.name, textOf(into), 0)
    }
    setNote(sentences.pasted.replace('{count}', String(block.length)))
  }
  return (
    <form
      ref={form}
      action={asFormHandler(saveLabDeskAction)}
      onInput={onInput}
      onBlur={onBlur}
      onPaste={onPaste}
      onSubmit={(event) => sendCellsFirst(event, outbox.current)}
      onKeyDown={moveLikeSpreadsheet}
      autoComplete="off"
    >
      <input type="hidden" name="runId" value={runId} />
      <input type="hidden" name="slug" value={slug} />
      {parts.map((part) => (
        <section key={part.id}>
          {part.title ? (
            <h3 className="mt-4 font-serif text-base" lang="zh-CN">
              {part.title}
            </h3>
          ) : null}
          {part.sections.map((section) => (
            <DeskSection
              key={section.step}
              section={section}
              cells={cells}
              checkOf={(cell) => (cell.id in checks ? (checks[cell.id] ?? null) : cell.check)}
              choose={sentences.choose}
              checks={sentences.checks}
            />
          ))}
        </section>
      ))}
      <SaverLine state={state} note={note} sentences={sentences} onRetry={() => outbox.current?.flush()} />
      <div className="flex flex-wrap items-center gap-3 print:hidden">
        <button type="submit" className="button">
          {sentences.save}
        </button>
        <button type="submit" formAction={asFormHandler(submitLabDeskAction)} className="button button-primary">
          {sentences.submit}
        </button>
        <span className="text-ink-2 text-sm">{sentences.submitHint}</span>
      </div>
    </form>
  )
}

/** Holds the form back until every cell is acknowledged; when that fails, the page says so and nothing typed is lost. */
function sendCellsFirst(event: FormEvent<HTMLFormElement>, outbox: CellOutbox | null): void {
  if (!outbox?.isWaiting) return
  event.preventDefault()
  const form = event.currentTarget
  const { submitter } = event.nativeEvent as SubmitEvent
  void outbox.settle().then((isSaved) => {
    if (isSaved) form.requestSubmit(submitter)
  })
}

function moveLikeSpreadsheet(event: KeyboardEvent<HTMLFormElement>): void {
  const control = controlOf(event.target)
  if (!control || event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
  const next = neighbour(event.currentTarget, control, event)
  if (!next && event.key !== 'Enter') return
  event.preventDefault()
  next?.focus()
  if (next instanceof HTMLInputElement && next.type === 'text') next.select()
}

function fill(form: HTMLFormElement | null, cell: string, value: string): void {
  const control = form?.querySelector<HTMLInputElement>(`[name="cell-${cell}"]:not([type="hidden"])`)
  if (control) write(control, value)
}
