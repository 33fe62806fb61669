import 'server-only'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import { ok, type Outcome, refuse } from '@/server/outcome'
import { checkOfAsker } from '../queries/check-of-asker'
import { lockPerson } from './close-attempt'

/**
 * Breaks off a check that was not recorded yet; it counts as no try. Refuses what is not the asker's own ('not-found') and what is
 * closed already ('closed').
 */
export function abandonOralCheck(ctx: Context, checkId: string): Promise<Outcome<null, 'not-found' | 'closed'>> {
  return ctx.transaction(async (tx) => {
    const mine = await checkOfAsker(tx, ctx.actor, checkId)
    if (!mine) return refuse('not-found')
    await lockPerson(tx, mine.personId)
    const { count } = await tx.oralCheck.updateMany({
      where: { id: checkId, state: 'OPEN' },
      data: { state: 'ABANDONED' },
    })
    if (count === 0) return refuse('closed')
    await recordAudit(tx, ctx, { kind: 'oral-check.abandoned', subjectId: checkId, regionPath: mine.leafPath })
    return ok(null)
  })
}
