import { draftFile } from '@/features/reports/queries/draft-page'
import { handlerActor } from '@/server/auth/actor'

/** The Word document or workbook of the officer's own draft; never that of a kept bulletin. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/manage/reports/[period]/[code]/bulletin/draft/[format]'>,
) {
  const actor = await handlerActor('report.compose')
  if (actor instanceof Response) return actor
  const { period: periodId, code, format } = await params
  const file = await draftFile(actor, { periodId, code, format })
  if (!file) return Response.json({ refusal: 'not-found' }, { status: 404 })
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename="draft.${format}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
