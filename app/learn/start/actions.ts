'use server'

import { redirect } from 'next/navigation'
import { finishDigest } from '@/features/courses/commands/finish-digest'
import { finishDigestInput } from '@/features/courses/input'
import { startAttempt } from '@/features/exams/commands/start-attempt'
import { formAction } from '@/server/action'
import { courseBySlug } from '@/server/content/catalog'

/** The head's one button: the cards were seen to their end, which completes the course, and the paper is drawn. */
export const beginHeadPaperAction = formAction({
  permission: 'attempt.open-book',
  input: finishDigestInput,
  async run(ctx, { course: slug }) {
    const course = courseBySlug(slug)
    const finished = await finishDigest(ctx, slug)
    if (!course || !finished.ok) redirect('/learn')
    const attempt = await startAttempt(ctx, course.exam.slug)
    redirect(attempt.ok ? `/learn/attempts/${attempt.value}` : '/learn')
  },
})
