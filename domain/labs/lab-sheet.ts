import type { Fen } from './fen'

/** One place of the form that is filled in and graded. */
export type CellSpec = {
  /** Unique in the sheet, lower case letters, digits and `-`; also the last part of its saving address. */
  readonly id: string
  /** The step of the calculation it belongs to; weak steps are what a failed certifying run tells. */
  readonly step: string
}

/** What is true for one cell, and which known wrong ways of thinking lead to which other amount. */
export type CellKey = {
  readonly id: string
  readonly expected: Fen
  /** In order of precedence, each different from `expected` by more than the tolerance. */
  readonly wrong: readonly { readonly path: string; readonly amount: Fen }[]
}

/** The secret half of a run, stored with it; never sent while the run is open. */
export type GradingKey = { readonly cells: readonly CellKey[] }

/** Practice tells after each cell; certifying tells after the end, and all of it only when passed. */
export type LabMode = 'PRACTICE' | 'CERTIFYING'
