import 'server-only'
import type { PersonMention } from '@/domain/roster/people-cell'
import type { ParsedRow } from '@/domain/roster/read-row'
import type { Problem } from '@/domain/roster/sheet'
import { decryptColumn, encryptColumn } from '@/server/crypto/column'

/** A row as `import_row.parsed` holds it: persons and what was found in their cells are encrypted. */
export interface StoredParsed {
  name: string
  uscc: string
  countyText: string
  townshipText: string
  leafId: string | null
  leafName: string
  isUnknownTownship: boolean
  isKey: boolean | null
  industry: string | null
  columns: ParsedRow['columns']
  sealed: string
}

interface Sealed {
  head: PersonMention | null
  clerks: PersonMention[]
  /** What was found in cells about persons, by index of the problem. */
  found: Record<number, string>
}

const PURPOSE = 'import-row'

function isPersonal(problem: Problem): boolean {
  return /^(?:person|mobile|several-heads)/.test(problem.code)
}

/** The two columns of a row to be stored. */
export function sealRow(
  row: ParsedRow,
  place: Pick<StoredParsed, 'leafId' | 'leafName' | 'isUnknownTownship'>,
): { parsed: StoredParsed; problems: Problem[] } {
  const found: Record<number, string> = {}
  const problems = row.problems.map((problem, i) => {
    if (!isPersonal(problem)) return problem
    found[i] = problem.found
    return { ...problem, found: '' }
  })
  const sealed: Sealed = { head: row.head, clerks: row.clerks, found }
  const { name, uscc, countyText, townshipText, isKey, industry, columns } = row
  const bytes = encryptColumn(PURPOSE, JSON.stringify(sealed))
  const parsed = {
    name,
    uscc,
    countyText,
    townshipText,
    isKey,
    industry,
    columns,
    ...place,
    sealed: Buffer.from(bytes).toString('base64'),
  }
  return { parsed, problems }
}

/** Persons and problems of a stored row, in clear; only for the worker and for officers who may see the import. */
export function openRow(
  parsed: StoredParsed,
  problems: readonly Problem[],
): { head: PersonMention | null; clerks: PersonMention[]; problems: Problem[] } {
  const { head, clerks, found } = JSON.parse(decryptColumn(PURPOSE, Buffer.from(parsed.sealed, 'base64'))) as Sealed
  return {
    head,
    clerks,
    problems: problems.map((problem, i) => (found[i] === undefined ? problem : { ...problem, found: found[i] })),
  }
}
