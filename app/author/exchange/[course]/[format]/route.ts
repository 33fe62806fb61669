import { exportBank } from '@/features/exchange/commands/export-bank'
import { exportBankInput } from '@/features/exchange/input'
import { currentRequestId } from '@/server/action'
import { handlerActor } from '@/server/auth/actor'
import { contextOf } from '@/server/context'
import { downloadResponse } from '@/server/files/download-response'

/** The bank of a course, keys included, as a file. */
export async function GET(_request: Request, { params }: RouteContext<'/author/exchange/[course]/[format]'>) {
  const actor = await handlerActor('bank.exchange')
  if (actor instanceof Response) return actor
  const input = exportBankInput.safeParse(await params)
  const exported = input.success ? await exportBank(contextOf(actor, await currentRequestId()), input.data) : null
  if (!exported?.ok) return Response.json({ refusal: exported?.refusal ?? 'not-found' }, { status: 404 })
  return downloadResponse({ ...exported.value, mediaType: 'application/octet-stream' })
}
