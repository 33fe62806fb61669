import type { WorkbookRefusal } from '@/server/files/workbook-refusal'
import type { TemplateProblem } from '@/domain/documents/template-problem'

/**
 * Why a template is not taken at all; each code is a sentence in messages/ that says what to do instead.
 * Beside what any archive may be refused for: `too-large` (over 10 MB), `not-a-document` / `not-a-sheet` (something else
 * inside), `macro`, `embedded-object` (OLE, ActiveX, a file inside the file), `linked-content` (pictures or data from
 * elsewhere), `too-many-paragraphs`, `too-many-placeholders` (more than are looked through), `fetching-field` (a field that fetches files or data when opened).
 */
export type DocumentRefusal =
  | WorkbookRefusal
  | 'too-large'
  | 'not-a-document'
  | 'not-a-sheet'
  | 'embedded-object'
  | 'linked-content'
  | 'fetching-field'
  | 'too-many-paragraphs'
  | 'too-many-placeholders'

/** Thrown by the readers for a template that is not taken; anything else they throw is a bug. */
export class DocumentRefused extends Error {
  constructor(readonly code: DocumentRefusal) {
    super(code)
    this.name = 'DocumentRefused'
  }
}

/** Placeholders in one template, paragraphs of a document (all parts together), rows of a workbook (all sheets): an honest one has far less. */
export const MAX_TAGS = 2000
export const MAX_PARAGRAPHS = 5000
export const MAX_ROWS = 20_000

/** Thrown when a template with broken placeholders is filled all the same. */
export class TemplateBroken extends Error {
  constructor(readonly problems: readonly TemplateProblem[]) {
    super(problems.map(({ code, found }) => `${code} ${found}`).join('; '))
    this.name = 'TemplateBroken'
  }
}
