'use server'

import { publicFormAction } from '@/server/action'
import { sendSuggestion } from './commands/send-suggestion'
import { sendSuggestionInput } from './input'

export const sendSuggestionAction = publicFormAction({
  input: sendSuggestionInput,
  async run({ actor, requestId }, input) {
    const outcome = await sendSuggestion(actor, requestId, input)
    return outcome.ok ? undefined : { refusal: outcome.refusal }
  },
})
