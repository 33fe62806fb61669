import { answerSaveRequest } from '@/features/exams/save-request'
import type { NextRequest } from 'next/server'

/** The way of `npm run dev`; the web server answers this address before Next (decision 034). */
export async function PUT(
  request: NextRequest,
  context: { params: Promise<{ attempt: string; question: string }> },
): Promise<Response> {
  const { status, json } = await answerSaveRequest({
    ...(await context.params),
    headers: request.headers,
    cookie: (name) => request.cookies.get(name)?.value,
    body: () => request.text(),
  })
  return Response.json(json, { status })
}
