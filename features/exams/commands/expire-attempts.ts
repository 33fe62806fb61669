import 'server-only'
import { GRACE_SECONDS } from '@/domain/exams/attempt-rules'
import type { SystemContext } from '@/server/context'
import { db } from '@/server/db/client'
import { closeAttempt, lockPerson } from './close-attempt'

const AT_ONCE = 500

/**
 * Closes every open attempt whose deadline and grace are over, each in its own transaction, with the deadline as finish time and
 * the saved answers graded. The worker calls it every half minute; running it twice, or twice at once, changes nothing more.
 *
 * @returns how many were closed by this call
 */
export async function expireAttempts(ctx: SystemContext): Promise<number> {
  const overdue = await db.$queryRaw<{ id: string; personId: string }[]>`
    SELECT id, person_id AS "personId" FROM attempt
    WHERE state = 'OPEN' AND deadline_at < clock_timestamp() - make_interval(secs => ${GRACE_SECONDS}::int)
    ORDER BY deadline_at LIMIT ${AT_ONCE}`
  let closed = 0
  for (const attempt of overdue) {
    const result = await ctx.transaction(async (tx) => {
      await lockPerson(tx, attempt.personId)
      return closeAttempt(tx, ctx, attempt)
    })
    if (result) closed++
  }
  return closed
}
