import { getTranslations } from 'next-intl/server'
import { reaches } from '@/domain/permissions/reaches'
import { LARGE_ROWS } from '@/server/exports/export-runs'
import { recordExport } from '@/features/rates/commands/record-export'
import { listInput, rateOfPath, viewQuery } from '@/features/rates/input'
import { listLength } from '@/features/rates/queries/list-length'
import { listExport } from '@/features/rates/queries/list-export'
import { listFrame } from '@/features/rates/queries/list-page'
import { listSheet } from '@/features/rates/ui/list-sheet'
import { currentRequestId } from '@/server/action'
import { handlerActor } from '@/server/auth/actor'
import { subjectTitles } from '@/server/content/subject-titles'
import { contextOf } from '@/server/context'
import { workbookResponse } from '@/server/files/workbook-response'

/** The list behind a number as Excel: the same rows, order and masking as on screen. */
export async function GET(request: Request, { params }: RouteContext<'/api/lists/[rate]'>) {
  const actor = await handlerActor('list.export')
  if (actor instanceof Response) return actor
  const rate = rateOfPath((await params).rate)
  const view = listInput.parse(Object.fromEntries(new URL(request.url).searchParams))
  const frame = rate ? await listFrame(actor, rate, view) : null
  // Whoever only audits there looks at the page; what leaves the house is for officers.
  if (!rate || !frame || !reaches(actor, frame.region.path))
    return Response.json({ refusal: 'not-found' }, { status: 404 })
  // Much at once is asked for with a reason and a fresh sign-in, on a page of its own.
  if ((await listLength(frame)) > LARGE_ROWS)
    return new Response(null, { status: 303, headers: { location: `/manage/lists/${rate}/export${viewQuery(view)}` } })
  await recordExport(contextOf(actor, await currentRequestId()), frame)
  const t = await getTranslations('rates')
  const sheet = listSheet({ rate, frame, rows: listExport(actor, frame), t, titleOf: subjectTitles() })
  return workbookResponse(`${sheet.name}.xlsx`, [sheet])
}
