import { getTranslations } from 'next-intl/server'
import { DEFAULT_SMS_LAYOUT } from '@/domain/contacts/sms-layout'
import { type LinkToSend, linksForSending } from '@/features/accounts/commands/links-for-sending'
import { linkSendingInput } from '@/features/accounts/link-view'
import { smsLayoutInForce } from '@/features/accounts/queries/sms-layout'
import { linkRows, linkSheet } from '@/features/accounts/ui/link-sheet'
import { noteSent } from '@/features/messages/commands/note-sent'
import { whoseBudgetIsSpent } from '@/features/messages/queries/budget-spent'
import { formFields } from '@/server/action'
import { isOriginConfigured } from '@/server/env'
import { csvResponse } from '@/server/files/csv-response'
import { workbookResponse } from '@/server/files/workbook-response'
import { handlerContext, handlerForm } from '@/server/handler'

const personOf = ({ holding }: LinkToSend) => holding.personId

/** The list for an SMS platform in the layout of the region: Excel or CSV. A post, as it issues the links that are missing; only with a public address set. Whoever was written or spoken to
 * within a week is left out unless `again`; whoever is in it has been written to. */
export async function POST(request: Request): Promise<Response> {
  const ctx = await handlerContext('links.issue')
  if (ctx instanceof Response) return ctx
  if (!isOriginConfigured()) return Response.json({ refusal: 'no-origin' }, { status: 409 })
  const form = await handlerForm(request)
  if (form instanceof Response) return form
  const parsed = linkSendingInput.safeParse(formFields(form))
  if (!parsed.success) return Response.json({ refusal: 'malformed' }, { status: 400 })
  const { offset, page: _, again: __, ...view } = parsed.data
  const outcome = await linksForSending(ctx, view, { as: 'sheet', offset })
  if (!outcome.ok) return Response.json({ refusal: 'not-found' }, { status: 404 })
  const spent = parsed.data.again ? new Set<string>() : await whoseBudgetIsSpent(outcome.value.map(personOf))
  const links = outcome.value.filter((one) => !spent.has(personOf(one)))
  if (links.length === 0) return Response.json({ refusal: 'budget' }, { status: 409 })
  await noteSent(
    ctx,
    'SMS_SHEET',
    links.map(({ holding }) => holding),
  )
  const inForce = await smsLayoutInForce(ctx.actor, view.region)
  const layout = inForce?.layout ?? DEFAULT_SMS_LAYOUT
  const name = (await getTranslations('links'))('sheet.name')
  if (layout.format === 'csv') return csvResponse(`${name}.csv`, linkRows(links, layout))
  return workbookResponse(`${name}.xlsx`, [linkSheet(links, layout, name)])
}
