import 'server-only'
import type { OptionalStepKey } from '@/domain/start/steps'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import { type Outcome, ok, refuse } from '@/server/outcome'
import { skippedSteps, startKey, startRegion } from '../queries/start-facts'

/** Remembers that an optional step of the officer's own area is put off. It can be done at any time all the same. */
export async function skipStep(ctx: Context, step: OptionalStepKey): Promise<Outcome<null, 'not-found'>> {
  const region = await startRegion(ctx.actor)
  if (!region) return refuse('not-found')
  const skipped = [...new Set([...(await skippedSteps(region.id)), step])]
  await ctx.transaction(async (tx) => {
    const key = startKey(region.id)
    await tx.setting.upsert({ where: { key }, create: { key, value: { skipped } }, update: { value: { skipped } } })
    await recordAudit(tx, ctx, {
      kind: 'start.step-skipped',
      subjectId: region.id,
      regionPath: region.path,
      detail: { step },
    })
  })
  return ok(null)
}
