import { templateFile } from '@/features/templates/queries/template-files'
import { handlerActor } from '@/server/auth/actor'
import { downloadResponse } from '@/server/files/download-response'

/** A template as it was uploaded. */
export async function GET(_request: Request, { params }: RouteContext<'/manage/templates/[id]/file'>) {
  const actor = await handlerActor('template.write')
  if (actor instanceof Response) return actor
  const file = await templateFile(actor, (await params).id, 'original')
  return file ? downloadResponse(file) : Response.json({ refusal: 'not-found' }, { status: 404 })
}
