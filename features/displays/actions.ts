'use server'

import { revalidatePath } from 'next/cache'
import { formAction } from '@/server/action'
import { appOrigin } from '@/server/env'
import { makeDisplay, retractDisplay } from './commands/displays'
import { makeDisplayInput, retractDisplayInput } from './input'

/** The answer carries the address, which nobody can read again. */
export const makeDisplayAction = formAction({
  permission: 'display.manage',
  input: makeDisplayInput,
  async run(ctx, input) {
    const outcome = await makeDisplay(ctx, input)
    if (!outcome.ok) return { refusal: outcome.refusal }
    revalidatePath('/manage/displays')
    return { done: { link: `${appOrigin()}/display/${outcome.value.token}` } }
  },
})

export const retractDisplayAction = formAction({
  permission: 'display.manage',
  input: retractDisplayInput,
  async run(ctx, { displayId }) {
    const outcome = await retractDisplay(ctx, displayId)
    if (!outcome.ok) return { refusal: outcome.refusal }
    revalidatePath('/manage/displays')
    return undefined
  },
})
