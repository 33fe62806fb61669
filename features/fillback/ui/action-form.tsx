'use client'

import { type ReactNode, useActionState } from 'react'
import type { FormState } from '@/server/action'
import { Notice } from '@/ui/layout/notice'

/** A form of a fill-back: its fields come from the server, what went wrong stands above them. Works as a plain post, too. */
export function ActionForm(props: {
  action: (state: FormState, form: FormData) => Promise<FormState>
  refusals: Record<string, string>
  className?: string
  label?: string
  children: ReactNode
}) {
  const [state, send, isPending] = useActionState(props.action, { status: 'idle' })
  const code =
    state.status === 'invalid'
      ? Object.values(state.fields)[0]?.[0]
      : state.status === 'refused'
        ? state.refusal
        : undefined
  const problem = code === undefined ? null : (props.refusals[code] ?? props.refusals.invalid)
  return (
    <form action={send} className={props.className ?? ''} aria-busy={isPending} aria-label={props.label}>
      {problem ? (
        <Notice tone="stop" live>
          {problem}
        </Notice>
      ) : null}
      {props.children}
    </form>
  )
}
