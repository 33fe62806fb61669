'use client'

import { useActionState } from 'react'
import { Field } from '@/ui/forms/field'
import { Notice } from '@/ui/layout/notice'
import { createProgrammeAction } from '../actions'

type Sentences = Record<
  'name' | 'fromOn' | 'fromOnHint' | 'lastOn' | 'lastOnHint' | 'create' | 'bad-name' | 'bad-day' | 'bad-period',
  string
>

/** The form of a new programme; works as a plain post, too. */
export function ProgrammeForm(props: { sentences: Sentences; name: string }) {
  const { sentences } = props
  const [state, send] = useActionState(createProgrammeAction, { status: 'idle' })
  const problems = (field: string) =>
    state.status === 'invalid'
      ? state.fields[field]?.map((code) => sentences[code as keyof Sentences] ?? code)
      : undefined
  return (
    <form action={send}>
      {state.status === 'refused' ? (
        <Notice tone="stop" live>
          {sentences[state.refusal as keyof Sentences] ?? state.refusal}
        </Notice>
      ) : null}
      <Field
        name="name"
        label={sentences.name}
        defaultValue={props.name}
        required
        maxLength={100}
        problems={problems('name')}
      />
      <Field
        type="date"
        name="fromOn"
        label={sentences.fromOn}
        hint={sentences.fromOnHint}
        required
        problems={problems('fromOn')}
      />
      <Field
        type="date"
        name="lastOn"
        label={sentences.lastOn}
        hint={sentences.lastOnHint}
        problems={problems('lastOn')}
      />
      <button type="submit" className="button button-primary">
        {sentences.create}
      </button>
    </form>
  )
}
