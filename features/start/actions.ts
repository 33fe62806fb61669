'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/server/action'
import { skipStep } from './commands/skip-step'
import { skipStepInput } from './input'

export const skipStepAction = formAction({
  permission: 'today.read',
  input: skipStepInput,
  async run(ctx, { step }) {
    const outcome = await skipStep(ctx, step)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect('/manage/start')
  },
})
