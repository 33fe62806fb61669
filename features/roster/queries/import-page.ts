import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { maskName } from '@/domain/permissions/mask'
import { seesPersonsInFull } from '@/domain/permissions/reaches'
import type { Choice, Conflict } from '@/domain/roster/plan-change'
import type { Problem } from '@/domain/roster/sheet'
import { decryptColumn } from '@/server/crypto/column'
import { db } from '@/server/db/client'
import { dayOfColumn } from '@/server/db/day'
import { isId } from '@/server/db/id'
import { mustTypeLeft } from '../commands/confirm-import'
import type { ImportCounts, WrittenRows } from '../commands/save-plan'
import { type ImportOptions, importOptions } from '../import-options'
import { openRow, type StoredParsed } from '../sealed-row'
import type { StoredPlan } from '../stored-plan'
import type { ImportView } from '../view'
import { actsSince } from './acts-since'
import { importInScope } from './import-in-scope'

export interface SheetAbout {
  sheet: string
  dataRows: number
  hiddenRows: number
  hasHeader: boolean
  columns: string[]
  unused: string[]
  ignored: { row: number; because: string }[]
}

export interface ShownImportRow {
  position: number
  sheet: string
  row: number
  name: string
  uscc: string
  place: string
  head: string
  clerks: string[]
  verdict: string
  changes: string[]
  conflicts: Conflict[]
  problems: Problem[]
  mergedIntoRow: boolean
  choice: Choice
}

const PAGE = 50

/** Everything the page of one import shows; null when it is not in the officer's area. */
export async function importPage(actor: Actor, id: string, view: ImportView) {
  const one = isId(id) ? await importInScope(actor, id) : null
  if (!one) return null
  const counts = one.counts as (ImportCounts & { sheets?: SheetAbout[] }) | null
  const options = importOptions(one.choices)
  const hasRows = one.state === 'STAGED' || one.state === 'CONFIRMING' || one.state === 'CONFIRMED'
  const page = hasRows ? await importRows(actor, id, view, options) : { rows: [], next: null }
  return {
    id,
    fileName: one.fileName,
    area: one.region.name,
    state: one.state,
    refusal: (one.refusal as { code?: string } | null)?.code ?? null,
    notice: options.refusal ?? null,
    isUndoing: options.undoById !== undefined && one.state === 'CONFIRMED',
    options,
    counts,
    sheets: counts?.sheets ?? [],
    rowsDone: one.rowsDone,
    effectiveOn: one.effectiveOn ? dayOfColumn(one.effectiveOn) : null,
    written: one.state === 'CONFIRMED' ? writtenOf(counts) : null,
    mustTypeLeft: counts ? mustTypeLeft(counts) : false,
    acts: one.state === 'CONFIRMED' ? await actsSince(db, id) : 0,
    ...page,
  }
}

/** How many rows were written and how many not, and how many entries left; null for an import from before this was kept. */
function writtenOf(counts: ImportCounts | null): (WrittenRows & { left: number }) | null {
  const { written, same, unwritten, LEFT } = (counts ?? {}) as Partial<ImportCounts>
  if (written === undefined) return null
  return { written, same: same ?? 0, unwritten: unwritten ?? 0, left: LEFT ?? 0 }
}

async function importRows(
  actor: Actor,
  importId: string,
  view: ImportView,
  options: ImportOptions,
): Promise<{ rows: ShownImportRow[]; next: number | null }> {
  const after = view.after ?? -1
  const verdict = view.verdict && view.verdict !== 'WARNING' ? { verdict: view.verdict } : {}
  const warned = view.verdict === 'WARNING' ? { problems: { not: [] } } : {}
  const rows = await db.importRow.findMany({
    where: { importId, position: { gt: after }, ...verdict, ...warned },
    orderBy: { position: 'asc' },
    take: PAGE + 1,
  })
  const paths = await leafPaths(rows.map(({ parsed }) => (parsed as unknown as StoredParsed).leafId ?? null))
  const shown = rows.slice(0, PAGE).map((row) => {
    const parsed = row.parsed as unknown as StoredParsed
    const isFull = parsed.leafId ? seesPersonsInFull(actor, paths.get(parsed.leafId) ?? '') : false
    return shownRow(
      { ...row, parsed, problems: row.problems as unknown as Problem[], plan: (row.plan ?? {}) as StoredPlan },
      isFull,
      options,
    )
  })
  return { rows: shown, next: rows.length > PAGE ? (shown.at(-1)?.position ?? null) : null }
}

async function leafPaths(ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => typeof id === 'string'))]
  const nodes = await db.region.findMany({ where: { id: { in: wanted } }, select: { id: true, path: true } })
  return new Map(nodes.map(({ id, path }) => [id, path]))
}

type RowOf = {
  position: number
  sheet: string
  row: number
  parsed: StoredParsed
  problems: Problem[]
  plan: StoredPlan
  verdict: string | null
}

function shownRow(row: RowOf, isFull: boolean, options: ImportOptions): ShownImportRow {
  const { parsed, plan } = row
  const opened = parsed.sealed ? openRow(parsed, row.problems) : { head: null, clerks: [], problems: row.problems }
  return {
    position: row.position,
    sheet: row.sheet,
    row: row.row,
    name: parsed.name,
    uscc: parsed.uscc,
    place: parsed.leafName || [parsed.countyText, parsed.townshipText].filter(Boolean).join(' '),
    head: opened.head?.name ?? '',
    clerks: opened.clerks.map(({ name }) => name),
    verdict: row.verdict ?? 'INVALID',
    changes: plan.changes ?? [],
    conflicts: shownConflicts(plan, isFull),
    problems: [...opened.problems, ...(plan.problems ?? [])],
    mergedIntoRow: plan.mergedInto !== undefined,
    choice: options.rows?.[String(row.position)] ?? {},
  }
}

/** Conflicts with the names of present holders, masked above the owning level. */
function shownConflicts(plan: StoredPlan, isFull: boolean): Conflict[] {
  if (!plan.sealedConflicts) return []
  const conflicts = JSON.parse(decryptColumn('import-row', Buffer.from(plan.sealedConflicts, 'base64'))) as Conflict[]
  if (isFull) return conflicts
  return conflicts.map((one) => ({
    ...one,
    current:
      one.kind === 'name-differs'
        ? one.current
        : one.current
            .split('、')
            .map((name) => (name ? maskName(name) : ''))
            .join('、'),
    candidates: one.candidates.map(({ seatId, name }) => ({ seatId, name: maskName(name) })),
  }))
}
