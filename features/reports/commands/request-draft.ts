import 'server-only'
import type { Context } from '@/server/context'
import { newId } from '@/server/db/id'
import { ok, type Outcome, refuse } from '@/server/outcome'
import type { DraftState } from '../bulletin-snapshot'
import { MARKING_PLACEHOLDERS } from '../draft-mark'
import type { ComposeBulletin } from '../input'
import { bulletinPage } from '../queries/bulletin-page'
import { bulletinTemplates } from '../queries/bulletin-templates'
import { draftPage } from '../queries/draft-page'

/**
 * Orders the officer's draft of the bulletin of an open period; the worker makes it. The last order wins over the officer's earlier ones and
 * touches nobody else's draft. A template in which nothing could say that this is a draft is refused.
 */
export async function requestDraft(
  ctx: Context,
  input: ComposeBulletin,
): Promise<Outcome<null, 'not-found' | 'no-template' | 'unmarked-template' | 'period-closed'>> {
  const page = await draftPage(ctx.actor, input)
  if (!page) return refuse((await bulletinPage(ctx.actor, input)) ? 'period-closed' : 'not-found')
  const { text, roster, docxTemplateId, xlsxTemplateId } = input
  const templates = await bulletinTemplates(page.region.path)
  for (const [id, format] of [[docxTemplateId, 'DOCX'] as const, [xlsxTemplateId, 'XLSX'] as const]) {
    if (id === null) continue
    const template = templates.find((one) => one.id === id && one.format === format)
    if (!template) return refuse('no-template')
    if (!MARKING_PLACEHOLDERS.some((name) => template.placeholders.includes(name))) return refuse('unmarked-template')
  }
  const snapshot: DraftState = { state: 'composing', request: { text, roster, docxTemplateId, xlsxTemplateId } }
  const orderId = newId()
  return ctx.transaction(async (tx) => {
    const { id: draftId } = await tx.bulletinDraft.upsert({
      where: {
        periodId_regionId_orderedById: {
          periodId: page.period.id,
          regionId: page.region.id,
          orderedById: ctx.actor.personId,
        },
      },
      create: {
        ...{ id: newId(), periodId: page.period.id, regionId: page.region.id, orderedById: ctx.actor.personId },
        ...{ orderId, snapshot },
      },
      update: { orderId, snapshot, orderedAt: new Date() },
      select: { id: true },
    })
    const key = `bulletin.draft:${orderId}`
    await tx.outbox.create({ data: { id: newId(), kind: 'bulletin.draft', key, payload: { draftId, orderId } } })
    return ok(null)
  })
}
