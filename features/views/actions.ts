'use server'

import { revalidatePath } from 'next/cache'
import { formAction } from '@/server/action'
import { forgetView, saveView } from './commands/keep-view'
import { forgetViewInput, saveViewInput } from './input'

/** Keeps the page under a name. */
export const saveViewAction = formAction({
  permission: 'rates.read',
  input: saveViewInput,
  async run(ctx, input) {
    const outcome = await saveView(ctx, input)
    if (!outcome.ok) return { refusal: outcome.refusal }
    revalidatePath('/manage', 'layout')
    return undefined
  },
})

/** Forgets one of one's own. */
export const forgetViewAction = formAction({
  permission: 'rates.read',
  input: forgetViewInput,
  async run(ctx, { viewId }) {
    await forgetView(ctx, viewId)
    revalidatePath('/manage', 'layout')
    return undefined
  },
})
