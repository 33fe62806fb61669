import { saveAnswer, type SaveRefusal } from '@/features/exams/commands/save-answer'
import { positionInput, saveAnswerInput } from '@/features/exams/input'
import { loginCookie, loginSecretIn } from '@/server/auth/login-cookie'
import { isOwnOrigin } from '@/server/auth/origin'
import type { NextRequest } from 'next/server'
import { z } from 'zod'

const STATUS: Record<SaveRefusal, number> = {
  'signed-out': 401,
  'not-found': 404,
  closed: 409,
  'too-late': 409,
  stale: 409,
}
/** More than the longest honest answer; read before parsing. */
const BODY_LIMIT = 2048

const params = z.object({ attempt: z.uuid(), question: positionInput })

/** Saves one answer while somebody works; the actor, owner, state and deadline are asked by the command's one statement. */
export async function PUT(
  request: NextRequest,
  context: { params: Promise<{ attempt: string; question: string }> },
): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return refusal('foreign-origin', 403)
  const secret = await loginSecretIn(request.cookies.get(loginCookie().name)?.value)
  if (!secret) return refusal('signed-out', 401)
  const place = params.safeParse(await context.params)
  if (!place.success) return refusal('not-found', 404)
  const text = await request.text()
  const body = text.length <= BODY_LIMIT ? saveAnswerInput.safeParse(parsedJson(text)) : null
  if (!body?.success) return refusal('malformed', 400)
  const saved = await saveAnswer(secret, {
    attemptId: place.data.attempt,
    position: place.data.question,
    seq: body.data.seq,
    value: body.data.value,
    flagged: body.data.flagged,
  })
  if (saved.ok) return Response.json({ savedAt: saved.value.savedAt.toISOString() })
  return refusal(saved.refusal, STATUS[saved.refusal], saved.detail)
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refusal(code: string, status: number, detail?: Record<string, string | number>): Response {
  return Response.json({ refusal: code, ...detail }, { status })
}
