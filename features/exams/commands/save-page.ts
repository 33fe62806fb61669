import 'server-only'
import { GRACE_SECONDS } from '@/domain/exams/attempt-rules'
import type { Context } from '@/server/context'
import { ok, type Outcome, refuse } from '@/server/outcome'
import { lockPerson } from './close-attempt'

export type PageAnswer = { position: number; value: string[]; flagged?: boolean }

/**
 * Saves the answers of a whole page sent as a plain form, for browsers without JavaScript. What a question's fields say now
 * replaces what was saved; questions that were not on the page stay as they are.
 */
export function savePage(
  ctx: Context,
  attemptId: string,
  answers: readonly PageAnswer[],
): Promise<Outcome<{ savedAt: Date }, 'not-found' | 'closed' | 'too-late'>> {
  const { personId } = ctx.actor
  return ctx.transaction(async (tx) => {
    await lockPerson(tx, personId)
    const [attempt] = await tx.$queryRaw<{ state: string; inTime: boolean; now: Date }[]>`
      SELECT state::text, clock_timestamp() AS now,
        (deadline_at IS NULL OR clock_timestamp() <= deadline_at + make_interval(secs => ${GRACE_SECONDS}::int)) AS "inTime"
      FROM attempt WHERE id = ${attemptId}::uuid AND person_id = ${personId}::uuid FOR SHARE`
    if (!attempt) return refuse('not-found')
    if (attempt.state !== 'OPEN') return refuse('closed')
    if (!attempt.inTime) return refuse('too-late')
    await tx.$executeRaw`
      INSERT INTO answer (attempt_id, position, seq, value, flagged, saved_at)
      SELECT i.attempt_id, i.position, 1, page.value, coalesce(page.flagged, false), clock_timestamp()
      FROM jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) AS page(position int, value jsonb, flagged boolean)
      JOIN attempt_item i ON i.attempt_id = ${attemptId}::uuid AND i.position = page.position
      ON CONFLICT (attempt_id, position) DO UPDATE
        SET seq = answer.seq + 1, value = excluded.value, flagged = excluded.flagged, saved_at = excluded.saved_at
        WHERE answer.value IS DISTINCT FROM excluded.value OR answer.flagged <> excluded.flagged`
    return ok({ savedAt: attempt.now })
  })
}
