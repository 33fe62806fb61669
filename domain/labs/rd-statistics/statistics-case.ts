/** One person's year in R&D. Months are kept in tenths of a month, whole numbers, never floats. */
export type Person = {
  readonly id: string
  readonly name: string
  readonly work: string
  /** On each of the two projects. */
  readonly p1: number
  readonly p2: number
  /** Management of R&D and direct service to it, outside the project teams. */
  readonly support: number
}

/** What may be wrong with an entry of the forms. `ok`: nothing. */
export const FINDINGS = ['ok', 'name', 'dates', 'months', 'unit', 'sum', 'missing'] as const
export type Finding = (typeof FINDINGS)[number]

/** The entries that are checked, in the order of the forms, with the mistake that may be planted there; null: it only looks like one. */
export const ENTRIES = [
  ['name', 'name'],
  ['dates', 'dates'],
  ['project-months', 'months'],
  ['person-months', 'months'],
  ['project-cost', 'unit'],
  ['head-sum', null],
  ['outside', 'sum'],
  ['total', 'sum'],
  ['projects', 'missing'],
] as const
export type EntryId = (typeof ENTRIES)[number][0]

/** The eight items of the enterprise's R&D cost in 107-2, in thousands of yuan, and the parts of what was paid outside. */
export type CostForm = {
  readonly items: readonly (readonly [name: string, amount: number])[]
  readonly outside: readonly (readonly [name: string, amount: number])[]
}

export type StatisticsCase = {
  readonly company: string
  readonly year: number
  readonly projects: readonly [string, string, string]
  readonly people: readonly Person[]
  readonly cost: CostForm
  /** Entries with a planted mistake. */
  readonly planted: readonly EntryId[]
  /** How far the planted figures are off, in thousands of yuan. */
  readonly off: number
}

/** All of a person's time in R&D, in tenths of a month. */
export function monthsOf({ p1, p2, support }: Person): number {
  return p1 + p2 + support
}
