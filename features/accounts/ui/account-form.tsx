'use client'

import { useActionState, useState } from 'react'
import type { InputHTMLAttributes, ReactNode } from 'react'
import { Field } from '@/ui/forms/field'
import { SelectField } from '@/ui/forms/select-field'
import { Notice } from '@/ui/layout/notice'
import { CopyButton } from '@/ui/forms/copy-button'
import { sentence } from './sentence'
import type { Sentences } from './sentence'

type State =
  | { status: 'idle' }
  | { status: 'done'; detail?: Record<string, string | number> }
  | { status: 'invalid'; fields: Record<string, string[]> }
  | { status: 'refused'; refusal: string; detail?: Record<string, string | number> }
type Answer = State & { kept?: Record<string, string> }

export type FormField = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | 'id'
  | 'type'
  | 'autoComplete'
  | 'inputMode'
  | 'maxLength'
  | 'minLength'
  | 'defaultValue'
  | 'pattern'
  | 'autoFocus'
  | 'autoCapitalize'
  | 'className'
> & {
  name: string
  label: string
  hint?: string
  optional?: boolean
  /** A choice instead of a line to type in. */
  options?: readonly { value: string; label: string }[]
}

type Props = {
  action: (before: Answer, form: FormData) => Promise<Answer>
  fields: readonly FormField[]
  hidden?: Readonly<Record<string, string>>
  submit: string
  /** What is said for each code of a refusal or a field's problem; "done" for success. */
  sentences: Sentences
  quiet?: boolean
  children?: ReactNode
}

/** A form of the account pages. Without scripts it is a plain form post, and the page comes back with the same sentences. */
export function AccountForm({ action, fields, hidden, submit, sentences, quiet, children }: Props) {
  const [state, send, isSending] = useActionState(action, { status: 'idle' } satisfies Answer)
  const [typed, keepTyped] = useState<Record<string, string>>({})
  const hasFailed = state.status === 'invalid' || state.status === 'refused'
  const problems = state.status === 'invalid' ? state.fields : {}
  return (
    <form action={send} noValidate onSubmit={(event) => keepTyped(textsOf(event.currentTarget, fields))}>
      <Outcome state={state} sentences={sentences} known={fields.map((field) => field.name)} />
      {Object.entries(hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map(({ optional, options, ...field }) => {
        const given = state.kept?.[field.name] ?? (hasFailed ? typed[field.name] : undefined) ?? field.defaultValue
        const shown = {
          ...(optional ? {} : { required: true }),
          problems: problems[field.name]?.map((code) => sentence(sentences, code)),
        }
        return options ? (
          <SelectField
            key={field.name}
            name={field.name}
            label={field.label}
            options={options}
            given={String(given ?? '')}
            {...(field.hint ? { hint: field.hint } : {})}
            {...shown}
          />
        ) : (
          <Field key={field.name} {...field} {...shown} defaultValue={given} />
        )
      })}
      {children}
      <button type="submit" className={`button ${quiet ? '' : 'button-primary'}`} aria-disabled={isSending}>
        {submit}
      </button>
    </form>
  )
}

/** What was typed, without secrets: it comes back into the fields when the form was refused. */
function textsOf(form: HTMLFormElement, fields: readonly FormField[]): Record<string, string> {
  const data = new FormData(form)
  const open = fields.filter((field) => field.type !== 'password' && field.autoComplete !== 'one-time-code')
  return Object.fromEntries(open.map((field) => [field.name, String(data.get(field.name) ?? '')]))
}

function Outcome({ state, sentences, known }: { state: Answer; sentences: Sentences; known: readonly string[] }) {
  if (state.status === 'idle') return null
  if (state.status === 'done') return <Done detail={state.detail ?? {}} sentences={sentences} />
  const codes =
    state.status === 'refused'
      ? [sentence(sentences, state.refusal, state.detail)]
      : Object.entries(state.fields).flatMap(([name, found]) =>
          known.includes(name) ? [] : found.map((code) => sentence(sentences, code)),
        )
  return codes.length > 0 ? (
    <Notice tone="stop" live>
      {codes.join(' ')}
    </Notice>
  ) : null
}

/** Success; a link in the answer stands in a field to be copied, as it is shown only once. */
function Done({ detail, sentences }: { detail: Record<string, string | number>; sentences: Sentences }) {
  const said = detail.link ? sentences['done-link'] : sentences.done
  if (!said) return null
  return (
    <Notice tone="done" live>
      {sentence({ said }, 'said', detail)}
      {detail.link ? (
        <div className="mt-2 flex items-start gap-2">
          <input readOnly className="input" aria-label={said} defaultValue={detail.link} />
          {sentences.copy ? (
            <CopyButton text={String(detail.link)} label={sentences.copy} done={sentences.copied ?? sentences.copy} />
          ) : null}
        </div>
      ) : null}
    </Notice>
  )
}
