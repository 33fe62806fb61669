'use server'

import { refresh } from 'next/cache'
import { formAction } from '@/server/action'
import { ask, takeBack } from './commands/ask'
import { askInput, inquiryIdInput } from './input'

/** Somebody of an enterprise asks. */
export const askInquiryAction = formAction({
  permission: 'inquiry.ask',
  input: askInput,
  async run(ctx, given) {
    const outcome = await ask(ctx, given)
    if (!outcome.ok) return { refusal: outcome.refusal }
    refresh()
    return undefined
  },
})

/** And no longer wants to know. */
export const takeBackInquiryAction = formAction({
  permission: 'inquiry.ask',
  input: inquiryIdInput,
  async run(ctx, { inquiryId }) {
    const outcome = await takeBack(ctx, inquiryId)
    if (!outcome.ok) return { refusal: outcome.refusal }
    refresh()
    return undefined
  },
})
