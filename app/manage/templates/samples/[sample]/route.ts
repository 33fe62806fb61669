import { sampleFile } from '@/features/templates/samples/sample-file'
import { handlerActor } from '@/server/auth/actor'
import { downloadResponse } from '@/server/files/download-response'

const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** A ready sample template. */
export async function GET(_request: Request, { params }: RouteContext<'/manage/templates/samples/[sample]'>) {
  const actor = await handlerActor('template.write')
  if (actor instanceof Response) return actor
  const { sample } = await params
  const file = await sampleFile(sample)
  if (!file) return Response.json({ refusal: 'not-found' }, { status: 404 })
  return downloadResponse({ ...file, mediaType: sample.endsWith('.xlsx') ? MEDIA_TYPES.xlsx : MEDIA_TYPES.docx })
}
