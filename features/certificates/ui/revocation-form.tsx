'use client'

import { useActionState } from 'react'
import { Field } from '@/ui/forms/field'
import { Notice } from '@/ui/layout/notice'
import { revokeCertificateAction } from '../actions'

/** Reason and confirmation of a revocation; works as a plain post, too. */
export function RevocationForm(props: { certificateId: string; sentences: Record<string, string> }) {
  const { certificateId, sentences } = props
  const [state, send] = useActionState(revokeCertificateAction, { status: 'idle' })
  const problems = state.status === 'invalid' ? state.fields.reason?.map((code) => sentences[code] ?? code) : undefined
  return (
    <form action={send}>
      {state.status === 'refused' ? (
        <Notice tone="stop" live>
          {sentences[state.refusal] ?? state.refusal}
        </Notice>
      ) : null}
      <input type="hidden" name="certificateId" value={certificateId} />
      <Field
        name="reason"
        label={sentences.reason ?? ''}
        hint={sentences.hint ?? ''}
        problems={problems}
        minLength={2}
        maxLength={200}
        required
        autoComplete="off"
      />
      <button type="submit" className="button button-danger">
        {sentences.confirm}
      </button>
    </form>
  )
}
