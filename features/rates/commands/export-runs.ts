import 'server-only'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import { pool } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { ok, type Outcome, refuse } from '@/server/outcome'
import type { ListFrame } from '../queries/list-page'

/** Lists with more rows are asked for with a reason and a fresh sign-in. Source: security.md T24. */
export const LARGE_ROWS = 5_000

/**
 * Notes that somebody wants a large list and why, before a row leaves: the trail says it whether or not it is fetched. The sign-in must be fresh ('stale'
 * otherwise); the caller has made the frame for this actor.
 */
export function beginExport(
  ctx: Context,
  frame: ListFrame,
  said: { reason: string; total: number; isFresh: boolean },
): Promise<Outcome<{ runId: string }, 'stale'>> {
  if (!said.isFresh) return Promise.resolve(refuse('stale'))
  const { rate, rule, on, view } = frame.question
  return ctx.transaction(async (tx) => {
    const runId = newId()
    await tx.exportRun.create({
      data: {
        id: runId,
        personId: ctx.actor.personId,
        rate,
        view: {
          ...view,
          programme: frame.programme.id,
          region: frame.region.code,
          rule,
          on: frame.question.isNow ? null : on,
        },
        regionId: frame.region.id,
        reason: said.reason,
        total: said.total,
      },
    })
    await recordAudit(tx, ctx, {
      kind: 'list.exported',
      subjectId: frame.region.id,
      regionPath: frame.region.path,
      detail: {
        run: runId,
        rate,
        rule,
        on,
        roster: view.roster,
        state: view.state,
        rows: said.total,
        reason: said.reason,
      },
    })
    return ok({ runId })
  })
}

/** Takes one's own run for sending, once: whoever comes second, or later than a quarter of an hour, gets nothing. */
export async function takeRun(runId: string, personId: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `UPDATE export_run SET state = 'RUNNING' WHERE id = $1 AND person_id = $2 AND state = 'READY'
       AND recorded_at > clock_timestamp() - interval '15 minutes'`,
    [runId, personId],
  )
  return rowCount === 1
}

/** Notes how many rows were sent. @returns whether to go on: not once it was cancelled */
export async function noteProgress(runId: string, written: number): Promise<boolean> {
  const { rowCount } = await pool.query(`UPDATE export_run SET written = $2 WHERE id = $1 AND state = 'RUNNING'`, [
    runId,
    written,
  ])
  return rowCount === 1
}

/** Notes how a run ended; one that ended before stays as it was. */
export async function endRun(runId: string, state: 'DONE' | 'BROKEN'): Promise<void> {
  await pool.query(
    `UPDATE export_run SET state = $2::export_run_state, ended_at = clock_timestamp() WHERE id = $1 AND state = 'RUNNING'`,
    [runId, state],
  )
}

/** Cancels one's own run, also in the middle of sending. Refuses 'not-found' for another's and for one that has ended. */
export function cancelExport(ctx: Context, runId: string): Promise<Outcome<null, 'not-found'>> {
  return ctx.transaction(async (tx) => {
    const { count } = await tx.exportRun.updateMany({
      where: { id: runId, personId: ctx.actor.personId, state: { in: ['READY', 'RUNNING'] } },
      data: { state: 'CANCELLED', endedAt: new Date() },
    })
    return count === 1 ? ok(null) : refuse('not-found')
  })
}
