import type { Delegation, SeatKind } from './roster-facts'

/** Somebody known already, or somebody to be made: by mobile once for the whole file, without a mobile once per mention. */
export type PersonRef = { personId: string } | { name: string; mobile: string | null }

/** One thing that confirming writes for an entry. */
export type Change =
  | { kind: 'enterprise'; uscc: string }
  | { kind: 'name'; name: string; industry: string | null }
  | { kind: 'entry' }
  | { kind: 'placement'; leafId: string; isKey: boolean }
  | { kind: 'seat'; seatKind: SeatKind; post: string | null; person: PersonRef | null; delegation: Delegation | null }
  | { kind: 'hold'; seatId: string; person: PersonRef; delegation: Delegation | null; replaces: string | null }
  | { kind: 'mobile'; personId: string; mobile: string }

export type ConflictKind = 'name-differs' | 'head-differs' | 'clerk-unplaced' | 'mobile-other-name'

/** What the officer must decide before a row can be written. `options` empty = only the file can be mended. */
export interface Conflict {
  kind: ConflictKind
  options: string[]
  /** What stands in the file and on the roster, for the sentence; never data of another area. */
  found: string
  current: string
  /** For 替换: seats whose holder the file does not mention, with the holder's name. */
  candidates: { seatId: string; name: string }[]
}

export type Verdict = 'NEW' | 'CHANGED' | 'UNCHANGED' | 'CONFLICT' | 'INVALID'

/** The officer's answers for one entry or for all: 'rename' | 'keep', 'replace' | 'keep', 'add' | 'replace' | 'replace:<seatId>' | 'keep'. */
export interface Choice {
  name?: string
  head?: string
  clerk?: string
}
