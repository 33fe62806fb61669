'use client'

import { useActionState } from 'react'
import { Field } from '@/ui/forms/field'
import { Notice } from '@/ui/layout/notice'
import { createProgrammeAction } from '../actions'

type Sentences = Record<
  | 'name'
  | 'fromOn'
  | 'fromOnHint'
  | 'lastOn'
  | 'lastOnHint'
  | 'labs'
  | 'labsHint'
  | 'create'
  | 'bad-name'
  | 'bad-day'
  | 'bad-period'
  | 'bad-labs',
  string
>

/** A lab that may be asked for; `options` say how often, the first that it is not. */
export type LabChoice = {
  slug: string
  title: string
  times: number
  options: readonly { times: number; label: string }[]
}

/** The form of a new programme; works as a plain post, too. */
export function ProgrammeForm(props: { sentences: Sentences; name: string; labs: readonly LabChoice[] }) {
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
      <fieldset className="mb-6">
        <legend className="mb-1 font-medium">{sentences.labs}</legend>
        <p className="mb-2 text-ink-2 text-sm">{sentences.labsHint}</p>
        <ul className="border-rule border-t">
          {props.labs.map(({ slug, title, times, options }) => (
            <li key={slug} className="flex flex-wrap items-center justify-between gap-3 border-rule border-b py-2">
              <label htmlFor={`lab-${slug}`} lang="zh-CN">
                {title}
              </label>
              <select id={`lab-${slug}`} name="labs" className="input w-auto" defaultValue={optionOf(slug, times)}>
                {options.map((one) => (
                  <option key={one.times} value={optionOf(slug, one.times)}>
                    {one.label}
                  </option>
                ))}
              </select>
            </li>
          ))}
        </ul>
        {problems('labs') ? <p className="mt-1 text-cinnabar text-sm">{sentences['bad-labs']}</p> : null}
      </fieldset>
      <button type="submit" className="button button-primary">
        {sentences.create}
      </button>
    </form>
  )
}

function optionOf(slug: string, times: number): string {
  return times === 0 ? '' : `${slug}*${times}`
}
