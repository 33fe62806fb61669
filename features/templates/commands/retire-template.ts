import 'server-only'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import { type Outcome, ok, refuse } from '@/server/outcome'
import { templateInScope } from '../queries/template-in-scope'

/** Takes a template out of use; documents filled with it stay as they are. Refuses what lies outside the officer's subtree. */
export async function retireTemplate(
  ctx: Context,
  templateId: string,
): Promise<Outcome<null, 'not-found' | 'retired'>> {
  const one = await templateInScope(ctx.actor, templateId)
  if (!one?.isOwn) return refuse('not-found')
  return ctx.transaction(async (tx) => {
    const { count } = await tx.officeTemplate.updateMany({
      where: { id: templateId, retractedAt: null },
      data: { retractedAt: new Date(), retractedById: ctx.actor.personId },
    })
    if (count === 0) return refuse('retired')
    await recordAudit(tx, ctx, {
      kind: 'template.changed',
      subjectId: templateId,
      regionPath: one.region.path,
      detail: { change: 'retired' },
    })
    return ok(null)
  })
}
