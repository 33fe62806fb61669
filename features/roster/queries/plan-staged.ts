import 'server-only'
import { createHash } from 'node:crypto'
import { crossRowProblems } from '@/domain/roster/cross-row-problems'
import { enterpriseNameKey } from '@/domain/roster/enterprise-name'
import { type EntryPlan, planImport } from '@/domain/roster/import-plan'
import type { Choice } from '@/domain/roster/plan-change'
import type { CurrentEntry } from '@/domain/roster/roster-facts'
import type { Problem } from '@/domain/roster/sheet'
import { dataKey } from '@/server/crypto/keys'
import type { Transaction } from '@/server/db/client'
import type { ImportOptions } from '../import-options'
import { currentRoster, peopleByMobile } from './current-roster'
import { type StagedRow, stagedRows } from './staged-rows'

/** An entry of the area that the file does not name, when the file is said to be complete. */
export interface LeftEntry {
  entryId: string
  name: string
  uscc: string
}

export interface StagedPlan {
  rows: StagedRow[]
  /** Problems found only by looking at other rows or at the roster. */
  found: Map<number, Problem[]>
  current: Map<string, CurrentEntry>
  plans: EntryPlan[]
  left: LeftEntry[]
  /** Entries of the area before the import: the whole of the 5 %. */
  areaEntries: number
  /** Plans with the officer's answers. */
  decide(choiceOf: (position: number) => Choice): EntryPlan[]
}

export interface PlanArea {
  importId: string
  programmeId: string
  areaPath: string
  options: ImportOptions
}

/** What confirming the import would do now. Deterministic for equal facts, so that two looks can be compared. */
export async function planStaged(tx: Transaction, area: PlanArea): Promise<StagedPlan> {
  const rows = await stagedRows(tx, area.importId)
  const found = contradictions(rows)
  const good = rows.filter((row) => !row.hasError && !found.has(row.position))
  const current = await currentRoster(tx, area.programmeId, [...new Set(good.map(({ uscc }) => uscc))], area.areaPath)
  const people = await peopleByMobile(tx, mobilesOf(good))
  const parents = await parentsOfLeaves(tx)
  const decide = (choiceOf: (position: number) => Choice) =>
    planImport(good, current, people, {
      keyDefault: area.options.keyDefault,
      choiceOf,
      parentOf: (leaf) => parents.get(leaf) ?? null,
    })
  const plans = decide(() => ({}))
  refusals(plans, rows, found)
  const entries = area.options.isComplete ? await areaEntries(tx, area) : []
  const left = leftOf(entries, rows)
  return { rows, found, current, plans, left, areaEntries: entries.length, decide }
}

function mobilesOf(rows: readonly StagedRow[]): string[] {
  const mobiles = rows.flatMap(({ head, clerks }) => [head, ...clerks].flatMap((person) => person?.mobile ?? []))
  return [...new Set(mobiles)]
}

function contradictions(rows: readonly StagedRow[]): Map<number, Problem[]> {
  const byPosition = new Map(rows.map((row) => [row.position, row]))
  const found = new Map<number, Problem[]>()
  for (const { position, code, found: text, other } of crossRowProblems(rows)) {
    const row = byPosition.get(position)
    if (!row) continue
    const column =
      code === 'same-code-two-names' ? row.columns.name : code === 'same-code-two-places' ? row.columns.region : ''
    const shown = code === 'same-mobile-two-names' || code === 'same-code-two-heads' ? '' : text
    const problem: Problem = {
      sheet: row.sheet,
      row: row.row,
      column,
      code,
      found: shown,
      expected: `${other.sheet} ${other.row}`,
      isWarning: false,
    }
    found.set(position, [...(found.get(position) ?? []), problem])
  }
  return found
}

/** Turns refusals of plans into problems of their rows. */
function refusals(plans: readonly EntryPlan[], rows: readonly StagedRow[], found: Map<number, Problem[]>): void {
  const byPosition = new Map(rows.map((row) => [row.position, row]))
  for (const { refusal, positions } of plans) {
    if (!refusal) continue
    for (const position of positions) {
      const row = byPosition.get(position)
      if (!row) continue
      const column = refusal === 'region-missing' ? row.columns.region : row.columns.uscc
      found.set(position, [{ sheet: row.sheet, row: row.row, column, code: refusal, found: '', isWarning: false }])
    }
  }
}

async function parentsOfLeaves(tx: Transaction): Promise<Map<string, string | null>> {
  const nodes = await tx.region.findMany({ select: { id: true, parentId: true } })
  return new Map(nodes.map(({ id, parentId }) => [id, parentId]))
}

function areaEntries(tx: Transaction, area: PlanArea): Promise<LeftEntry[]> {
  return tx.$queryRaw<LeftEntry[]>`
    SELECT e.id AS "entryId", coalesce(n.name, '') AS name, en.uscc FROM entry_placement p
    JOIN region l ON l.id = p.leaf_id AND l.path LIKE ${`${area.areaPath}%`}
    JOIN roster_entry e ON e.id = p.entry_id AND e.programme_id = ${area.programmeId}::uuid
    JOIN enterprise en ON en.id = e.enterprise_id
    LEFT JOIN enterprise_name n ON n.enterprise_id = en.id AND n.retracted_at IS NULL AND n.to_on IS NULL
    WHERE p.retracted_at IS NULL AND p.to_on IS NULL ORDER BY e.id`
}

/** An entry counts as named also by a row whose code was lost, as long as its name is there: nobody leaves by a typing error. */
function leftOf(entries: readonly LeftEntry[], rows: readonly StagedRow[]): LeftEntry[] {
  const codes = new Set(rows.map(({ uscc }) => uscc))
  const names = new Set(rows.map(({ name }) => enterpriseNameKey(name)))
  return entries.filter(({ uscc, name }) => !codes.has(uscc) && !names.has(enterpriseNameKey(name)))
}

/** A digest of one plan under our own key, so that a stored plan can be compared without storing its personal data. */
export function planDigest(plan: EntryPlan): string {
  const text = JSON.stringify([plan.verdict, plan.changes, plan.conflicts, plan.refusal])
  return createHash('sha256').update(planKey()).update(text).digest('base64url').slice(0, 22)
}

let key: Buffer | undefined
function planKey(): Buffer {
  key ??= dataKey('import-plan')
  return key
}
