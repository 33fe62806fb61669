/** Where in a template something stands. */
export interface TemplatePlace {
  part: 'body' | 'header' | 'footer' | 'note' | 'comment' | 'sheet'
  /** Counted from 1 within the part, those in tables too; of a sheet: 0. */
  paragraph: number
  /** For a paragraph in a table: which table, row and cell, each from 1. */
  table?: { table: number; row: number; cell: number }
  /** For a cell of a sheet: the sheet's name and the address. */
  cell?: { sheet: string; address: string }
  /** How the paragraph or cell begins. */
  text: string
}

/**
 * What can be wrong with a placeholder:
 * - `unclosed` a { without }, `unopened` a } without {, `empty` nothing between them, `bad-name` signs that no name has
 * - `unknown` no placeholder of this purpose, `outside-list` a column outside its list
 * - `list-without-loop` a list written like a text, `not-a-list` a text written like a list, `nested-list` a list in a list
 * - `list-unclosed`, `list-unopened`, `list-crossed` the ends of lists do not match
 * - `list-across` a list begins in a table (or cell) and ends outside of it
 * - `too-many-open` so many lists are open that nothing behind is looked at
 * - `in-formula` a placeholder inside a formula of a sheet, `lists-in-one-row` two lists that would repeat the same row
 * - `not-fillable` anything else the filling library refuses
 */
export type ProblemCode =
  | 'unclosed'
  | 'unopened'
  | 'empty'
  | 'bad-name'
  | 'unknown'
  | 'outside-list'
  | 'list-without-loop'
  | 'not-a-list'
  | 'nested-list'
  | 'list-unclosed'
  | 'list-unopened'
  | 'list-crossed'
  | 'list-across'
  | 'too-many-open'
  | 'in-formula'
  | 'lists-in-one-row'
  | 'not-fillable'

/** One broken placeholder: what was found, what was perhaps meant, and where. */
export interface TemplateProblem {
  code: ProblemCode
  found: string
  expected: string
  place: TemplatePlace
}
