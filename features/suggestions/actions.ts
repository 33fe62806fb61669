'use server'

import { revalidatePath } from 'next/cache'
import { formAction, publicFormAction } from '@/server/action'
import { answerSuggestion } from './commands/answer-suggestion'
import { sendSuggestion } from './commands/send-suggestion'
import { answerSuggestionInput, sendSuggestionInput } from './input'

export const sendSuggestionAction = publicFormAction({
  input: sendSuggestionInput,
  async run({ actor, requestId }, input) {
    const outcome = await sendSuggestion(actor, requestId, input)
    return outcome.ok ? undefined : { refusal: outcome.refusal }
  },
})

export const answerSuggestionAction = formAction({
  permission: 'suggestion.read',
  input: answerSuggestionInput,
  async run(ctx, input) {
    const outcome = await answerSuggestion(ctx, input)
    if (!outcome.ok) return { refusal: outcome.refusal }
    revalidatePath('/manage/suggestions')
    return undefined
  },
})
