import 'server-only'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import { pool } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { ok, type Outcome, refuse } from '@/server/outcome'
import type { ExportKind } from './export-run'

/** Lists with more rows are asked for with a reason and a fresh sign-in. Source: security.md T24. */
export const LARGE_ROWS = 5_000

/** So often progress is noted and a cancellation noticed. */
const ROWS_BETWEEN_NOTES = 2_000

/** A large list as its feature describes it; the feature has looked at the area first. */
export type LargeList = {
  kind: ExportKind
  /** As an address says it; null = not said. */
  view: Record<string, string | null | undefined>
  /** Paths of the areas it is of: whoever audits one of them sees that it left. */
  regionPaths: readonly string[]
  subjectId: string | null
  /** What the trail keeps beside reason and rows; never the rows themselves. */
  detail: Record<string, string | number | boolean>
}

/**
 * Notes that somebody wants a large list and why, before a row leaves: the trail says it whether or not it is fetched. The sign-in must be fresh ('stale'
 * otherwise); 'empty' when there is nothing to send.
 *
 * @param said.total rows of the list when it was asked for
 */
export function beginExport(
  ctx: Context,
  list: LargeList,
  said: { reason: string; total: number; isFresh: boolean },
): Promise<Outcome<{ runId: string }, 'stale' | 'empty'>> {
  if (said.total === 0) return Promise.resolve(refuse('empty'))
  if (!said.isFresh) return Promise.resolve(refuse('stale'))
  return ctx.transaction(async (tx) => {
    const runId = newId()
    const { kind, reason, total } = { ...list, ...said }
    const view = Object.fromEntries(Object.entries(list.view).filter(([, value]) => value != null))
    await tx.exportRun.create({ data: { id: runId, personId: ctx.actor.personId, kind, view, reason, total } })
    for (const regionPath of list.regionPaths)
      await recordAudit(tx, ctx, {
        kind: 'list.exported',
        subjectId: list.subjectId,
        regionPath,
        detail: { ...list.detail, run: runId, rows: total, reason },
      })
    return ok({ runId })
  })
}

/** Takes one's own run for sending, once: whoever comes second, or later than a quarter of an hour, gets nothing. */
export async function takeRun(runId: string, personId: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `UPDATE export_run SET state = 'RUNNING', progressed_at = clock_timestamp() WHERE id = $1 AND person_id = $2 AND state = 'READY'
       AND recorded_at > clock_timestamp() - interval '15 minutes'`,
    [runId, personId],
  )
  return rowCount === 1
}

/** Notes how many rows were sent. @returns whether to go on: not once it was cancelled */
export async function noteProgress(runId: string, written: number): Promise<boolean> {
  const { rowCount } = await pool.query(
    `UPDATE export_run SET written = $2, progressed_at = clock_timestamp() WHERE id = $1 AND state = 'RUNNING'`,
    [runId, written],
  )
  return rowCount === 1
}

/** Notes how a run ended; one that ended before stays as it was. */
export async function endRun(runId: string, state: 'DONE' | 'BROKEN'): Promise<void> {
  await pool.query(
    `UPDATE export_run SET state = $2::export_run_state, ended_at = clock_timestamp() WHERE id = $1 AND state = 'RUNNING'`,
    [runId, state],
  )
}

/** The same rows, with progress noted on the way; breaks off when the run was cancelled, and says so when it broke. */
export async function* notedRows<Row>(runId: string, rows: AsyncIterable<Row>): AsyncGenerator<Row> {
  let written = 0
  let isWhole = false
  try {
    for await (const row of rows) {
      yield row
      written += 1
      if (written % ROWS_BETWEEN_NOTES === 0 && !(await noteProgress(runId, written)))
        throw new Error('The export was cancelled.')
    }
    await noteProgress(runId, written)
    isWhole = true
  } finally {
    await endRun(runId, isWhole ? 'DONE' : 'BROKEN')
  }
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
