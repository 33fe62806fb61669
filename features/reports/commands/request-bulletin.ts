import 'server-only'
import type { Context } from '@/server/context'
import { newId } from '@/server/db/id'
import { ok, type Outcome, refuse } from '@/server/outcome'
import type { BulletinState } from '../bulletin-snapshot'
import type { ComposeBulletin } from '../input'
import { bulletinPage } from '../queries/bulletin-page'
import { bulletinTemplates } from '../queries/bulletin-templates'

/**
 * Orders the bulletin of a frozen period and region; the worker composes it. There is one for each, for ever: whoever asks second is refused
 * ('already-composed'), unless the first could not be composed with the chosen template.
 */
export async function requestBulletin(
  ctx: Context,
  input: ComposeBulletin,
): Promise<Outcome<null, 'not-found' | 'no-template' | 'already-composed'>> {
  const page = await bulletinPage(ctx.actor, input)
  if (!page) return refuse('not-found')
  const templates = await bulletinTemplates(page.region.path)
  const isThere = (id: string | null, format: string) =>
    id === null || templates.some((one) => one.id === id && one.format === format)
  const { text, roster, docxTemplateId, xlsxTemplateId } = input
  if (!isThere(docxTemplateId, 'DOCX') || !isThere(xlsxTemplateId, 'XLSX')) return refuse('no-template')
  const snapshot: BulletinState = { state: 'composing', request: { text, roster, docxTemplateId, xlsxTemplateId } }
  return ctx.transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO bulletin (id, period_id, region_id, snapshot, template_id, composed_by_id)
      VALUES (${newId()}::uuid, ${page.period.id}::uuid, ${page.region.id}::uuid, ${JSON.stringify(snapshot)}::jsonb,
        ${docxTemplateId}::uuid, ${ctx.actor.personId}::uuid)
      ON CONFLICT (period_id, region_id) DO UPDATE SET snapshot = excluded.snapshot, template_id = excluded.template_id,
        composed_by_id = excluded.composed_by_id
      WHERE bulletin.snapshot->>'state' = 'refused' RETURNING id`
    if (!row) return refuse('already-composed')
    const id = newId()
    const key = `bulletin.compose:${row.id}:${id}`
    await tx.outbox.create({ data: { id, kind: 'bulletin.compose', key, payload: { bulletinId: row.id } } })
    return ok(null)
  })
}
