'use client'

import { useActionState } from 'react'
import { Notice } from '@/ui/layout/notice'
import { skipStepAction } from '../actions'

/** Puts an optional step off; a plain post without scripts. */
export function SkipForm(props: { step: string; label: string; name: string; refused: string }) {
  const [state, send] = useActionState(skipStepAction, { status: 'idle' })
  return (
    <form action={send}>
      {state.status === 'refused' || state.status === 'invalid' ? (
        <Notice tone="stop" live>
          {props.refused}
        </Notice>
      ) : null}
      <input type="hidden" name="step" value={props.step} />
      <button type="submit" className="button button-quiet" aria-label={`${props.label}：${props.name}`}>
        {props.label}
      </button>
    </form>
  )
}
