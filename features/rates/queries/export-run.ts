import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { db } from '@/server/db/client'
import { isId } from '@/server/db/id'
import { readSnapshot } from '@/server/db/snapshot'
import { listStatement } from './list-rows'
import type { ListFrame } from './list-page'

export type ExportRunView = {
  runId: string
  rate: string
  /** As an address says it. */
  view: Record<string, string>
  total: number
  written: number
  state: 'READY' | 'RUNNING' | 'DONE' | 'CANCELLED' | 'BROKEN'
}

/** One's own run; null for another's. */
export async function exportRun(actor: Actor, runId: string): Promise<ExportRunView | null> {
  const found = isId(runId) ? await db.exportRun.findFirst({ where: { id: runId, personId: actor.personId } }) : null
  if (!found) return null
  const { rate, total, written, state } = found
  const view = Object.fromEntries(
    Object.entries(found.view as Record<string, unknown>).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string',
    ),
  )
  return { runId, rate, view, total, written, state }
}

/** How many rows the whole list holds that the frame asks for. */
export function listLength({ question }: ListFrame): Promise<number> {
  return readSnapshot(async (snapshot) => {
    const { sql, values } = listStatement(question, { count: true })
    const [counts] = await snapshot.rows<{ found: number }>(sql, values)
    return counts?.found ?? 0
  })
}
