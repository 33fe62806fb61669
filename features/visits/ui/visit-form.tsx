'use client'

import { useActionState, useEffect, useRef, useState } from 'react'
import { Field } from '@/ui/forms/field'
import { Notice } from '@/ui/layout/notice'
import { recordVisitAction } from '../actions'

type Key =
  | 'visitedOn'
  | 'topics'
  | 'topicsHint'
  | 'needs'
  | 'needsHint'
  | 'projects'
  | 'projectsHint'
  | 'record'
  | 'offline'
  | 'bad-day'
  | 'too-short'
  | 'too-long'
  | 'too-many'
  | 'not-found'
  | 'day-outside'
  | 'taken'

const FIELDS = ['visitedOn', 'topics', 'needs', 'projects'] as const

/**
 * The form of a visit. What is typed is kept on the phone until it was sent, so nothing is lost where there is no signal: without one the
 * form says so and sends itself when the line is back. Works as a plain post, too.
 */
export function VisitForm(props: { sentences: Record<Key, string>; entryId: string; visitId: string; today: string }) {
  const { sentences, entryId } = props
  const [state, send] = useActionState(recordVisitAction, { status: 'idle' })
  const form = useRef<HTMLFormElement>(null)
  const [isWaiting, setWaiting] = useState(false)
  const [visitId, setVisitId] = useState(props.visitId)
  const key = `visit-draft:${entryId}`

  useEffect(() => {
    const draft = readDraft(key)
    if (!draft || !form.current) return
    for (const name of FIELDS) {
      const field = form.current.elements.namedItem(name)
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = draft[name] ?? ''
    }
    // The id stays with what was typed: sent twice, it is recorded once.
    if (draft.visitId) setVisitId(draft.visitId)
  }, [key])
  useEffect(() => {
    if (!isWaiting) return
    const go = () => {
      setWaiting(false)
      form.current?.requestSubmit()
    }
    window.addEventListener('online', go)
    return () => window.removeEventListener('online', go)
  }, [isWaiting])

  const keep = () => {
    if (!form.current) return
    const typed = new FormData(form.current)
    const draft = Object.fromEntries(FIELDS.map((name) => [name, String(typed.get(name) ?? '')]))
    writeDraft(key, { ...draft, visitId })
  }
  const problems = (field: string) =>
    state.status === 'invalid' ? state.fields[field]?.map((code) => sentences[code as Key] ?? code) : undefined
  return (
    <form
      ref={form}
      action={send}
      onInput={keep}
      onSubmit={(event) => {
        if (navigator.onLine) return
        event.preventDefault()
        keep()
        setWaiting(true)
      }}
    >
      <div aria-live="polite">{isWaiting ? <Notice tone="note">{sentences.offline}</Notice> : null}</div>
      {state.status === 'refused' ? (
        <Notice tone="stop" live>
          {sentences[state.refusal as Key] ?? state.refusal}
        </Notice>
      ) : null}
      <input type="hidden" name="entryId" value={entryId} />
      <input type="hidden" name="visitId" value={visitId} />
      <Field
        type="date"
        name="visitedOn"
        label={sentences.visitedOn}
        defaultValue={props.today}
        max={props.today}
        required
        problems={problems('visitedOn')}
      />
      <Area name="topics" rows={3} label={sentences.topics} hint={sentences.topicsHint} problems={problems('topics')} />
      <Area name="needs" rows={3} label={sentences.needs} hint={sentences.needsHint} problems={problems('needs')} />
      <Area
        name="projects"
        rows={3}
        label={sentences.projects}
        hint={sentences.projectsHint}
        problems={problems('projects')}
      />
      <button type="submit" className="button button-primary">
        {sentences.record}
      </button>
    </form>
  )
}

function Area(props: { name: string; rows: number; label: string; hint: string; problems?: string[] | undefined }) {
  const id = `visit-${props.name}`
  return (
    <div className="mb-4">
      <label htmlFor={id} className="mb-1 block font-medium">
        {props.label}
      </label>
      <p id={`${id}-hint`} className="mb-1 text-ink-2 text-sm">
        {props.hint}
      </p>
      <textarea
        id={id}
        name={props.name}
        rows={props.rows}
        className="input"
        aria-describedby={props.problems?.length ? `${id}-hint ${id}-problem` : `${id}-hint`}
        aria-invalid={props.problems?.length ? true : undefined}
      />
      {props.problems?.length ? (
        <p id={`${id}-problem`} className="mt-1 text-cinnabar text-sm">
          {props.problems.join(' ')}
        </p>
      ) : null}
    </div>
  )
}

/** Forgets the draft of an enterprise once its visit is in the list. */
export function ForgetDrafts({ visitIds }: { visitIds: readonly string[] }) {
  useEffect(() => {
    for (let index = localStorage.length - 1; index >= 0; index--) {
      const key = localStorage.key(index) ?? ''
      if (key.startsWith('visit-draft:') && visitIds.includes(readDraft(key)?.visitId ?? ''))
        localStorage.removeItem(key)
    }
  }, [visitIds])
  return null
}

function readDraft(key: string): Record<string, string> | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

function writeDraft(key: string, draft: Record<string, string>): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft))
  } catch {
    // A full or forbidden store only means that there is no draft.
  }
}
