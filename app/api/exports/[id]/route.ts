import { getTranslations } from 'next-intl/server'
import { reaches } from '@/domain/permissions/reaches'
import { endRun, noteProgress, takeRun } from '@/features/rates/commands/export-runs'
import { listInput, rateOfPath } from '@/features/rates/input'
import { exportRun } from '@/features/rates/queries/export-run'
import { listExport } from '@/features/rates/queries/list-export'
import { listFrame, type ShownRow } from '@/features/rates/queries/list-page'
import { listSheet } from '@/features/rates/ui/list-sheet'
import { handlerActor } from '@/server/auth/actor'
import { subjectTitles } from '@/server/content/subject-titles'
import { workbookResponse } from '@/server/files/workbook-response'

/** So often progress is noted and a cancellation noticed. */
const ROWS = 2_000

/** Sends a large list that was asked for with a reason, once, and notes how far it is. */
export async function GET(_: Request, { params }: RouteContext<'/api/exports/[id]'>) {
  const actor = await handlerActor('list.export')
  if (actor instanceof Response) return actor
  const run = await exportRun(actor, (await params).id)
  const rate = run && rateOfPath(run.rate)
  const frame = rate ? await listFrame(actor, rate, listInput.parse(run.view)) : null
  // Their area may have changed since they asked.
  const isTheirs = frame !== null && reaches(actor, frame.region.path)
  if (!run || !rate || !isTheirs || !(await takeRun(run.runId, actor.personId)))
    return Response.json({ refusal: 'not-found' }, { status: 404 })
  const t = await getTranslations('rates')
  const rows = noted(run.runId, listExport(actor, frame))
  const sheet = listSheet({ rate, frame, rows, t, titleOf: subjectTitles() })
  return workbookResponse(`${sheet.name}.xlsx`, [sheet])
}

/** The same rows, with progress noted on the way; breaks off when the run was cancelled, and says so when it broke. */
async function* noted(runId: string, rows: AsyncIterable<ShownRow>): AsyncGenerator<ShownRow> {
  let written = 0
  let isWhole = false
  try {
    for await (const row of rows) {
      yield row
      written += 1
      if (written % ROWS === 0 && !(await noteProgress(runId, written))) throw new Error('The export was cancelled.')
    }
    await noteProgress(runId, written)
    isWhole = true
  } finally {
    await endRun(runId, isWhole ? 'DONE' : 'BROKEN')
  }
}
