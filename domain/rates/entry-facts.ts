import type { Day } from '../calendar/day'
import type { DayInterval } from '../calendar/interval'

/** Evidence classes, best first; arrays of parts per class follow this order. */
export const evidenceClasses = ['IN_PERSON', 'SESSION', 'ONLINE', 'IMPORTED'] as const
export type Evidence = (typeof evidenceClasses)[number]

export const rates = ['TRAINING', 'AWARENESS', 'READINESS'] as const
/** The three rates that are decided by requirements; visits are counted from visits alone. */
export type Rate = (typeof rates)[number]

export type SeatKind = 'HEAD' | 'CLERK'
export type SubjectKind = 'COURSE' | 'EXAM' | 'LAB' | 'SESSION'
export type TrainingRule = 'ANY' | 'EVERY'

/** One way to meet a requirement. */
export interface Alternative {
  readonly subjectKind: SubjectKind
  readonly slug: string
  readonly minVersion: number
  /** Days a completion counts, its own day included; null = to the programme's end. */
  readonly validDays: number | null
  /** How many completions it takes, 1 or more: a lab may be asked for twice, each time on a sheet not seen before. */
  readonly times: number
  /** The evidence classes that count here. */
  readonly evidence: readonly Evidence[]
}

/** Met by any of its alternatives; requirements of one rate are joined by AND. */
export interface RequirementFact extends DayInterval {
  readonly seatKind: SeatKind
  readonly rate: Rate
  readonly alternatives: readonly Alternative[]
}

/** Where the entry is and whether it is a key enterprise; a day without one = not on the roster. */
export interface PlacementFact extends DayInterval {
  readonly leafId: string
  readonly isKey: boolean
}

export interface HoldingFact extends DayInterval {
  readonly id: string
  readonly personId: string
}

/** A seat with everybody who holds, held or will hold it. Exists also when nobody does. */
export interface SeatFact extends DayInterval {
  readonly id: string
  readonly kind: SeatKind
  readonly holdings: readonly HoldingFact[]
}

export interface CompletionFact {
  readonly personId: string
  readonly subjectKind: SubjectKind
  readonly slug: string
  readonly contentVersion: number
  readonly happenedOn: Day
  readonly evidence: Evidence
}

/** A visit; `confirmedOn` is null until the enterprise has confirmed it. */
export interface VisitFact {
  readonly visitedOn: Day
  readonly confirmedOn: Day | null
}

/**
 * Everything that decides the state of one roster entry on any day. Only facts in force: retracted ones are left out by whoever
 * loads them. Lists may come in any order, except that of two placements or holdings that overlap (which the roster refuses to
 * write) the later in the list holds.
 */
export interface EntryFacts {
  readonly entryId: string
  readonly programmeId: string
  /** The programme's period; its first day after the end is `toOn`. */
  readonly programme: DayInterval
  readonly requirements: readonly RequirementFact[]
  readonly placements: readonly PlacementFact[]
  readonly seats: readonly SeatFact[]
  /** Of everybody in `seats[].holdings`, former and coming holders included. */
  readonly completions: readonly CompletionFact[]
  readonly visits: readonly VisitFact[]
}
