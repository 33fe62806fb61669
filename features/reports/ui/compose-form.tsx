'use client'

import { useActionState } from 'react'
import { Notice } from '@/ui/layout/notice'
import { composeBulletinAction, draftBulletinAction } from '../actions'

type Sentences = Record<'text' | 'textHint' | 'docxTemplate' | 'xlsxTemplate' | 'plain' | 'submit', string>

/** The text and templates of a bulletin before it is composed, or of a draft; works as a plain post, too. */
export function ComposeForm(props: {
  kind: 'bulletin' | 'draft'
  sentences: Sentences
  refusals: Record<string, string>
  periodId: string
  code: string
  roster: 'key' | 'all'
  text: string
  templates: readonly { id: string; name: string; format: 'DOCX' | 'XLSX' }[]
}) {
  const { sentences, templates } = props
  const [state, send, isPending] = useActionState(
    props.kind === 'draft' ? draftBulletinAction : composeBulletinAction,
    {
      status: 'idle',
    },
  )
  const code =
    state.status === 'invalid' ? Object.values(state.fields)[0]?.[0] : state.status === 'refused' ? state.refusal : null
  const choice = (name: string, label: string, format: 'DOCX' | 'XLSX') => (
    <label className="mb-4 block">
      {label}
      <select className="input" name={name} defaultValue="">
        <option value="">{sentences.plain}</option>
        {templates
          .filter((one) => one.format === format)
          .map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
      </select>
    </label>
  )
  return (
    <form action={send} aria-busy={isPending}>
      {code ? (
        <Notice tone="stop" live>
          {props.refusals[code] ?? props.refusals.invalid}
        </Notice>
      ) : null}
      <input type="hidden" name="periodId" value={props.periodId} />
      <input type="hidden" name="code" value={props.code} />
      <input type="hidden" name="roster" value={props.roster} />
      <label className="mb-1 block font-medium" htmlFor="bulletin-text">
        {sentences.text}
      </label>
      <p id="bulletin-text-hint" className="mb-1 text-ink-2 text-sm">
        {sentences.textHint}
      </p>
      <textarea
        id="bulletin-text"
        aria-describedby="bulletin-text-hint"
        className="input mb-4"
        name="text"
        rows={14}
        maxLength={6000}
        required
        defaultValue={props.text}
      />
      {choice('docxTemplateId', sentences.docxTemplate, 'DOCX')}
      {choice('xlsxTemplateId', sentences.xlsxTemplate, 'XLSX')}
      <button type="submit" className="button button-primary">
        {sentences.submit}
      </button>
    </form>
  )
}
