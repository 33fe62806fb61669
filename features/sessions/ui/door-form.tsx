'use client'

import { useActionState } from 'react'
import { Field } from '@/ui/forms/field'
import { Notice } from '@/ui/layout/notice'
import { signInAtDoorAction } from '../door-actions'

type Key =
  | 'enterprise'
  | 'name'
  | 'mobile'
  | 'mobileHint'
  | 'signIn'
  | 'bad-enterprise'
  | 'bad-name'
  | 'bad-mobile'
  | 'unknown'
  | 'closed'
  | 'full'

/** What somebody at the door types; works as a plain post, too. */
export function DoorForm({ sentences, token }: { sentences: Record<Key, string>; token: string }) {
  const [state, send] = useActionState(signInAtDoorAction, { status: 'idle' })
  const problems = (field: string) =>
    state.status === 'invalid' ? state.fields[field]?.map((code) => sentences[code as Key] ?? code) : undefined
  return (
    <form action={send}>
      {state.status === 'refused' ? (
        <Notice tone="stop" live>
          {sentences[state.refusal as Key] ?? state.refusal}
        </Notice>
      ) : null}
      <input type="hidden" name="token" value={token} />
      <Field
        name="enterprise"
        label={sentences.enterprise}
        autoComplete="organization"
        required
        maxLength={100}
        problems={problems('enterprise')}
      />
      <Field
        name="name"
        label={sentences.name}
        autoComplete="name"
        required
        maxLength={60}
        problems={problems('name')}
      />
      <Field
        name="mobile"
        type="tel"
        inputMode="tel"
        label={sentences.mobile}
        hint={sentences.mobileHint}
        autoComplete="tel"
        required
        maxLength={40}
        problems={problems('mobile')}
      />
      <button type="submit" className="button button-primary">
        {sentences.signIn}
      </button>
    </form>
  )
}
