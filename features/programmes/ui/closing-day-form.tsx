'use client'

import { useActionState } from 'react'
import { Field } from '@/ui/forms/field'
import { Notice } from '@/ui/layout/notice'
import { setClosingDayAction } from '../actions'

type Key =
  | 'closingDay'
  | 'closingDayHint'
  | 'bothRulesUntilOn'
  | 'bothRulesHint'
  | 'save'
  | 'bad-closing-day'
  | 'bad-day'
  | 'not-found'

/** The form of the closing day; works as a plain post, too. */
export function ClosingDayForm(props: {
  sentences: Record<Key, string>
  programmeId: string
  closingDay: number | null
  bothRulesUntilOn: string | null
}) {
  const { sentences } = props
  const [state, send] = useActionState(setClosingDayAction, { status: 'idle' })
  const problems = (field: string) =>
    state.status === 'invalid' ? state.fields[field]?.map((code) => sentences[code as Key] ?? code) : undefined
  return (
    <form action={send}>
      {state.status === 'refused' ? (
        <Notice tone="stop" live>
          {sentences[state.refusal as Key] ?? state.refusal}
        </Notice>
      ) : null}
      <input type="hidden" name="programmeId" value={props.programmeId} />
      <Field
        type="number"
        inputMode="numeric"
        min={1}
        max={28}
        name="closingDay"
        label={sentences.closingDay}
        hint={sentences.closingDayHint}
        defaultValue={props.closingDay ?? ''}
        problems={problems('closingDay')}
      />
      <Field
        type="date"
        name="bothRulesUntilOn"
        label={sentences.bothRulesUntilOn}
        hint={sentences.bothRulesHint}
        defaultValue={props.bothRulesUntilOn ?? ''}
        problems={problems('bothRulesUntilOn')}
      />
      <button type="submit" className="button button-primary">
        {sentences.save}
      </button>
    </form>
  )
}
