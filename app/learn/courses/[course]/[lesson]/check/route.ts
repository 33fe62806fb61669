import { answerSelfCheck } from '@/features/courses/commands/answer-self-check'
import { selfCheckInput } from '@/features/courses/input'
import { feedbackLabels } from '@/features/courses/ui/feedback-labels'
import { feedbackHtml } from '@/server/content/self-check-feedback'
import { handlerContext, handlerForm } from '@/server/handler'

/** Takes the answer to a self-check: a plain form post comes back to the lesson, the page's script gets the reply alone. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ course: string; lesson: string }> },
): Promise<Response> {
  const ctx = await handlerContext('learn.answer')
  if (ctx instanceof Response) return ctx
  const { course, lesson } = await params
  const form = await handlerForm(request)
  if (form instanceof Response) return form
  const input = selfCheckInput.safeParse({
    check: form.get('check'),
    value: form.getAll('value').filter((value) => typeof value === 'string' && value.trim() !== ''),
  })
  if (!input.success) return Response.json({ refusal: 'malformed' }, { status: 400 })
  const { check, value } = input.data
  const outcome = await answerSelfCheck(ctx, { course, lesson, check, value })
  if (!outcome.ok && outcome.refusal === 'not-found') return Response.json({ refusal: 'not-found' }, { status: 404 })
  if (!request.headers.get('accept')?.includes('application/json')) {
    const location = `/learn/courses/${encodeURIComponent(course)}/${encodeURIComponent(lesson)}#check-${check}`
    return new Response(null, { status: 303, headers: { location } })
  }
  if (!outcome.ok) return Response.json({ refusal: outcome.refusal }, { status: 400 })
  const { question, isRight, isLessonDone, isCourseComplete } = outcome.value
  const html = feedbackHtml(question, value, isRight, await feedbackLabels())
  return Response.json({ html, isLessonDone, isCourseComplete })
}
