import { savePage } from '@/features/exams/commands/save-page'
import { submitAttempt } from '@/features/exams/commands/submit-attempt'
import { paperInput } from '@/features/exams/input'
import { formFields } from '@/server/action'
import { handlerContext, handlerForm } from '@/server/handler'

/**
 * Takes a paper sent as a form. What is graded is what was saved: a page without a script is saved first, by the same rules as
 * single answers; from a page with one, no answer of the form is looked at.
 */
export async function POST(request: Request, { params }: { params: Promise<{ attempt: string }> }): Promise<Response> {
  const ctx = await handlerContext('attempt.open-book')
  if (ctx instanceof Response) return ctx
  const form = await handlerForm(request)
  if (form instanceof Response) return form
  const { attempt } = await params
  const input = paperInput.safeParse({ ...formFields(form), attempt })
  if (!input.success) return Response.json({ refusal: 'malformed' }, { status: 400 })
  const { intent, answers } = input.data
  const saved = answers.length > 0 ? await savePage(ctx, attempt, answers) : null
  if (saved && !saved.ok && saved.refusal === 'not-found')
    return Response.json({ refusal: 'not-found' }, { status: 404 })
  const page = `/learn/attempts/${attempt}`
  if (intent === 'submit') {
    const submitted = await submitAttempt(ctx, attempt)
    if (!submitted.ok) return Response.json({ refusal: 'not-found' }, { status: 404 })
  }
  return new Response(null, { status: 303, headers: { location: page } })
}
