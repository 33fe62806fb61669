'use client'

import { type ReactNode, useActionState } from 'react'
import type { FormState } from '@/server/action'
import { Notice } from '@/ui/layout/notice'

type Action = (state: FormState, form: FormData) => Promise<FormState>

/** A form about templates: what went wrong stands above its fields. Works as a plain post, too. */
export function ActionForm(props: {
  action: Action
  refusals: Record<string, string>
  label: string
  className?: string
  children: ReactNode
}) {
  const [state, send, isPending] = useActionState(props.action, { status: 'idle' })
  const problem = sentenceOf(state, props.refusals)
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

function sentenceOf(state: FormState, refusals: Record<string, string>): string | null {
  if (state.status === 'refused') return refusals[state.refusal] ?? refusals.invalid ?? null
  if (state.status !== 'invalid') return null
  return refusals[Object.values(state.fields)[0]?.[0] ?? ''] ?? refusals.invalid ?? null
}
