import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/domain/permissions/actor'
import { reaches } from '@/domain/permissions/reaches'
import { listInput, rateOfPath } from '@/features/rates/input'
import { listExport } from '@/features/rates/queries/list-export'
import { listFrame } from '@/features/rates/queries/list-page'
import { listSheet } from '@/features/rates/ui/list-sheet'
import { periodListView } from '@/features/reports/input'
import { periodListExport, periodListFrame } from '@/features/reports/queries/period-list'
import { periodListSheet } from '@/features/reports/ui/period-list-sheet'
import { reserveInput } from '@/features/visits/input'
import { everyFinding } from '@/features/visits/queries/reserve'
import { reserveWorkbook } from '@/features/visits/reserve-export'
import { subjectTitles } from '@/server/content/subject-titles'
import { type ExportRunView, exportRun } from '@/server/exports/export-run'
import { notedRows, takeRun } from '@/server/exports/export-runs'
import { workbookResponse } from '@/server/files/workbook-response'
import type { SheetToWrite } from '@/server/files/write-workbook'
import { handlerContext } from '@/server/handler'

type Book = { name: string; sheets: SheetToWrite[] }

/** Sends a large list that was asked for with a reason, once, and notes how far it is. A post, as it takes the run. */
export async function POST(_: Request, { params }: RouteContext<'/api/exports/[id]'>) {
  const ctx = await handlerContext('list.export')
  if (ctx instanceof Response) return ctx
  const run = await exportRun(ctx.actor, (await params).id)
  // Their area may have changed since they asked.
  const book = run ? await BOOKS[run.kind](ctx.actor, run) : null
  if (!run || !book || !(await takeRun(run.runId, ctx.actor.personId)))
    return Response.json({ refusal: 'not-found' }, { status: 404 })
  return workbookResponse(book.name, book.sheets)
}

/** What each kind of run sends; null when it is not the actor's any more. */
const BOOKS: Record<ExportRunView['kind'], (actor: Actor, run: ExportRunView) => Promise<Book | null>> = {
  async RATE_LIST(actor, { runId, view }) {
    const rate = rateOfPath(view.rate ?? '')
    const frame = rate ? await listFrame(actor, rate, listInput.parse(view)) : null
    if (!rate || !frame || !reaches(actor, frame.region.path)) return null
    const rows = notedRows(runId, listExport(actor, frame))
    const sheet = listSheet({ rate, frame, rows, t: await getTranslations('rates'), titleOf: subjectTitles() })
    return { name: `${sheet.name}.xlsx`, sheets: [sheet] }
  },
  async PERIOD_LIST(actor, { runId, view }) {
    const asked = { periodId: view.period ?? '', code: view.code ?? '', rate: view.rate ?? '' }
    const frame = await periodListFrame(actor, asked, periodListView.parse(view))
    if (!frame) return null
    const [t, reports] = [await getTranslations('rates'), await getTranslations('reports')]
    const about = reports('frozenOn', { day: frame.question.period.lastDay })
    const rows = notedRows(runId, periodListExport(actor, frame))
    const sheet = periodListSheet({ frame, rows, t, about, titleOf: subjectTitles() })
    return { name: `${sheet.name}.xlsx`, sheets: [sheet] }
  },
  async RESERVE(actor, { runId, view }) {
    if (!view.programme) return null
    const asked = { ...reserveInput.parse(view), programmeId: view.programme }
    return reserveWorkbook(notedRows(runId, everyFinding(actor, asked)))
  },
}
