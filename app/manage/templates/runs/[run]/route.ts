import { runFile } from '@/features/templates/queries/template-files'
import { handlerActor } from '@/server/auth/actor'
import { downloadResponse } from '@/server/files/download-response'

/** The documents of one run, for the officer who had them filled. */
export async function GET(_request: Request, { params }: RouteContext<'/manage/templates/runs/[run]'>) {
  const actor = await handlerActor('template.write')
  if (actor instanceof Response) return actor
  const file = await runFile(actor, (await params).run)
  return file ? downloadResponse(file) : Response.json({ refusal: 'not-found' }, { status: 404 })
}
