import { templateFile } from '@/features/templates/queries/template-files'
import { handlerActor } from '@/server/auth/actor'
import { downloadResponse } from '@/server/files/download-response'

/** A template filled with invented data. */
export async function GET(_request: Request, { params }: RouteContext<'/manage/templates/[id]/preview'>) {
  const actor = await handlerActor('template.write')
  if (actor instanceof Response) return actor
  const file = await templateFile(actor, (await params).id, 'preview')
  return file ? downloadResponse(file) : Response.json({ refusal: 'not-found' }, { status: 404 })
}
