'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/server/action'
import { answerOwn } from './commands/answer-spot-check'
import { ownAnswersInput } from './input'

/** Somebody answers the three questions on their own page. */
export const answerOwnSpotAction = formAction({
  permission: 'learn.answer',
  input: ownAnswersInput,
  async run(ctx, given) {
    const outcome = await answerOwn(ctx, given)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect('/learn/spot?thanks=1')
  },
})
