import 'server-only'
import { z } from 'zod'
import { loginCookie, loginSecretIn } from '@/server/auth/login-token'
import { isOwnOrigin } from '@/server/auth/origin'
import { saveAnswer, type SaveRefusal } from './commands/save-answer'
import { positionInput, saveAnswerInput } from './input'

/** `PUT /api/attempts/:attempt/answers/:question`, however it arrived. */
export type SaveRequest = {
  headers: { get(name: string): string | null }
  cookie(name: string): string | undefined
  attempt: string
  question: string
  body(): Promise<string>
}

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

/**
 * Saves one answer while somebody works; the actor, owner, state and deadline are asked by the command's one statement.
 *
 * @returns 200 `{ savedAt }` (ISO instant), or `{ refusal, …detail }` with 400 malformed, 401 signed-out, 403 foreign-origin, 404 not-found or
 *   409 closed, too-late, stale (`seq`: the stored one)
 */
export async function answerSaveRequest(request: SaveRequest): Promise<{ status: number; json: object }> {
  if (!isOwnOrigin(request.headers)) return refusal('foreign-origin', 403)
  const secret = await loginSecretIn(request.cookie(loginCookie().name))
  if (!secret) return refusal('signed-out', 401)
  const place = params.safeParse({ attempt: request.attempt, question: request.question })
  if (!place.success) return refusal('not-found', 404)
  const text = await request.body()
  const body = text.length <= BODY_LIMIT ? saveAnswerInput.safeParse(parsedJson(text)) : null
  if (!body?.success) return refusal('malformed', 400)
  const saved = await saveAnswer(secret, {
    attemptId: place.data.attempt,
    position: place.data.question,
    seq: body.data.seq,
    value: body.data.value,
    flagged: body.data.flagged,
  })
  if (saved.ok) return { status: 200, json: { savedAt: saved.value.savedAt.toISOString() } }
  return refusal(saved.refusal, STATUS[saved.refusal], saved.detail)
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refusal(code: string, status: number, detail?: Record<string, string | number>) {
  return { status, json: { refusal: code, ...detail } }
}
