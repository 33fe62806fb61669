'use client'

import { type ReactNode, useActionState, useEffect, useRef } from 'react'
import { Notice } from '@/ui/layout/notice'

/** What a form's action answers; the shape of `FormState` in server/action. */
type Answer =
  | { status: 'idle' }
  | { status: 'done'; detail?: Record<string, string | number> }
  | { status: 'invalid'; fields: Record<string, string[]> }
  | { status: 'refused'; refusal: string; detail?: Record<string, string | number> }

/**
 * A form whose fields come from the server: what went wrong stands above them and is brought into view, as the button may be a long way
 * below. Works as a plain post, too.
 *
 * @param props.refusals the sentence of each refusal and of each problem of a field; `invalid` for any other
 */
export function ActionForm(props: {
  action: (state: Answer, form: FormData) => Promise<Answer>
  refusals: Record<string, string>
  /** What is said once it is done; values of the answer's detail stand for {names}. Nothing is said without it. */
  done?: string
  id?: string
  className?: string
  label?: string
  children: ReactNode
}) {
  const [state, send, isPending] = useActionState(props.action, { status: 'idle' })
  const problem = sentenceOf(state, props.refusals)
  const hasDone = props.done !== undefined
  const top = useRef<HTMLFormElement>(null)
  useEffect(() => {
    // What was done is only shown, and so brought into view, where the form has a sentence for it.
    if (state.status === 'done' ? hasDone : state.status !== 'idle') top.current?.scrollIntoView({ block: 'start' })
  }, [state, hasDone])
  return (
    <form
      ref={top}
      action={send}
      {...(props.id ? { id: props.id } : {})}
      className={props.className ?? ''}
      aria-busy={isPending}
      {...(props.label ? { 'aria-label': props.label } : {})}
    >
      {problem ? (
        <Notice tone="stop" live>
          {problem}
        </Notice>
      ) : null}
      {state.status === 'done' && props.done ? (
        <Notice tone="done" live>
          {filled(props.done, state.detail)}
        </Notice>
      ) : null}
      {props.children}
    </form>
  )
}

function sentenceOf(state: Answer, refusals: Record<string, string>): string | null {
  if (state.status === 'invalid') return refusals[Object.values(state.fields)[0]?.[0] ?? ''] ?? refusals.invalid ?? null
  if (state.status !== 'refused') return null
  const sentence = refusals[state.refusal] ?? refusals.invalid ?? ''
  return filled(sentence, state.detail)
}

function filled(sentence: string, detail: Record<string, string | number> | undefined): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(detail?.[name] ?? ''))
}
