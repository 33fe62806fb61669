'use client'

import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { CellResult } from '@/domain/labs/grade'
import { asFormHandler } from '@/ui/forms/form-handler'
import { saveLabDeskAction, submitLabDeskAction } from '../actions'
import { CellOutbox, type SaverState } from './cell-outbox'
import styles from './desk.module.css'

/** One line of the working paper. */
export type DeskCell = { id: string; label: string; value: string; seq: number; check: CellResult | null }
export type DeskStep = { id: string; label: string; hint: string; cells: DeskCell[] }
/** Sentences for the script; `saved` holds `{at}`. */
export type DeskSentences = {
  saver: Record<'idle' | 'saving' | 'saved' | 'failed' | 'retry' | 'closed' | 'signedOut', string>
  verdict: Record<string, string>
  path: Record<string, string>
  save: string
  submit: string
  submitHint: string
}

const TYPING_MS = 800

/**
 * The working paper: a plain form, whose two buttons work without a script. Each button has an action of its own: Chromium before 112
 * does not tell the script which named button was pressed. With one, each cell is saved as it is typed, Enter and the
 * arrows move like in a spreadsheet, and in practice each cell is checked.
 */
export function DeskForm(props: {
  runId: string
  slug: string
  steps: DeskStep[]
  savedAt: string | null
  sentences: DeskSentences
}) {
  const { runId, slug, steps, sentences } = props
  const form = useRef<HTMLFormElement>(null)
  const outbox = useRef<CellOutbox | null>(null)
  const [state, setState] = useState<SaverState>(
    props.savedAt ? { kind: 'saved', at: props.savedAt } : { kind: 'idle' },
  )
  const [checks, setChecks] = useState<Record<string, CellResult | null>>({})

  // biome-ignore lint/correctness/useExhaustiveDependencies: one outbox for the life of the run's page.
  useEffect(() => {
    const seqs = Object.fromEntries(steps.flatMap((step) => step.cells.map((cell) => [cell.id, cell.seq])))
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

  const take = (event: FormEvent<HTMLFormElement>, delayMs: number) => {
    const input = event.target
    if (input instanceof HTMLInputElement && input.name.startsWith('cell-')) {
      outbox.current?.put(input.name.slice(5), input.value, delayMs)
    }
  }
  return (
    <form
      ref={form}
      action={asFormHandler(saveLabDeskAction)}
      onInput={(event) => take(event, TYPING_MS)}
      onBlur={() => outbox.current?.flush()}
      onSubmit={(event) => sendCellsFirst(event, outbox.current)}
      onKeyDown={moveLikeSpreadsheet}
      autoComplete="off"
    >
      <input type="hidden" name="runId" value={runId} />
      <input type="hidden" name="slug" value={slug} />
      {steps.map((step) => (
        <fieldset key={step.id} className={styles.step}>
          <legend>{step.label}</legend>
          <p className="text-ink-2 text-sm">{step.hint}</p>
          {step.cells.map((cell) => (
            <Cell
              key={cell.id}
              cell={cell}
              check={cell.id in checks ? checks[cell.id] : cell.check}
              sentences={sentences}
            />
          ))}
        </fieldset>
      ))}
      <SaverLine state={state} sentences={sentences} onRetry={() => outbox.current?.flush()} />
      <div className="flex flex-wrap items-center gap-3">
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

function Cell({
  cell,
  check,
  sentences,
}: {
  cell: DeskCell
  check: CellResult | null | undefined
  sentences: DeskSentences
}) {
  const id = `cell-${cell.id}`
  const shown = check && check.verdict !== 'blank' ? check : null
  return (
    <div className={styles.cellRow}>
      <label htmlFor={id}>{cell.label}</label>
      <input
        id={id}
        name={id}
        className={`input ${styles.money}`}
        type="text"
        inputMode="decimal"
        maxLength={40}
        defaultValue={cell.value}
        aria-describedby={`${id}-check`}
        {...(shown && shown.verdict !== 'right' ? { 'aria-invalid': true } : {})}
      />
      <input type="hidden" name={`was-${cell.id}`} value={cell.value} />
      <output id={`${id}-check`} htmlFor={id} className={styles.check}>
        {shown ? <CheckText check={shown} sentences={sentences} /> : null}
      </output>
    </div>
  )
}

function CheckText({ check, sentences }: { check: CellResult; sentences: DeskSentences }) {
  const isRight = check.verdict === 'right'
  return (
    <span className={isRight ? 'text-pine' : 'text-cinnabar'}>
      <span aria-hidden="true">{isRight ? '✓ ' : '✗ '}</span>
      {sentences.verdict[check.verdict]}
      {check.path ? <span className="text-ink-2"> {sentences.path[check.path]}</span> : null}
    </span>
  )
}

function SaverLine({ state, sentences, onRetry }: { state: SaverState; sentences: DeskSentences; onRetry(): void }) {
  const text =
    state.kind === 'saved'
      ? sentences.saver.saved.replace('{at}', shanghaiMinute(state.at))
      : sentences.saver[state.kind]
  const isTrouble = state.kind === 'failed' || state.kind === 'closed' || state.kind === 'signedOut'
  return (
    <div className={`${styles.saver} my-2 flex flex-wrap items-center gap-3 text-sm`}>
      <p role="status" className={isTrouble ? 'text-cinnabar' : 'text-ink-2'}>
        {text}
      </p>
      {state.kind === 'failed' || state.kind === 'signedOut' ? (
        <button type="button" className="button" onClick={onRetry}>
          {sentences.saver.retry}
        </button>
      ) : null}
    </div>
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
  const input = event.target
  if (!(input instanceof HTMLInputElement) || !input.name.startsWith('cell-') || event.nativeEvent.isComposing) return
  const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  event.preventDefault()
  const cells = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[name^="cell-"]')]
  const next = cells[cells.indexOf(input) + step]
  next?.focus()
  next?.select()
}

function fill(form: HTMLFormElement | null, cell: string, value: string): void {
  const input = form?.elements.namedItem(`cell-${cell}`)
  if (input instanceof HTMLInputElement) input.value = value
}

function shanghaiMinute(instant: string): string {
  return new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(new Date(instant))
}
