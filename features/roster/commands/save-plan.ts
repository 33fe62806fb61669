import 'server-only'
import type { EntryPlan } from '@/domain/roster/import-plan'
import type { Verdict } from '@/domain/roster/plan-change'
import { encryptColumn } from '@/server/crypto/column'
import type { Transaction } from '@/server/db/client'
import { planDigest, type StagedPlan } from '../queries/plan-staged'
import { changeKinds, type StoredPlan } from '../stored-plan'

interface PlannedRow {
  position: number
  verdict: Verdict
  plan: StoredPlan
}

/** Counts of enterprises per verdict, of rows, of problems. */
export interface ImportCounts extends Record<string, number> {
  rows: number
  NEW: number
  CHANGED: number
  UNCHANGED: number
  CONFLICT: number
  INVALID: number
  LEFT: number
  warnings: number
  areaEntries: number
}

/** What became of the rows of a confirmed import; kept beside the counts. */
export type WrittenRows = Record<'written' | 'same' | 'unwritten', number>

const CHUNK = 2000

/** Writes verdict and plan of every staged row, and a row for each entry that would leave; returns the counts. */
export async function savePlan(tx: Transaction, importId: string, staged: StagedPlan): Promise<ImportCounts> {
  const planned = plannedRows(staged)
  await tx.$executeRaw`DELETE FROM import_row WHERE import_id = ${importId}::uuid AND verdict = 'LEFT'`
  for (let start = 0; start < planned.length; start += CHUNK) {
    const json = JSON.stringify(planned.slice(start, start + CHUNK))
    await tx.$executeRaw`
      UPDATE import_row r SET verdict = x.verdict::import_verdict, plan = x.plan
      FROM json_to_recordset(${json}::json) AS x(position int, verdict text, plan jsonb)
      WHERE r.import_id = ${importId}::uuid AND r.position = x.position`
  }
  await insertLeft(tx, importId, staged)
  return countsOf(planned, staged)
}

function plannedRows(staged: StagedPlan): PlannedRow[] {
  const planned = new Map<number, PlannedRow>()
  for (const plan of staged.plans) {
    const [first = -1, ...others] = plan.positions
    planned.set(first, { position: first, verdict: plan.verdict, plan: storedPlan(plan) })
    for (const position of others)
      planned.set(position, { position, verdict: plan.verdict, plan: { mergedInto: first } })
  }
  for (const { position } of staged.rows)
    if (!planned.has(position)) planned.set(position, { position, verdict: 'INVALID', plan: {} })
  for (const [position, problems] of staged.found) {
    const row = planned.get(position)
    if (row) row.plan.problems = problems
  }
  return [...planned.values()].sort((a, b) => a.position - b.position)
}

function storedPlan(plan: EntryPlan): StoredPlan {
  const stored: StoredPlan = { digest: planDigest(plan), changes: changeKinds(plan) }
  if (plan.conflicts.length === 0) return stored
  stored.conflicts = plan.conflicts.map(({ kind, options, candidates }) => ({
    kind,
    options,
    candidates: candidates.map(({ seatId }) => seatId),
  }))
  const bytes = encryptColumn('import-row', JSON.stringify(plan.conflicts))
  return { ...stored, sealedConflicts: Buffer.from(bytes).toString('base64') }
}

async function insertLeft(tx: Transaction, importId: string, staged: StagedPlan): Promise<void> {
  const first = (staged.rows.at(-1)?.position ?? -1) + 1
  for (let start = 0; start < staged.left.length; start += CHUNK) {
    const rows = staged.left.slice(start, start + CHUNK).map(({ entryId, name, uscc }, i) => ({
      position: first + start + i,
      parsed: { name, uscc },
      plan: { leaves: entryId },
    }))
    await tx.$executeRaw`
      INSERT INTO import_row (import_id, position, sheet, row, raw, parsed, verdict, problems, plan)
      SELECT ${importId}::uuid, x.position, '', 0, '{}', x.parsed, 'LEFT', '[]', x.plan
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS x(position int, parsed jsonb, plan jsonb)`
  }
}

function countsOf(planned: readonly PlannedRow[], staged: StagedPlan): ImportCounts {
  const counts: ImportCounts = {
    rows: staged.rows.length,
    NEW: 0,
    CHANGED: 0,
    UNCHANGED: 0,
    CONFLICT: 0,
    INVALID: 0,
    LEFT: staged.left.length,
    warnings: 0,
    areaEntries: staged.areaEntries,
  }
  for (const { verdict, plan } of planned)
    if (plan.mergedInto === undefined) counts[verdict] = (counts[verdict] ?? 0) + 1
  return counts
}
