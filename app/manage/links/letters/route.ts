import { getTranslations } from 'next-intl/server'
import { linksForSending } from '@/features/accounts/commands/links-for-sending'
import { linkSendingInput } from '@/features/accounts/link-view'
import { letterOf } from '@/features/accounts/pdf/letter-text'
import { lettersPdf } from '@/features/accounts/pdf/letters-apart'
import { noteSent } from '@/features/messages/commands/note-sent'
import { formFields } from '@/server/action'
import { handlerContext, handlerForm } from '@/server/handler'

/** Letters with QR code and typed code as one PDF, at most 200. A post, as it issues the links that are missing. */
export async function POST(request: Request): Promise<Response> {
  const ctx = await handlerContext('links.issue')
  if (ctx instanceof Response) return ctx
  const form = await handlerForm(request)
  if (form instanceof Response) return form
  const parsed = linkSendingInput.safeParse(formFields(form))
  if (!parsed.success) return Response.json({ refusal: 'malformed' }, { status: 400 })
  const { offset, page: _, again: __, ...view } = parsed.data
  const outcome = await linksForSending(ctx, view, { as: 'letters', offset })
  if (!outcome.ok) return Response.json({ refusal: 'not-found' }, { status: 404 })
  await noteSent(
    ctx,
    'LETTER',
    outcome.value.map(({ holding }) => holding),
  )
  const t = await getTranslations('links')
  const pdf = await lettersPdf(outcome.value.map((link) => letterOf(link, t)))
  return new Response(pdf, {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="letters.pdf"; filename*=UTF-8''${encodeURIComponent(`${t('letter.title')}.pdf`)}`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
