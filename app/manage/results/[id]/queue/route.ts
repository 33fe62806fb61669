import { recordQueueExport } from '@/features/results/commands/record-queue-export'
import { queueSheet } from '@/features/results/queries/queue-sheet'
import { currentRequestId } from '@/server/action'
import { handlerActor } from '@/server/auth/actor'
import { contextOf } from '@/server/context'
import { workbookResponse } from '@/server/files/workbook-response'

/** The rows of a batch that still wait, as a workbook. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/manage/results/[id]/queue'>,
): Promise<Response> {
  const actor = await handlerActor('results.import')
  if (actor instanceof Response) return actor
  const found = await queueSheet(actor, (await params).id)
  if (!found) return Response.json({ refusal: 'not-found' }, { status: 404 })
  await recordQueueExport(contextOf(actor, await currentRequestId()), found)
  return workbookResponse(found.fileName, [found.sheet])
}
