import 'server-only'
import type { CrossRow } from '@/domain/roster/cross-row-problems'
import type { PlanRow } from '@/domain/roster/import-plan'
import type { Problem } from '@/domain/roster/sheet'
import type { Transaction } from '@/server/db/client'
import { openRow, type StoredParsed } from '../sealed-row'

/** A staged row as planning needs it. */
export interface StagedRow extends PlanRow, CrossRow {
  hasError: boolean
  columns: StoredParsed['columns']
}

const CHUNK = 2000

/** All data rows of an import in file order, read in chunks. Rows that staging added itself ("left") are not among them. */
export async function stagedRows(tx: Transaction, importId: string): Promise<StagedRow[]> {
  const staged: StagedRow[] = []
  const known = new Map<string, StoredParsed['columns']>()
  for (;;) {
    const after = staged.at(-1)?.position ?? -1
    const rows = await tx.importRow.findMany({
      where: { importId, position: { gt: after }, OR: [{ verdict: null }, { verdict: { not: 'LEFT' } }] },
      orderBy: { position: 'asc' },
      take: CHUNK,
      select: { position: true, sheet: true, row: true, parsed: true, problems: true },
    })
    for (const row of rows) {
      const one = stagedRow(row)
      one.columns = shared(one.columns, known)
      staged.push(one)
    }
    if (rows.length < CHUNK) return staged
  }
}

/** One object for all rows of a sheet, as they share their headers. */
function shared(
  columns: StoredParsed['columns'],
  known: Map<string, StoredParsed['columns']>,
): StoredParsed['columns'] {
  const key = Object.values(columns).join('|')
  const one = known.get(key) ?? columns
  known.set(key, one)
  return one
}

function stagedRow(row: {
  position: number
  sheet: string
  row: number
  parsed: unknown
  problems: unknown
}): StagedRow {
  const parsed = row.parsed as StoredParsed
  const problems = row.problems as Problem[]
  const { head, clerks } = openRow(parsed, [])
  const { name, uscc, leafId, isUnknownTownship, isKey, industry, columns } = parsed
  const hasError = problems.some(({ isWarning }) => !isWarning)
  return {
    position: row.position,
    sheet: row.sheet,
    row: row.row,
    name,
    uscc,
    leafId,
    isUnknownTownship,
    isKey,
    industry,
    columns,
    head,
    clerks,
    hasError,
  }
}
