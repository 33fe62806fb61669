'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/server/action'
import { recordAnswers, recordSilent } from './commands/answer-spot-check'
import { drawSpotCheck } from './commands/draw-spot-check'
import { drawInput, recordInput, silentInput } from './input'

export const drawSpotCheckAction = formAction({
  permission: 'spot-check.run',
  input: drawInput,
  async run(ctx, given) {
    const outcome = await drawSpotCheck(ctx, given)
    if (!outcome.ok)
      return outcome.detail ? { refusal: outcome.refusal, detail: outcome.detail } : { refusal: outcome.refusal }
    redirect(`/manage/spot-checks/${outcome.value.spotCheckId}`)
  },
})

export const recordSpotAnswersAction = formAction({
  permission: 'spot-check.run',
  input: recordInput,
  async run(ctx, given) {
    const outcome = await recordAnswers(ctx, given)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect('/manage/spot-checks?noted=1')
  },
})

export const recordSpotSilentAction = formAction({
  permission: 'spot-check.run',
  input: silentInput,
  async run(ctx, given) {
    const outcome = await recordSilent(ctx, given)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect('/manage/spot-checks?noted=1')
  },
})
