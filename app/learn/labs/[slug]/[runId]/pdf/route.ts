import { z } from 'zod'
import { renderSheet } from '@/features/labs/pdf/render-sheet'
import { sheetPage } from '@/features/labs/pdf/sheet-page'
import { labRunView } from '@/features/labs/queries/lab-run-view'
import { handlerActor } from '@/server/auth/actor'
import { labBySlug } from '@/server/content/catalog'

/** One's own run as PDF, with what its review may tell. 404 for somebody else's and for a lab that is not there any more. */
export async function GET(_request: Request, { params }: RouteContext<'/learn/labs/[slug]/[runId]/pdf'>) {
  const actor = await handlerActor('lab.take')
  if (actor instanceof Response) return actor
  const { slug, runId } = await params
  const lab = labBySlug(slug)
  const run = lab && z.uuid().safeParse(runId).success ? await labRunView(actor, runId) : null
  if (!lab || !run || run.slug !== slug) return Response.json({ refusal: 'not-found' }, { status: 404 })
  return new Response(await renderSheet(await sheetPage(run, lab)), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${slug}-${run.no}.pdf"`,
      'cache-control': 'private, no-store',
    },
  })
}
