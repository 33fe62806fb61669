import { addDays, type Day } from '../calendar/day'
import { covers, type DayInterval } from '../calendar/interval'
import { awareness } from './awareness'
import { boundariesOf } from './boundaries'
import type { Count } from './count'
import { type EntryFacts, type Evidence, evidenceClasses, type SeatFact, type SeatKind } from './entry-facts'
import { holderMeets, type SeatMark } from './holder-meets'
import { readiness } from './readiness'
import { holdingOn, placementOn } from './seats'
import { training } from './training'
import { visits } from './visits'

/** What one entry adds to the tally of its leaf region and key flag. */
export interface EntryState {
  readonly leafId: string
  readonly isKey: boolean
  /** Whether the programme has a training requirement in force; else its training rate is "—". */
  readonly asksTraining: boolean
  readonly trainedAny: Evidence | null
  readonly trainedEvery: Evidence | null
  readonly heads: number
  /** Parts per class, in the order of `evidenceClasses`. */
  readonly awareBy: readonly number[]
  readonly clerks: number
  readonly readyBy: readonly number[]
  readonly isVisited: boolean
}

/** What one seat is on a day, with where it is counted. */
export interface SeatState {
  readonly leafId: string
  readonly isKey: boolean
  readonly holdingId: string | null
  readonly holderId: string | null
  /** Null = no requirement in force for that rate. */
  readonly training: SeatMark | null
  readonly awareness: SeatMark | null
  readonly readiness: SeatMark | null
  /** 'vacant', or the codes of what the holder lacks over all rates (`holder-meets.ts`); sorted, no repeats. */
  readonly missing: readonly string[]
}

/** A state and the days it lasts. */
export interface Stretch<State> extends DayInterval {
  readonly state: State
}

export interface SeatStanding {
  readonly seatId: string
  readonly kind: SeatKind
  readonly timeLine: readonly Stretch<SeatState>[]
  readonly now: SeatState | null
}

/** The derived state of one entry over time. Days without a stretch: not on the roster. */
export interface Standing {
  readonly entryId: string
  readonly programmeId: string
  readonly timeLine: readonly Stretch<EntryState>[]
  readonly seats: readonly SeatStanding[]
  /** The state of today; of the last day, when the programme is over. Null = not on the roster. */
  readonly now: EntryState | null
  /** The first day after today on which anything of it changes by itself; null = nothing ever does. */
  readonly nextChangeOn: Day | null
}

/**
 * The standing of one entry, decided from its facts alone: the one counter.
 *
 * @param today the Shanghai day that `now` speaks of. The time lines do not depend on it: they say what is known about every day,
 *   coming ones included. After the programme's end `now` stays that of its last day: a reported rate does not fall by itself.
 * @returns time lines whose stretches follow in order, do not overlap, and differ from their neighbour when they touch
 *
 * Pure; the order of seats, completions and visits does not matter. Never throws on facts the roster can hold.
 * Source: docs/domain/rates.md, "Standing".
 */
export function standingOf(entry: EntryFacts, today: Day): Standing {
  const days = boundariesOf(entry)
  const end = entry.programme.toOn
  const countedOn = end !== null && end <= today ? addDays(end, -1) : today
  const timeLine = stretches(days, end, (on) => entryState(entry, on))
  const seats = entry.seats.map((seat) => {
    const line = stretches(days, end, (on) => seatState(entry, seat, on))
    return { seatId: seat.id, kind: seat.kind, timeLine: line, now: stateOn(line, countedOn) }
  })
  const changes = [timeLine, ...seats.map((seat) => seat.timeLine)].flatMap((line) => changeDays(line))
  const coming = changes.filter((day) => day > countedOn && (end === null || day < end)).sort()
  return {
    entryId: entry.entryId,
    programmeId: entry.programmeId,
    timeLine,
    seats,
    now: stateOn(timeLine, countedOn),
    nextChangeOn: coming[0] ?? null,
  }
}

/** The state on that day, or null when the line has none: "as of D" is `fromOn <= D < toOn`. */
export function stateOn<State>(line: readonly Stretch<State>[], on: Day): State | null {
  return line.find((stretch) => covers(stretch, on))?.state ?? null
}

function entryState(entry: EntryFacts, on: Day): EntryState | null {
  const placement = placementOn(entry, on)
  if (!placement) return null
  const any = training(entry, 'ANY', on)
  const aware = awareness(entry, on)
  const ready = readiness(entry, on)
  return {
    leafId: placement.leafId,
    isKey: placement.isKey,
    asksTraining: any.whole > 0,
    trainedAny: classOf(any),
    trainedEvery: classOf(training(entry, 'EVERY', on)),
    heads: aware.whole,
    awareBy: aware.by,
    clerks: ready.whole,
    readyBy: ready.by,
    isVisited: visits(entry, on).part > 0,
  }
}

function classOf(count: Count): Evidence | null {
  return evidenceClasses.find((_, rank) => (count.by[rank] ?? 0) > 0) ?? null
}

function seatState(entry: EntryFacts, seat: SeatFact, on: Day): SeatState | null {
  const placement = placementOn(entry, on)
  if (!placement || !covers(seat, on)) return null
  const holding = holdingOn(seat, on)
  const marks = {
    training: holderMeets(entry, seat, 'TRAINING', on),
    awareness: holderMeets(entry, seat, 'AWARENESS', on),
    readiness: holderMeets(entry, seat, 'READINESS', on),
  }
  const codes = Object.values(marks).flatMap((mark) => mark?.missing ?? [])
  return {
    leafId: placement.leafId,
    isKey: placement.isKey,
    holdingId: holding?.id ?? null,
    holderId: holding?.personId ?? null,
    ...marks,
    missing: holding ? [...new Set(codes)].sort() : ['vacant'],
  }
}

/** The states between the boundaries, equal neighbours joined. The last one lasts to the programme's end. */
function stretches<State>(days: readonly Day[], end: Day | null, stateAt: (on: Day) => State | null): Stretch<State>[] {
  const line: { fromOn: Day; toOn: Day | null; state: State; key: string }[] = []
  days.forEach((fromOn, index) => {
    const state = stateAt(fromOn)
    if (state === null) return
    const toOn = days[index + 1] ?? end
    const key = JSON.stringify(state)
    const last = line.at(-1)
    if (last && last.toOn === fromOn && last.key === key) last.toOn = toOn
    else line.push({ fromOn, toOn, state, key })
  })
  return line.map(({ fromOn, toOn, state }) => ({ fromOn, toOn, state }))
}

function changeDays(line: readonly DayInterval[]): Day[] {
  return line.flatMap((stretch) => (stretch.toOn === null ? [stretch.fromOn] : [stretch.fromOn, stretch.toOn]))
}
