import { recordGroupText } from '@/features/reports/commands/record-group-text'
import { groupParts } from '@/features/reports/group-text'
import { reportView } from '@/features/reports/input'
import { groupPage } from '@/features/reports/queries/group-figures'
import { groupPicture } from '@/features/reports/ui/group-picture'
import { currentRequestId } from '@/server/action'
import { handlerActor } from '@/server/auth/actor'
import { contextOf } from '@/server/context'
import { documentWords } from '@/server/document-words'
import { renderSvg } from '@/server/pictures/render-svg'

/** The group text as a PNG picture; drawn in a thread of its own, a few at a time. */
export async function GET(request: Request) {
  const actor = await handlerActor('report.read')
  if (actor instanceof Response) return actor
  const view = reportView.parse(Object.fromEntries(new URL(request.url).searchParams))
  const page = await groupPage(actor, view)
  if (!page?.figures) return Response.json({ refusal: 'not-found' }, { status: 404 })
  const words = documentWords('reports')
  const drawing = renderSvg(groupPicture(groupParts(page.figures, words)))
  if (!drawing) {
    return new Response(words('group.busy'), {
      status: 503,
      headers: { 'retry-after': '2', 'content-type': 'text/plain; charset=utf-8' },
    })
  }
  const png = await drawing
  await recordGroupText(contextOf(actor, await currentRequestId()), page)
  const name = encodeURIComponent(`${words('group.title')}-${page.region.name}-${page.figures.day}.png`)
  return new Response(new Uint8Array(png), {
    headers: {
      'content-type': 'image/png',
      'content-disposition': `inline; filename="group-text.png"; filename*=UTF-8''${name}`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
