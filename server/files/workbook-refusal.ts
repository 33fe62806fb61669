/** Why a file is not read at all; each code is a sentence in messages/ that says what to do instead. */
export type WorkbookRefusal =
  | 'empty-file'
  | 'old-xls'
  | 'encrypted'
  | 'html-renamed'
  | 'text-renamed'
  | 'not-a-workbook'
  | 'truncated'
  | 'too-many-parts'
  | 'too-large-inside'
  | 'suspicious-names'
  | 'doctype'
  | 'macro'
  | 'no-sheets'
  | 'too-many-rows'
  | 'no-header'
  | 'no-rows'

/** Thrown by the readers for a file that cannot be read; anything else they throw is a bug. */
export class WorkbookRefused extends Error {
  constructor(readonly code: WorkbookRefusal) {
    super(code)
    this.name = 'WorkbookRefused'
  }
}
