'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { publicFormAction } from '@/server/action'
import { signInAsMyself, signInAtDoor } from './commands/sign-in-at-door'
import { signInInput } from './input'

/** Anybody at the door; limited by the session's window. */
export const signInAtDoorAction = publicFormAction({
  input: signInInput,
  async run({ requestId }, input) {
    const outcome = await signInAtDoor(requestId, input)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect(`/s/${encodeURIComponent(input.token)}?here=1`)
  },
})

/** Whoever is signed in on this phone already. */
export const signInAsMyselfAction = publicFormAction({
  input: z.object({ token: z.string().min(1).max(64) }),
  async run({ actor, requestId }, { token }) {
    if (!actor) return { refusal: 'unknown' }
    const outcome = await signInAsMyself(actor, requestId, token)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect(`/s/${encodeURIComponent(token)}?here=1`)
  },
})
