import type { Choice } from '@/domain/roster/plan-change'

/** What `import.choices` holds: what the officer ticked at upload and answered on the dry-run page. */
export interface ImportOptions {
  /** Complete roster of the area: entries that the file does not name are proposed as left. */
  isComplete: boolean
  /** What a new entry is when the sheet does not say whether it is a key enterprise. */
  keyDefault: boolean
  /** 'good': write what is certain; 'all': write nothing unless everything is. */
  mode?: 'good' | 'all'
  /** Answers for every conflict of a kind. */
  bulk?: Choice
  /** Answers for single enterprises, by position of their first row; they win over `bulk`. */
  rows?: Record<string, Choice>
  /** Set when an undo was asked for; the worker does it. */
  undoById?: string
  /** Why the last confirm or undo did not happen. */
  refusal?: string
}

/** Options as stored; missing ones are their defaults. */
export function importOptions(stored: unknown): ImportOptions {
  return { isComplete: false, keyDefault: true, ...(stored as Partial<ImportOptions> | null) }
}

/** The officer's answer for the enterprise whose first row is `position`. */
export function choiceFor(options: ImportOptions, position: number): Choice {
  return { ...options.bulk, ...options.rows?.[String(position)] }
}
