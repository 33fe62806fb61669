import type { MatchedBy } from '@/domain/matching/match'

/** How a row found its entry: by the rules of matching, or by the officer's choice for this sheet alone. */
export type FilledBy = MatchedBy | 'decided'

/** What was understood of one sheet, as `fill_back.reading` holds it. No names of persons, no mobiles. */
export interface SheetRead {
  sheet: string
  kind: 'enterprises' | 'persons' | 'none' | 'hidden'
  /** 'C 统一社会信用代码' */
  columns: string[]
  rows: number
  by: Partial<Record<FilledBy, number>>
  open: number
  outside: number
  /** How many columns of an earlier fill-back stand there. */
  earlier: number
}

/** A row that was not matched: why, and what it might be. */
export interface OpenRow {
  sheet: string
  row: number
  enterprise: string
  reasons: string[]
  isOutside: boolean
  candidates: { entryId: string; name: string; place: string }[]
}

export interface Reading {
  sheets: SheetRead[]
  /** The first of them; `SheetRead.open` counts all. */
  open: OpenRow[]
}

/** What the officer chose, as `fill_back.options` holds it. */
export interface FillOptions {
  /** Keys of domain/fillback/columns.ts. */
  columns: string[]
  /** Null = as of now. */
  on: string | null
  /** What a row that was not matched gets: the words for it, or nothing. */
  unmatched: 'mark' | 'blank'
  /** Entries chosen for rows of this sheet alone, by `choiceKey`. */
  chosen: Record<string, string>
}

/** Options as stored; missing ones are their defaults. */
export function fillOptions(stored: unknown): FillOptions {
  return { columns: [], on: null, unmatched: 'mark', chosen: {}, ...(stored as Partial<FillOptions> | null) }
}

export function choiceKey(sheet: string, row: number): string {
  return `${row} ${sheet}`
}

/** Part and whole of a rate over the rows filled, each enterprise or person once. */
export type FilledRates = Record<string, { whole: number; part: number }>

/** `fill_back.counts` of a filled sheet. */
export interface FilledCounts {
  on: string
  rows: number
  filled: number
  open: number
  outside: number
  enterprises: FilledRates
  persons: FilledRates
}
