import 'server-only'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import { ok, type Outcome, refuse } from '@/server/outcome'

/** Lets officers put areas in the order of people still to serve, or takes that away again. Refuses 'not-found' for no programme. */
export function setLeague(
  ctx: Context,
  { programmeId, hasLeague }: { programmeId: string; hasLeague: boolean },
): Promise<Outcome<null, 'not-found'>> {
  return ctx.transaction(async (tx) => {
    const { count } = await tx.programme.updateMany({ where: { id: programmeId }, data: { hasLeague } })
    if (count === 0) return refuse('not-found')
    await recordAudit(tx, ctx, {
      kind: 'programme.changed',
      subjectId: programmeId,
      detail: { change: 'league', hasLeague },
    })
    return ok(null)
  })
}
