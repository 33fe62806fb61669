'use client'

import { useActionState } from 'react'
import { Field } from '@/ui/forms/field'
import { Notice } from '@/ui/layout/notice'
import { sendSuggestionAction } from '../actions'

/** The form behind 投诉建议; works as a plain post, too. */
export function SuggestionForm({ from, sentences }: { from: string; sentences: Record<string, string> }) {
  const [state, send] = useActionState(sendSuggestionAction, { status: 'idle' })
  if (state.status === 'done') {
    return (
      <Notice tone="done" live>
        {sentences.done}
      </Notice>
    )
  }
  const problems = state.status === 'invalid' ? state.fields : {}
  const textProblem = problems.text?.[0]
  return (
    <form action={send}>
      {state.status === 'refused' ? (
        <Notice tone="stop" live>
          {sentences[state.refusal] ?? state.refusal}
        </Notice>
      ) : null}
      <input type="hidden" name="from" value={from} />
      <div className="mb-4">
        <label htmlFor="suggestion-text" className="mb-1 block font-medium">
          {sentences.text}
        </label>
        <textarea
          id="suggestion-text"
          name="text"
          rows={6}
          required
          maxLength={2000}
          className="input"
          {...(textProblem ? { 'aria-invalid': true, 'aria-describedby': 'suggestion-problem' } : {})}
        />
        {textProblem ? (
          <p id="suggestion-problem" className="mt-1 text-cinnabar text-sm">
            {sentences[textProblem] ?? textProblem}
          </p>
        ) : null}
      </div>
      <Field name="contact" label={sentences.contact ?? ''} maxLength={100} autoComplete="off" />
      <button type="submit" className="button button-primary">
        {sentences.send}
      </button>
    </form>
  )
}
