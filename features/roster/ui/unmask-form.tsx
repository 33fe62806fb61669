'use client'

import { useActionState } from 'react'
import { Notice } from '@/ui/layout/notice'
import { unmaskPersonsAction } from '../actions'

/** Shows the persons of an entry in full, once, to an officer above the owning level who says why. */
export function UnmaskForm(props: {
  entryId: string
  words: { lead: string; reason: string; show: string; refused: string }
}) {
  const [state, send] = useActionState(unmaskPersonsAction, { status: 'idle' })
  return (
    <form action={send} className="mb-4">
      <Notice>
        <p>{props.words.lead}</p>
        {state.status === 'done' ? (
          <ul role="status" className="mt-2 tabular-nums">
            {Object.entries(state.detail ?? {}).map(([seat, person]) => (
              <li key={seat}>{person}</li>
            ))}
          </ul>
        ) : (
          <div className="mt-2 flex flex-wrap items-end gap-3">
            <input type="hidden" name="entryId" value={props.entryId} />
            <label className="block text-sm">
              {props.words.reason}
              <input className="input" name="reason" required minLength={4} maxLength={200} autoComplete="off" />
            </label>
            <button className="button" type="submit">
              {props.words.show}
            </button>
          </div>
        )}
        {state.status === 'refused' || state.status === 'invalid' ? (
          <p role="alert" className="mt-2 text-cinnabar">
            {props.words.refused}
          </p>
        ) : null}
      </Notice>
    </form>
  )
}
