import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { db } from '@/server/db/client'
import { isId } from '@/server/db/id'

export type ExportKind = 'RATE_LIST' | 'PERIOD_LIST' | 'RESERVE'

export type ExportRunView = {
  runId: string
  kind: ExportKind
  /** As an address says it. */
  view: Record<string, string>
  total: number
  written: number
  state: 'READY' | 'RUNNING' | 'DONE' | 'CANCELLED' | 'BROKEN' | 'LAPSED'
}

/** A run that was not fetched within this time cannot be fetched any more. */
const FETCH_MS = 15 * 60_000
/** A run without a sign of life for so long ended with its process: two thousand rows take seconds. */
const SILENT_MS = 15 * 60_000

/** One's own run; null for another's. One that was never fetched in time reads LAPSED, one whose process died in the middle BROKEN. */
export async function exportRun(actor: Actor, runId: string): Promise<ExportRunView | null> {
  const found = isId(runId) ? await db.exportRun.findFirst({ where: { id: runId, personId: actor.personId } }) : null
  if (!found) return null
  const { kind, total, written } = found
  const view = Object.fromEntries(
    Object.entries(found.view as Record<string, unknown>).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string',
    ),
  )
  return { runId, kind, view, total, written, state: stateOf(found) }
}

function stateOf(run: {
  state: Exclude<ExportRunView['state'], 'LAPSED'>
  recordedAt: Date
  progressedAt: Date | null
}) {
  const since = (at: Date) => Date.now() - at.getTime()
  if (run.state === 'READY' && since(run.recordedAt) > FETCH_MS) return 'LAPSED'
  if (run.state === 'RUNNING' && since(run.progressedAt ?? run.recordedAt) > SILENT_MS) return 'BROKEN'
  return run.state
}
