import { bulletinFile } from '@/features/reports/queries/bulletin-page'
import { handlerActor } from '@/server/auth/actor'

/** The kept Word document or workbook of a composed bulletin: the same bytes for ever. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/manage/reports/[period]/[code]/bulletin/[format]'>,
) {
  const actor = await handlerActor('report.read')
  if (actor instanceof Response) return actor
  const { period: periodId, code, format } = await params
  const file = await bulletinFile(actor, { periodId, code, format })
  if (!file) return Response.json({ refusal: 'not-found' }, { status: 404 })
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename="bulletin.${format}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
