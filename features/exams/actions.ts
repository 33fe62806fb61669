'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/server/action'
import { savePage } from './commands/save-page'
import { startAttempt } from './commands/start-attempt'
import { submitAttempt } from './commands/submit-attempt'
import { paperInput, startExamInput } from './input'

const start = formAction({
  permission: 'attempt.open-book',
  input: startExamInput,
  async run(ctx, { exam }) {
    const outcome = await startAttempt(ctx, exam)
    redirect(outcome.ok ? `/learn/attempts/${outcome.value}` : `/learn/exams/${encodeURIComponent(exam)}`)
  },
})

const paper = formAction({
  permission: 'attempt.open-book',
  input: paperInput,
  async run(ctx, { attempt, intent, answers }) {
    const page = `/learn/attempts/${attempt}`
    if (answers.length > 0) {
      const saved = await savePage(ctx, attempt, answers)
      if (!saved.ok && saved.refusal === 'not-found') return { refusal: 'not-found' }
    }
    if (intent === 'save') redirect(`${page}?saved=1`)
    await submitAttempt(ctx, attempt)
    redirect(page)
  },
})

/** Opens the paper of an exam and goes to it; goes to the exam's page, which says why, when it may not be started. */
export async function startExamAction(form: FormData): Promise<void> {
  const state = await start(form)
  if (state.status !== 'done') redirect('/learn')
}

/** Saves or hands in a paper sent as a plain form; what is graded is what was saved. */
export async function paperAction(form: FormData): Promise<void> {
  const state = await paper(form)
  if (state.status !== 'done') redirect('/learn')
}
