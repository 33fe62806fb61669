import { isWorksheet, WORKSHEETS, worksheetFile } from '@/features/worksheets/worksheets'
import { downloadResponse } from '@/server/files/download-response'

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A working template; open to anybody, as it holds nothing of anybody. */
export async function GET(_request: Request, { params }: RouteContext<'/worksheets/[name]'>): Promise<Response> {
  const { name } = await params
  if (!isWorksheet(name)) return Response.json({ refusal: 'not-found' }, { status: 404 })
  return downloadResponse({ name: WORKSHEETS[name].file, mediaType: MEDIA_TYPE, bytes: await worksheetFile(name) })
}
