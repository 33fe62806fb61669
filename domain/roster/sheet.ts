/** One cell as stored in a workbook or pasted. */
export interface Cell {
  text: string
  /** 'lost' is a number whose digits Excel has already rounded away; 'error' is '#N/A' and its like. */
  kind: 'text' | 'number' | 'lost' | 'date' | 'error'
}

/** One row with its 1-based number as the sheet shows it; blank cells are absent. Columns count from 0. */
export interface SheetRow {
  row: number
  cells: ReadonlyMap<number, Cell>
  isHidden?: boolean
}

/** A merged range, rows 1-based, columns 0-based, all four inclusive. */
export interface MergedRange {
  top: number
  left: number
  bottom: number
  right: number
}

/** A problem of one cell or row, as shown to the officer; sentences for `code` stand in the message catalogue. */
export interface Problem {
  sheet: string
  row: number
  /** Column letters and the header above, e.g. 'C 统一社会信用代码'; '' when the whole row is meant. */
  column: string
  code: ProblemCode
  found: string
  /** Parameters of the sentence "expected", such as the row that contradicts. */
  expected?: string
  suggestion?: string
  /** A warning never stops a row; an error does. */
  isWarning: boolean
}

export type ProblemCode =
  | 'name-missing'
  | 'name-length'
  | 'uscc-empty'
  | 'uscc-lost'
  | 'uscc-old-licence'
  | 'uscc-length'
  | 'uscc-character'
  | 'uscc-check-digit'
  | 'region-missing'
  | 'region-unknown-county'
  | 'region-unknown-township'
  | 'region-ambiguous'
  | 'region-township-unknown'
  | 'region-outside'
  | 'key-unclear'
  | 'person-name'
  | 'person-name-missing'
  | 'mobile-lost'
  | 'mobile-landline'
  | 'mobile-pattern'
  | 'mobiles-and-names-differ'
  | 'several-heads'
  | 'no-enterprise'
  | 'cell-error'
  | 'hidden-row'
  | 'same-code-two-names'
  | 'same-code-two-places'
  | 'same-code-two-heads'
  | 'same-mobile-two-names'
  | 'mobile-other-name'
  | 'entry-elsewhere'
  | 'score-unclear'
  | 'day-unclear'
  | 'day-future'
  | 'line-unclear'
