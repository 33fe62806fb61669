'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/server/action'
import { restoreItem } from './commands/restore-item'
import { withdrawItem } from './commands/withdraw-item'
import { withdrawItemInput } from './input'

const MINIMUM_REASON = 4
const questionPage = (course: string, question: string) =>
  `/author/courses/${encodeURIComponent(course)}/questions/${encodeURIComponent(question)}`

/** Takes a question out of use and goes back to it. */
export const withdrawItemAction = formAction({
  permission: 'item.withdraw',
  input: withdrawItemInput,
  async run(ctx, input) {
    const outcome = [...input.reason].length >= MINIMUM_REASON ? await withdrawItem(ctx, input) : null
    redirect(
      `${questionPage(input.course, input.questionId)}${outcome?.ok ? '' : `?refused=${outcome?.refusal ?? 'no-reason'}`}`,
    )
  },
})

/** Puts it back into use and goes back to it. */
export const restoreItemAction = formAction({
  permission: 'item.withdraw',
  input: withdrawItemInput,
  async run(ctx, input) {
    const outcome = [...input.reason].length >= MINIMUM_REASON ? await restoreItem(ctx, input) : null
    redirect(
      `${questionPage(input.course, input.questionId)}${outcome?.ok ? '' : `?refused=${outcome?.refusal ?? 'no-reason'}`}`,
    )
  },
})
