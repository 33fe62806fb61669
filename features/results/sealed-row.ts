import 'server-only'
import type { ResultCells, ResultEntry } from '@/domain/results/result-row'
import type { Problem } from '@/domain/roster/sheet'
import { decryptColumn, encryptColumn } from '@/server/crypto/column'

/** What a row says, as `result_row.sealed` holds it: encrypted, as it names persons. */
export interface SealedRow {
  cells: ResultCells['cells']
  /** Problems found while the sheet was read. */
  problems: Problem[]
  /** Null until the columns are confirmed. */
  entry: ResultEntry | null
}

const PURPOSE = 'result-row'

/** The bytes to store. */
export function sealRow(row: SealedRow): Uint8Array<ArrayBuffer> {
  return encryptColumn(PURPOSE, JSON.stringify(row))
}

/** A stored row in clear; only for the worker and for officers who may see the batch. */
export function openRow(sealed: Uint8Array): SealedRow {
  return JSON.parse(decryptColumn(PURPOSE, sealed)) as SealedRow
}

/** Problems as `result_row.problems` holds them: without what was found, which may name somebody. */
export function withoutFound(problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => ({ ...problem, found: '' }))
}
