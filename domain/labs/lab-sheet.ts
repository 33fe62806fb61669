import type { Paper, PaperEntry } from './paper'

/** A sentence or name of the lab's `texts.yaml`, with what stands for its `{placeholders}`. */
export type Say = { readonly text: string; readonly args?: Readonly<Record<string, string>> }

/**
 * What is filled into a cell, and so how it is read, kept and compared.
 *
 * - `money`: yuan typed, fen kept · `integer` · `decimal` of `scale` digits, `hours` of one: kept as a whole number of the last digit
 * - `choice`, `yes-no`: one option · `choices`: any number of options · `text`: a list of short texts, in any order
 */
export type CellKind =
  | { readonly kind: 'money' | 'integer' | 'hours' | 'yes-no' | 'text' }
  | { readonly kind: 'decimal'; readonly scale: number }
  | { readonly kind: 'choice' | 'choices'; readonly options: readonly string[] }

/** The unit shown beside a cell: a word of the interface. */
export type CellUnit = 'yuan' | 'wan' | 'thousand-yuan' | 'percent' | 'hours' | 'persons' | 'months' | 'person-years'

/** One place of the form that is filled in and graded. */
export type CellSpec = {
  /** Unique in the sheet, lower case letters, digits and `-`; also the last part of its saving address. */
  readonly id: string
  /** The step of the work it belongs to; weak steps are what a failed certifying run tells. */
  readonly step: string
  /** What it tests: a concept that the lab's content names. */
  readonly concept: string
  /** Its name and how it is worked out: `cells` of the lab's texts. */
  readonly label: Say
  readonly unit?: CellUnit
} & CellKind

/** What stands in a place of a table: a cell to fill in, or something given. */
export type FormEntry = { readonly cell: string } | PaperEntry

/** The cells of one step: one below the other, or in a table with fixed rows and columns. */
export type FormSection =
  | { readonly layout: 'list'; readonly step: string; readonly cells: readonly string[] }
  | {
      readonly layout: 'table'
      readonly step: string
      /** Names of the columns, that of the row heads first: `labels` of the lab's texts. */
      readonly columns: readonly Say[]
      /** `paper`: the document that a row is about, when it is about one. */
      readonly rows: readonly { readonly head: Say; readonly paper?: string; readonly entries: readonly FormEntry[] }[]
    }

/** One form of the sheet, such as a working paper or a return. */
export type Form = { readonly id: string; readonly title?: Say; readonly sections: readonly FormSection[] }

/** What a lab puts on a sheet. */
export type SheetBody = {
  readonly company: string
  readonly year: number
  /** The rules in force for the sheet, printed on it. */
  readonly policy: string
  readonly papers: readonly Paper[]
  readonly forms: readonly Form[]
  /** Every cell of the forms, in their order. */
  readonly cells: readonly CellSpec[]
  /** Figures of the papers that the lab's `follow` needs; drawn nowhere. */
  readonly given?: Readonly<Record<string, number>>
}

/** What the learner sees, plain JSON; stored with the run as it is. */
export type Sheet = SheetBody & { readonly model: 2; readonly generator: string }

/** A cell's content: whole numbers for figures (see `CellKind`), canonical text for the rest. */
export type CellValue = number | string

/** What is true for one cell, and which known wrong ways of thinking lead to which other value. */
export type CellKey = {
  readonly id: string
  readonly expected: CellValue
  /** Largest accepted difference of a figure, both sides; 0 for everything that is not measured. */
  readonly tolerance: number
  /** In order of precedence, each different from `expected` by more than twice the tolerance. */
  readonly wrong: readonly { readonly path: string; readonly value: CellValue }[]
}

/** The secret half of a run, stored with it; never sent while the run is open. */
export type GradingKey = { readonly cells: readonly CellKey[] }

/** Practice tells after each cell; certifying tells after the end, and all of it only when passed. */
export type LabMode = 'PRACTICE' | 'CERTIFYING'
