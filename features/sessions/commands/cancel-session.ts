import 'server-only'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import { ok, type Outcome, refuse } from '@/server/outcome'
import { sessionInScope } from '../queries/session-in-scope'

/** Calls a session off before it begins; its door stays shut and nobody is invited any more. Refuses 'not-found' outside the area, 'begun' from then on. */
export async function cancelSession(ctx: Context, sessionId: string): Promise<Outcome<null, 'not-found' | 'begun'>> {
  const session = await sessionInScope(ctx.actor, sessionId)
  if (!session || session.isCancelled) return refuse('not-found')
  return ctx.transaction(async (tx) => {
    const count = await tx.$executeRaw`
      UPDATE training_session SET cancelled_at = clock_timestamp()
      WHERE id = ${session.id}::uuid AND cancelled_at IS NULL AND starts_at > clock_timestamp()
        AND NOT EXISTS (SELECT FROM attendance a WHERE a.session_id = training_session.id AND a.retracted_at IS NULL)`
    if (count === 0) return refuse('begun')
    await recordAudit(tx, ctx, { kind: 'session.cancelled', subjectId: session.id, regionPath: session.regionPath })
    return ok(null)
  })
}
