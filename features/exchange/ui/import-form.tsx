'use client'

import { useActionState } from 'react'
import { Notice } from '@/ui/layout/notice'
import { importBankAction } from '../actions'

/** A file of questions to be read; what it became stands beneath, to be copied into a bank. Works as a plain post, too. */
export function ImportForm({ sentences: t }: { sentences: Record<string, string> }) {
  const [state, send, isPending] = useActionState(importBankAction, { status: 'idle' })
  const read = state.status === 'done' ? state.detail : undefined
  const problem =
    state.status === 'refused' ? (t[state.refusal] ?? t.invalid) : state.status === 'invalid' ? t.invalid : null
  return (
    <form action={send} aria-busy={isPending}>
      {problem ? (
        <Notice tone="stop" live>
          {problem}
        </Notice>
      ) : null}
      <label className="mb-4 block">
        <span className="mb-1 block font-medium">{t.file}</span>
        <input className="input" type="file" name="file" required accept=".txt,.gift,.xml,.zip,.xlsx" />
      </label>
      <fieldset className="mb-4">
        <legend className="mb-1 font-medium">{t.defaults}</legend>
        <div className="grid gap-3 sm:grid-cols-2">
          {(['concept', 'fact', 'doc', 'difficulty'] as const).map((name) => (
            <label key={name} className="block text-sm">
              {t[name]}
              <input className="input" name={name} maxLength={80} autoComplete="off" />
            </label>
          ))}
        </div>
      </fieldset>
      <button type="submit" className="button button-primary">
        {t.send}
      </button>
      {read ? <Outcome read={read} t={t} /> : null}
    </form>
  )
}

function Outcome({ read, t }: { read: Record<string, string | number>; t: Record<string, string> }) {
  const [problems, notes, yaml] = [String(read.problems), String(read.notes), String(read.yaml)]
  return (
    <div className="mt-6">
      {problems === '' ? (
        <Notice tone="done" live>
          {(t.read ?? '').replace('{count}', String(read.questions))}
        </Notice>
      ) : (
        <Notice tone="stop" live title={t.problems ?? ''}>
          <pre className="whitespace-pre-wrap">{problems}</pre>
        </Notice>
      )}
      {notes === '' ? null : (
        <Notice tone="warn" title={t.notes ?? ''}>
          <pre className="whitespace-pre-wrap">{notes}</pre>
        </Notice>
      )}
      {yaml === '' ? null : (
        <label className="block">
          <span className="mb-1 block font-medium">{t.yaml}</span>
          <textarea className="input font-mono text-sm" rows={16} readOnly value={yaml} />
        </label>
      )}
    </div>
  )
}
