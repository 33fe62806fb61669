import 'server-only'
import type { Context } from '@/server/context'
import { ok, type Outcome, refuse } from '@/server/outcome'
import { sessionsForMe } from '../queries/sessions-for-me'

/**
 * Somebody says that they will come, or that they will not after all; either twice is once. It counts for nothing and obliges to nothing: the door counts who
 * came. Refuses 'not-found' for a session they are not invited to, one that is over or cancelled.
 */
export async function signUp(
  ctx: Context,
  { sessionId, isComing }: { sessionId: string; isComing: boolean },
): Promise<Outcome<null, 'not-found'>> {
  const [invitation] = await sessionsForMe(ctx.actor, sessionId)
  if (!invitation) return refuse('not-found')
  const { personId } = ctx.actor
  return ctx.transaction(async (tx) => {
    if (isComing) await tx.sessionSignUp.createMany({ data: [{ sessionId, personId }], skipDuplicates: true })
    else await tx.sessionSignUp.deleteMany({ where: { sessionId, personId } })
    return ok(null)
  })
}
