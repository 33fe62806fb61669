import 'server-only'
import { recordAudit } from '@/server/audit/record'
import { regionScope } from '@/server/auth/scope'
import type { Context } from '@/server/context'
import { type Outcome, ok, refuse } from '@/server/outcome'

/** Forgets one remembered spelling; what was matched by it stays. */
export function retractAlias(ctx: Context, aliasId: string): Promise<Outcome<null, 'not-found'>> {
  return ctx.transaction(async (tx) => {
    const alias = await tx.nameAlias.findFirst({ where: { id: aliasId, retractedAt: null } })
    if (!alias) return refuse('not-found')
    const region = await tx.region.findFirst({
      where: { AND: [{ id: alias.regionId }, regionScope(ctx.actor)] },
      select: { path: true },
    })
    if (!region) return refuse('not-found')
    await tx.nameAlias.updateMany({
      where: { id: aliasId, retractedAt: null },
      data: { retractedAt: new Date(), retractedById: ctx.actor.personId },
    })
    await recordAudit(tx, ctx, { kind: 'alias.retracted', subjectId: aliasId, regionPath: region.path })
    return ok(null)
  })
}
