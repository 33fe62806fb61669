import type { NextRequest } from 'next/server'
import { viewInput } from '@/features/rates/input'
import { programmeInView } from '@/features/rates/queries/programme-in-view'
import { reserveInput } from '@/features/visits/input'
import { everyFinding, findingCount } from '@/features/visits/queries/reserve'
import { recordReserveExport, reserveWorkbook } from '@/features/visits/reserve-export'
import { currentRequestId } from '@/server/action'
import { handlerActor } from '@/server/auth/actor'
import { shanghaiToday } from '@/server/clock'
import { contextOf } from '@/server/context'
import { LARGE_ROWS } from '@/server/exports/export-runs'
import { workbookResponse } from '@/server/files/workbook-response'

/** Both reserve lists as one workbook. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await handlerActor('list.export')
  if (actor instanceof Response) return actor
  const query = request.nextUrl.searchParams
  const view = Object.fromEntries(query)
  const programme = await programmeInView(viewInput.parse(view).programme, shanghaiToday())
  if (!programme) return Response.json({ refusal: 'not-found' }, { status: 404 })
  const asked = { ...reserveInput.parse(view), programmeId: programme.id }
  const total = await findingCount(actor, asked)
  // Much at once is asked for with a reason and a fresh sign-in, on a page of its own.
  if (total > LARGE_ROWS)
    return new Response(null, { status: 303, headers: { location: `/manage/visits/reserve/whole?${query}` } })
  await recordReserveExport(contextOf(actor, await currentRequestId()), asked, total)
  const { name, sheets } = reserveWorkbook(everyFinding(actor, asked))
  return workbookResponse(name, sheets)
}
