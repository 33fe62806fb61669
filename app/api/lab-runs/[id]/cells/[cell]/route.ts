import { saveCell } from '@/features/labs/commands/save-cell'
import { cellAddress, saveCellInput } from '@/features/labs/input'
import { handlerContext } from '@/server/handler'

const BODY_BYTES_MAX = 2_000

/** Saves one cell of the actor's open run. 404 not theirs or no such cell, 409 closed, 400 malformed. */
export async function PUT(
  request: Request,
  { params }: { params: Promise<{ id: string; cell: string }> },
): Promise<Response> {
  const ctx = await handlerContext('lab.take')
  if (ctx instanceof Response) return ctx
  const address = cellAddress.safeParse(await params)
  if (!address.success) return answer({ refusal: 'not-found' }, 404)
  const input = saveCellInput.safeParse(await bodyOf(request))
  if (!input.success) return answer({ refusal: 'malformed' }, 400)

  const { id: runId, cell } = address.data
  const outcome = await saveCell(ctx.actor, { runId, cell, seq: input.data.seq, value: input.data.value })
  if (!outcome.ok) return answer({ refusal: outcome.refusal }, outcome.refusal === 'closed' ? 409 : 404)
  return answer({ version: 1, ...outcome.value }, 200)
}

async function bodyOf(request: Request): Promise<unknown> {
  const text = await request.text()
  if (text.length > BODY_BYTES_MAX) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function answer(body: object, status: number): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'private, no-store' } })
}
