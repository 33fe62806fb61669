'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/server/action'
import { startAttempt } from './commands/start-attempt'
import { startExamInput } from './input'

/** Opens the paper of an exam and goes to it; goes to the exam's page, which says why, when it may not be started. */
export const startExamAction = formAction({
  permission: 'attempt.open-book',
  input: startExamInput,
  async run(ctx, { exam }) {
    const outcome = await startAttempt(ctx, exam)
    redirect(outcome.ok ? `/learn/attempts/${outcome.value}` : `/learn/exams/${encodeURIComponent(exam)}`)
  },
})
