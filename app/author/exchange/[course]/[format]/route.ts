import { exportBank } from '@/features/exchange/commands/export-bank'
import { exportBankInput } from '@/features/exchange/input'
import { handlerContext } from '@/server/handler'
import { downloadResponse } from '@/server/files/download-response'

/** The bank of a course, keys included, as a file. */
export async function GET(_request: Request, { params }: RouteContext<'/author/exchange/[course]/[format]'>) {
  const ctx = await handlerContext('bank.exchange')
  if (ctx instanceof Response) return ctx
  const input = exportBankInput.safeParse(await params)
  const exported = input.success ? await exportBank(ctx, input.data) : null
  if (!exported?.ok) return Response.json({ refusal: exported?.refusal ?? 'not-found' }, { status: 404 })
  return downloadResponse({ ...exported.value, mediaType: 'application/octet-stream' })
}
