'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { formAction } from '@/server/action'
import { answerVisit } from './commands/answer-visit'
import { recordVisit, retractVisit } from './commands/record-visit'
import { answerVisitInput, recordVisitInput, retractVisitInput } from './input'

/** Records a visit and goes back to the list. */
export const recordVisitAction = formAction({
  permission: 'visit.record',
  input: recordVisitInput,
  async run(ctx, input) {
    const outcome = await recordVisit(ctx, input)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect('/manage/visits?saved=1')
  },
})

/** The visit did not take place after all, or was recorded twice. */
export const retractVisitAction = formAction({
  permission: 'visit.record',
  input: retractVisitInput,
  async run(ctx, { visitId }) {
    const outcome = await retractVisit(ctx, visitId)
    if (!outcome.ok) return { refusal: outcome.refusal }
    revalidatePath('/manage/visits')
    return undefined
  },
})

/** The enterprise says whether a visit took place. */
export const answerVisitAction = formAction({
  permission: 'visit.answer',
  input: answerVisitInput,
  async run(ctx, input) {
    const outcome = await answerVisit(ctx, input)
    if (!outcome.ok) return { refusal: outcome.refusal }
    revalidatePath('/learn')
    revalidatePath('/learn/start')
    return undefined
  },
})
