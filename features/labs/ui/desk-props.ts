import type { CellResult } from '@/domain/labs/grade'
import type { CellKind } from '@/domain/labs/lab-sheet'

/** One place to fill in, with everything the page may know of it. */
export type DeskCell = {
  id: string
  label: string
  kind: CellKind
  unit: string | null
  options: { id: string; label: string }[]
  value: string
  seq: number
  check: CellResult | null
}

/** What stands in a place of a table: the id of a cell, or something given. */
export type DeskEntry = { cell: string } | { given: string; isNumber: boolean }

export type DeskSection = { step: string; label: string; hint: string } & (
  | { layout: 'list'; cells: string[] }
  | { layout: 'table'; columns: string[]; rows: { head: string; paper: string | null; entries: DeskEntry[] }[] }
)

export type DeskPart = { id: string; title: string | null; sections: DeskSection[] }

/** Sentences for the script; `saved` holds `{at}`, `pasted` holds `{count}`. */
export type DeskSentences = {
  saver: Record<'idle' | 'saving' | 'saved' | 'failed' | 'retry' | 'closed' | 'signedOut', string>
  save: string
  submit: string
  submitHint: string
  choose: string
  pasted: string
  /** Only for practice: an open certifying run tells nothing. */
  checks: DeskChecks | null
}

/** The words of instant feedback: verdicts, and why each known wrong way is wrong. */
export type DeskChecks = { verdicts: Record<string, string>; reasons: Record<string, string> }
