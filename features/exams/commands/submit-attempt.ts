import 'server-only'
import type { Context } from '@/server/context'
import { ok, type Outcome, refuse } from '@/server/outcome'
import { closeAttempt, lockPerson } from './close-attempt'

/**
 * Closes one open attempt of the actor's own and grades the answers already saved. Submitting again, also at the same moment
 * from fifty tabs, changes nothing: the first result stands and is shown.
 *
 * Refuses, and writes nothing, when the attempt is not theirs ('not-found').
 */
export function submitAttempt(ctx: Context, attemptId: string): Promise<Outcome<{ hasPassed: boolean }, 'not-found'>> {
  const { personId } = ctx.actor
  return ctx.transaction(async (tx) => {
    await lockPerson(tx, personId)
    const result = await closeAttempt(tx, ctx, { id: attemptId, personId })
    if (result) return ok({ hasPassed: result.hasPassed })
    const stored = await tx.attempt.findFirst({ where: { id: attemptId, personId }, select: { passed: true } })
    return stored ? ok({ hasPassed: stored.passed === true }) : refuse('not-found')
  })
}
