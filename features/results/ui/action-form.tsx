'use client'

import { type ReactNode, useActionState } from 'react'
import type { FormState } from '@/server/action'
import { Notice } from '@/ui/layout/notice'

type Action = (state: FormState, form: FormData) => Promise<FormState>

/** A form of earlier results: its fields come from the server, what went wrong stands above them. Works as a plain post, too. */
export function ActionForm(props: {
  action: Action
  refusals: Record<string, string>
  className?: string
  label?: string
  children: ReactNode
}) {
  const [state, send, isPending] = useActionState(props.action, { status: 'idle' })
  const problem = sentenceOf(state, props.refusals)
  return (
    <form
      action={send}
      className={props.className ?? ''}
      aria-busy={isPending}
      {...(props.label ? { 'aria-label': props.label } : {})}
    >
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
  if (state.status === 'invalid') return refusals[Object.values(state.fields)[0]?.[0] ?? ''] ?? refusals.invalid ?? null
  if (state.status !== 'refused') return null
  const sentence = refusals[state.refusal] ?? refusals.invalid ?? ''
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(state.detail?.[name] ?? ''))
}
