import { getTranslations } from 'next-intl/server'
import { recordPeriodListExport } from '@/features/reports/commands/record-period-list-export'
import { periodListView, reportQuery } from '@/features/reports/input'
import { periodListExport, periodListFrame, periodListLength } from '@/features/reports/queries/period-list'
import { periodListSheet } from '@/features/reports/ui/period-list-sheet'
import { currentRequestId } from '@/server/action'
import { handlerActor } from '@/server/auth/actor'
import { subjectTitles } from '@/server/content/subject-titles'
import { contextOf } from '@/server/context'
import { LARGE_ROWS } from '@/server/exports/export-runs'
import { workbookResponse } from '@/server/files/workbook-response'

/** A frozen list as Excel: the same rows, order and masking as on screen. */
export async function GET(request: Request, { params }: RouteContext<'/api/reports/[period]/[code]/[rate]'>) {
  const actor = await handlerActor('list.export')
  if (actor instanceof Response) return actor
  const { period: periodId, code, rate } = await params
  const view = periodListView.parse(Object.fromEntries(new URL(request.url).searchParams))
  const frame = await periodListFrame(actor, { periodId, code, rate }, view)
  if (!frame) return Response.json({ refusal: 'not-found' }, { status: 404 })
  // Much at once is asked for with a reason and a fresh sign-in, on a page of its own.
  if ((await periodListLength(frame)) > LARGE_ROWS)
    return new Response(null, {
      status: 303,
      headers: { location: `/manage/reports/${periodId}/${code}/lists/${rate}/export${reportQuery(view)}` },
    })
  await recordPeriodListExport(contextOf(actor, await currentRequestId()), frame)
  const [t, reports] = [await getTranslations('rates'), await getTranslations('reports')]
  const about = reports('frozenOn', { day: frame.question.period.lastDay })
  const rows = periodListExport(actor, frame)
  const sheet = periodListSheet({ frame, rows, t, about, titleOf: subjectTitles() })
  return workbookResponse(`${sheet.name}.xlsx`, [sheet])
}
