'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/server/action'
import { closeSignal } from './commands/close-signal'
import { closeSignalInput } from './input'

const MINIMUM_NOTE = 2

/** Writes down what asking brought; what was refused is said by the page that is gone to. */
export const closeSignalAction = formAction({
  permission: 'signal.read',
  input: closeSignalInput,
  async run(ctx, input) {
    const outcome = [...input.note].length >= MINIMUM_NOTE ? await closeSignal(ctx, input) : null
    redirect(`/manage/signals${outcome?.ok ? '' : `?refused=${outcome?.refusal ?? 'no-note'}`}`)
  },
})
