import { startAttempt } from '@/features/exams/commands/start-attempt'
import { handlerContext } from '@/server/handler'

/**
 * Opens the paper of an exam and goes to it; goes to the exam's page, which says why, when it may not be started. A plain form's handler and no server
 * action: many begin at the same moment, and this costs half (bench `attempt`).
 */
export async function POST(_: Request, { params }: { params: Promise<{ exam: string }> }): Promise<Response> {
  const { exam } = await params
  const page = `/learn/exams/${encodeURIComponent(exam)}`
  const ctx = await handlerContext('attempt.open-book')
  if (ctx instanceof Response) return ctx.status === 401 ? seeOther(`/sign-in?next=${encodeURIComponent(page)}`) : ctx
  const outcome = await startAttempt(ctx, exam)
  return seeOther(outcome.ok ? `/learn/attempts/${outcome.value}` : page)
}

const seeOther = (location: string) => new Response(null, { status: 303, headers: { location } })
